"""A copied event starts without packs, however it is copied."""

from typing import Any

from django.http import HttpRequest
from wagtail.models import AbstractPage

from ..actions import discard_copied_packs
from ..models import get_page_model


def clean_copy(request: HttpRequest, page: AbstractPage, new_page: AbstractPage) -> None:
    """Delete the packs that were copied along in the admin (``after_copy_page``)."""
    discard_copied_packs(new_page)


class CleanCopyMixin:
    """Deletes the packs that are copied along; put it before Wagtail's copy action."""

    def execute(self, *args: Any, **kwargs: Any) -> AbstractPage:
        """Copy, delete the copied packs, and return the copy."""
        copy = super().execute(*args, **kwargs)
        discard_copied_packs(copy)
        return copy


def register_clean_copy(registry: Any) -> None:
    """Make Wagtail's registered copy action delete copied packs, if Wagtail has a registry."""
    model = get_page_model()
    known = registry.actions.get(model, {}).get("copy")
    if known is not None:
        registry.register(model, type("CleanCopyPageAction", (CleanCopyMixin, known), {}))
