"""Hold an event again: a copy of its page for another date, as a draft beside it."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from wagtail.actions.copy_page import CopyPageAction
from wagtail.coreutils import find_available_slug

from ..domain.schedule import TypedDates
from ..events.duplicates import fields_of_duplicate, original_of
from ..models.kinds import EventKind


def duplicate_event(
    page: EventKind, dates: TypedDates, *, user: AbstractBaseUser | None
) -> EventKind:
    """Copy an event's latest draft for other dates, and return the copy, a draft.

    It is an event of its own: with meetings and UIDs of its own once it is published. What belongs
    to the old date stays with the original, see ``events.duplicates``, as do packs, comments and
    former revisions. Raises ``PermissionDenied`` as Wagtail's copy action does.
    """
    original, parent = original_of(page), page.get_parent()
    changed = fields_of_duplicate(original, dates)
    with transaction.atomic():
        action = _copy_action(type(page))(
            original.page,
            to=parent,
            update_attrs={**changed, "slug": find_available_slug(parent, original.page.slug)},
            copy_revisions=False,
            keep_live=False,
            user=user,
        )
        copy: EventKind = action.execute(skip_permission_checks=user is None)
    return copy


def _copy_action(model: type) -> Any:
    """Return the site's copy action."""
    try:
        from wagtail.actions.registry import action_registry  # Wagtail 8
    except ImportError:
        return CopyPageAction
    return action_registry.get_action_class(model, "copy")
