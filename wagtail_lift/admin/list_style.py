"""The style of our lists on narrow screens."""

from typing import Any

from django.forms import Media

LIST_CSS = Media(css={"all": ["wagtail_lift/admin/lists.css"]})

WIDE_ONLY = "lift-wide-only"
"""CSS class of a column that is hidden on narrow screens."""


class StyledListMixin:
    """Put this before a list view to load the style of our lists."""

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the stylesheet."""
        context = super().get_context_data(*args, **kwargs)
        return {**context, "media": context["media"] + LIST_CSS}
