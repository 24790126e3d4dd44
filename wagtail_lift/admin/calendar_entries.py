"""What the calendar of the admin shows: dates of events, and the planned ones of drafts."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlencode

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import AbstractPage

from ..access.date_rights import explorable_meetings, may_act_on
from ..date_forms import MoveMeetingForm
from ..domain.months import Span
from ..domain.schedule import TypedDates, plan_date
from ..enums import Hours, Stage, word_or
from ..formats.clock_words import times_in_words
from ..models import Meeting, get_page_model
from ..models.kinds import EventKind, page_types
from ..models.querysets import page_policy
from .date_words import stage_in_words

FARTHEST = timedelta(days=1)
"""No zone is further than this from UTC."""

TYPED = ("start_date", "start_time", "end_date", "end_time", "timezone", "hours")


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """A date in the calendar; ``times`` are those of its own zone, empty if untyped.

    ``state`` says what is not as usual, in words. ``edit_url`` and ``move_url`` are empty if the
    user may not.
    """

    title: str
    times: str
    timezone: str
    state: str = ""
    is_off: bool = False
    edit_url: str = ""
    move_url: str = ""


def entries_between(
    user: AbstractBaseUser, first: date, last: date, programme: AbstractPage | None, here: str
) -> list[Span]:
    """Return what happens from ``first`` to ``last``, each on the days of its own zone.

    It is all that the user may find in the admin, at any depth below ``programme`` if one is given.
    ``here`` is the address to come back to. Two queries, and one for each page type.
    """
    below = programme.path if programme else ""
    return [*_of_meetings(user, first, last, below, here), *_of_drafts(user, first, last, below)]


def _of_meetings(
    user: AbstractBaseUser, first: date, last: date, below: str, here: str
) -> Iterable[Span]:
    begins, ends = (datetime.combine(day, time(0, 0), UTC) for day in (first, last))
    meetings = explorable_meetings(user).filter(
        starts_now__lt=ends + FARTHEST + FARTHEST,
        ends_now__gt=begins - FARTHEST,
        event__source__path__startswith=below,
    )
    found = list(meetings.order_by("starts_now", "pk"))
    pages = {meeting.event.source_id for meeting in found}
    editable = _editable(user).filter(pk__in=pages) if pages else ()
    may_edit = {page.pk for page in editable}
    for meeting in found:
        start, end = meeting.current_start, meeting.current_end
        if meeting.current_hours == Hours.OPEN_END:
            end = start
        if start is not None and end is not None:
            yield Span(_entry(meeting, user, may_edit, here), start, end)


def _entry(
    meeting: Meeting, user: AbstractBaseUser, may_edit: set[int], here: str
) -> CalendarEntry:
    """A date that has taken place is history: it is corrected in the list of dates."""
    page = meeting.event.source
    is_to_come = meeting.stage_now != Stage.TAKEN_PLACE
    may_move = is_to_come and MoveMeetingForm.applies_to(meeting) and may_act_on(user, meeting)
    move = reverse("lift_dates_modeladmin_move", args=[meeting.pk]) if may_move else ""
    is_usual = meeting.stage_now in (Stage.UPCOMING, Stage.HAPPENING_NOW)
    state = stage_in_words(meeting) if page.live and not is_usual else ""
    start = meeting.current_start
    return CalendarEntry(
        title=page.get_admin_display_title(),
        times=times_in_words(start, meeting.current_hours) if start else "",
        timezone=meeting.timezone,
        state=state if page.live else _("Not published"),
        is_off=meeting.stage_now in (Stage.CANCELLED, Stage.POSTPONED),
        edit_url=_edit_url(page.pk) if page.pk in may_edit else "",
        move_url=f"{move}?{urlencode({'next': here})}" if move else "",
    )


def _of_drafts(user: AbstractBaseUser, first: date, last: date, below: str) -> Iterable[Span]:
    """Yield the first dates of events that were never published; they move in their form."""
    may_see = page_policy(get_page_model()).explorable_instances(user).order_by().values("pk")
    may_edit: set[int] | None = None
    reaches_in = Q(start_date__gte=first) | Q(end_date__gte=first)
    for model in page_types(EventKind):
        drafts = model._default_manager.filter(
            reaches_in,
            live=False,
            pk__in=may_see,
            start_date__lte=last,
            path__startswith=below,
            lift_event_link__event__source=F("pk"),
        ).exclude(lift_event_link__event__meetings__is_withdrawn=False)
        rows = list(drafts.order_by("start_date", "pk").values_list("pk", "draft_title", *TYPED))
        if rows and may_edit is None:
            may_edit = set(_editable(user).filter(live=False).values_list("pk", flat=True))
        for key, title, *typed in rows:
            yield _span_of_draft(title, TypedDates(*typed), key if key in may_edit else None)


def _span_of_draft(title: str, typed: TypedDates, editable: int | None) -> Span:
    typed = replace(typed, hours=word_or(Hours.START_AND_END, typed.hours))
    planned = plan_date(typed)
    day = datetime.combine(typed.start_date, typed.start_time or time(0, 0))
    entry = CalendarEntry(
        title=title,
        times=times_in_words(day, typed.hours) if planned.start or typed.start_time else "",
        timezone=typed.timezone,
        state=_("Draft"),
        edit_url=_edit_url(editable) if editable else "",
    )
    end = None if typed.hours is Hours.OPEN_END else planned.end
    return Span(entry, planned.start or day, end or day + timedelta(minutes=1))


def _editable(user: AbstractBaseUser) -> QuerySet:
    policy = page_policy(get_page_model())
    return policy.instances_user_has_permission_for(user, "change").order_by().only("pk")


def _edit_url(key: int) -> str:
    return reverse("wagtailadmin_pages:edit", args=[key])
