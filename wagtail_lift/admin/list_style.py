"""How our lists look where there is little room."""

from typing import Any

from django.forms import Media

LIST_CSS = Media(css={"all": ["wagtail_lift/admin/lists.css"]})

WIDE_ONLY = "lift-wide-only"
"""Marks a column that gives way where there is little room."""


class StyledListMixin:
    """Put before a view that lists: it loads the style of our lists."""

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the style of the list."""
        context = super().get_context_data(*args, **kwargs)
        return {**context, "media": context["media"] + LIST_CSS}
