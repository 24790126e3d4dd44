"""A new insights pack below an event, as a draft."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext

from ..models import Meeting
from ..models.kinds import EventKind, PackKind, page_types


def new_pack_type(event: EventKind, user: AbstractBaseUser | None) -> type[PackKind] | None:
    """Return the type of pack that the user may create below an event, or ``None``."""
    if user is not None and not event.permissions_for_user(user).can_add_subpage():
        return None
    allowed = (model for model in page_types(PackKind) if model.can_create_at(event))
    return next(allowed, None)


def add_pack(
    event: EventKind, *, user: AbstractBaseUser | None, meeting: Meeting | None = None
) -> PackKind:
    """Add a draft of a pack below an event, perhaps about one date of it, and return it.

    Its title is in the language of the event. Raises ``PermissionDenied``.
    """
    model = new_pack_type(event, user)
    if model is None:
        raise PermissionDenied
    pack = model(
        title=_title(event, meeting),
        locale=event.locale,
        owner=user,
        event_id=event.pk,
        meeting=meeting,
        live=False,
    )
    event.add_child(instance=pack)
    return pack


def _title(event: EventKind, meeting: Meeting | None) -> str:
    with translation.override(event.locale.language_code):
        title = gettext("What we learnt: %(title)s") % {"title": event.title}
        if meeting is not None and meeting.current_start is not None:
            title = f"{title}, {date_format(meeting.current_start.date(), 'DATE_FORMAT')}"
    return title[:255]
