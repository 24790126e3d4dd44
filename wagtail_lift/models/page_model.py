"""The site's base page model, whichever it is (``WAGTAIL_PAGE_MODEL``)."""

from typing import Any

import swapper

swapper.set_app_prefix("wagtailcore", "wagtail")

PAGE_MODEL: str = swapper.get_model_name("wagtailcore", "Page")
"""``app_label.ModelName`` of the base page model, for foreign keys."""


def get_page_model() -> type[Any]:
    """Return the base page model class; raise if the models are not loaded yet."""
    return swapper.load_model("wagtailcore", "Page")
