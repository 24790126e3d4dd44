"""The site's base page model, whichever it is (``WAGTAIL_PAGE_MODEL``)."""

from collections.abc import Sequence

import swapper
from wagtail.models import AbstractPage

swapper.set_app_prefix("wagtailcore", "wagtail")

PAGE_MODEL: str = swapper.get_model_name("wagtailcore", "Page")
"""``app_label.ModelName`` of the base page model, for foreign keys."""


def get_page_model() -> type[AbstractPage]:
    """Return the base page model class; raise if the models are not loaded yet."""
    return swapper.load_model("wagtailcore", "Page")


def know_parents(pages: Sequence[AbstractPage]) -> None:
    """Cache the parents of these pages for ``get_parent()``, in one query.

    Wagtail caches parents in the same way when it walks down the tree.
    """
    above = {page.pk: page.path[: -page.steplen] for page in pages}
    parents = get_page_model()._default_manager.in_bulk({*above.values()}, field_name="path")
    for page in pages:
        if parent := parents.get(above[page.pk]):
            page._cached_parent_obj = parent
