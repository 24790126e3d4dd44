"""A copied event starts clean, whichever way it is copied."""

from typing import Any

from ..actions import discard_copied_packs
from ..models import get_page_model


def clean_copy(request: Any, page: Any, new_page: Any) -> None:
    """Delete the packs that a copy in the admin carried along (``after_copy_page``)."""
    discard_copied_packs(new_page)


class CleanCopyMixin:
    """Put before Wagtail's copy action: the packs that it carries along are deleted."""

    def execute(self, *args: Any, **kwargs: Any) -> Any:
        """Copy, then clean, and return the copy."""
        copy = super().execute(*args, **kwargs)
        discard_copied_packs(copy)
        return copy


def register_clean_copy(registry: Any) -> None:
    """Let Wagtail's registered copy action start clean, on versions that have a registry."""
    model = get_page_model()
    known = registry.actions.get(model, {}).get("copy")
    if known is not None:
        registry.register(model, type("CleanCopyPageAction", (CleanCopyMixin, known), {}))
