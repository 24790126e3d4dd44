"""Start a site's first programme, with an example event in which an editor goes on."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import AbstractPage

from ..enums import AttendanceMode
from ..models.kinds import EventKind, ProgrammeKind, page_types

WEEKS_AHEAD = 4


@dataclass(frozen=True, slots=True)
class Started:
    """A published programme, and the draft of an event below it."""

    programme: AbstractPage
    event: AbstractPage


def start_programme(parent: AbstractPage, *, today: date, user: AbstractBaseUser | None) -> Started:
    """Publish a programme below ``parent``, with an example event as a draft below it.

    The words are in the language of ``parent``. The event is four weeks after ``today``. Raise
    ``ValidationError`` if a page type of the site asks for more than ours.
    """
    with transaction.atomic(), override(parent.locale.language_code):
        programme = parent.add_child(
            instance=_first(ProgrammeKind, parent)(title=_("Conversations"), live=False, owner=user)
        )
        programme.save_revision(user=user, log_action=True).publish(user=user)
        event = programme.add_child(
            instance=_first(EventKind, programme)(live=False, owner=user, **_example(today))
        )
        event.save_revision(user=user, log_action=True)
    programme.refresh_from_db()
    return Started(programme, event)


def _first(kind: type, parent: AbstractPage) -> type[AbstractPage]:
    """Return the first page type of a kind of which an editor can make pages there."""
    for model in page_types(kind):
        if model.can_create_at(parent):
            return model
    raise ValidationError(_("Neither a programme nor an event can be added there."))


def _example(today: date) -> dict[str, Any]:
    """Return the fields of an event that shows what belongs where."""
    questions = [
        _("When did somebody’s kindness change your day?"),
        _("What makes it hard to be kind at work?"),
        _("What could we do tomorrow?"),
    ]
    about = _(
        "This is an example. Change it into your first event, or delete it. Readers do not see it "
        "until you publish it."
    )
    return {
        "title": _("Example: kindness at work"),
        "summary": _("An hour and a half of talking in small groups, question by question."),
        "start_date": today + timedelta(weeks=WEEKS_AHEAD),
        "start_time": time(18, 30),
        "end_time": time(20),
        "attendance_mode": AttendanceMode.IN_PERSON,
        "venue_name": _("The library, first floor"),
        "audience": _("Everybody who works with people, paid or not."),
        "body": [("paragraph", format_html("<p>{}</p>", about))],
        "conversation": [("question", {"question": each, "minutes": 20}) for each in questions],
    }
