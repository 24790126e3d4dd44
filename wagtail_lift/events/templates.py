"""The event of a programme from which its new events start.

An event, or a draft, below the programme. It serves new pages of its own type, with what its latest
draft says; elsewhere, deleted, or for another type, new events start empty. Nothing ties a new
event to it afterwards.
"""

from django.contrib.auth.base_user import AbstractBaseUser
from wagtail.models import COMMENTS_RELATION_NAME

from ..models.kinds import EventKind, ProgrammeKind, page_types
from .duplicates import BOOKING_DAYS, BOOKING_TIMES, OF_THE_OLD_DATE, OF_THE_PAGE
from .own_fields import own_fields

_DAYS = ("start_date", "end_date", *BOOKING_DAYS, *BOOKING_TIMES.values())
OF_ITS_DATE = frozenset({*OF_THE_OLD_DATE, *OF_THE_PAGE, *_DAYS})
"""What each new event has of its own, besides title and address. It takes the times of day."""


def template_of(programme: ProgrammeKind) -> EventKind | None:
    """Return the page (specific) from which new events of a programme start, or ``None``.

    Below a translation or copy of the programme that is the template's translation there.
    """
    chosen = programme.event_template
    if chosen is None or not programme.path:
        return None
    found = [
        page
        for model in page_types(EventKind)
        for page in model._default_manager.filter(
            translation_key=chosen.translation_key,
            path__startswith=programme.path,
            depth__gt=programme.depth,
        )
    ]
    found.sort(key=lambda page: (page.pk != chosen.pk, page.locale_id != programme.locale_id))
    return found[0] if found else None


def start_from_template(
    page: EventKind, programme: ProgrammeKind, user: AbstractBaseUser | None
) -> None:
    """Give an unsaved event what the programme's template says, where it has nothing yet.

    Private values come along only for a ``user`` who may edit the template.
    """
    template = template_of(programme)
    if template is None or type(template) is not type(page):
        return
    draft = template.get_latest_revision_as_object()
    may_edit = user is None or template.permissions_for_user(user).can_edit()
    private = () if may_edit else template.api_private_fields
    for name, field in own_fields(type(page)).items():
        is_new = getattr(page, field.attname) == field.get_default() or not getattr(page, name)
        if is_new and name not in OF_ITS_DATE and name not in private:
            setattr(page, field.attname, getattr(draft, field.attname))
    draft.copy_all_child_relations(page, exclude=[COMMENTS_RELATION_NAME])
    page.started_from = template.get_admin_display_title()
