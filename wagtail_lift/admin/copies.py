"""A copied event starts without packs, however it is copied."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.models import AbstractPage

from ..actions import discard_copied_packs
from ..models import get_page_model
from ..packs.lookup import packs_about


def clean_copy(request: HttpRequest, page: AbstractPage, new_page: AbstractPage) -> None:
    """Delete the packs that were copied along in the admin, and say so (``after_copy_page``)."""
    count = discard_copied_packs(new_page) or len(packs_about([page.pk], live_only=False))
    if not count or new_page.alias_of_id:
        return  # an alias shows the event itself, with its packs
    words = ngettext(
        "The insights pack was not copied: it stays with the original.",
        "%(count)d insights packs were not copied: they stay with the original.",
        count,
    )
    messages.info(request, words % {"count": count})


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
