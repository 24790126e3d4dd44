"""Notices for editors about a page; they never block saving or publishing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from ..blocks import lost_notes
from ..domain.lifecycle import stage
from ..domain.packs import PackFacts, pack_opens_at
from ..domain.series import days_without_effect, series_notices
from ..enums import BookingMode, BookingPlaces, MeetingState, Notice, PlannedState, Stage
from ..events.date_plans import NEXT_DATES, state_of
from ..events.facets import related
from ..events.plan_effects import plan_effects
from ..events.plans import horizon_of
from ..formats.clock_words import day_in_words
from ..models.kinds import EventKind, PackKind
from ..models.meetings import Meeting
from ..models.pack_openings import PackOpening
from ..packs.lookup import opened_at_of, original_of
from ..packs.openness import date_key_of, facts_of, meetings_of

MOST_DAYS = 3
"""How many days a notice names."""


@dataclass(frozen=True, slots=True)
class EditorNotice:
    """A notice for editors; ``about`` names its subject where that is not clear."""

    notice: Notice
    about: str = ""

    @property
    def words(self) -> SafeString:
        """Return the notice as HTML; ``<bdi>`` isolates the text direction of ``about``."""
        label = self.notice.label
        return format_html("{} <bdi>{}</bdi>", label, self.about) if self.about else escape(label)


@dataclass(frozen=True, slots=True)
class Decision:
    """What an action did to a date; the datetimes are in the event's zone.

    ``place`` is set only if the date is not at the place its page gives.
    """

    meeting_id: int
    state: str
    label: str
    starts_at: datetime | None
    previous_starts_at: datetime | None
    timezone: str
    place: str
    public_note: str


@dataclass(frozen=True, slots=True)
class PlacesOfDate:
    """The availability of places on one date; ``starts_at`` is in the event's zone."""

    meeting_id: int
    starts_at: datetime | None
    timezone: str
    word: BookingPlaces

    @property
    def other_words(self) -> list[BookingPlaces]:
        """Return the other possible values."""
        return [word for word in BookingPlaces if word != self.word]


def event_notices(page: EventKind, now: datetime) -> list[EditorNotice]:
    """Return the notices about an event's draft, most important first."""
    rules: list[tuple[Notice, Callable[[], bool]]] = [
        (Notice.NO_HOST, lambda: hasattr(page, "event_hosts") and not related(page, "event_hosts")),
        (Notice.NO_QUESTION, lambda: not page.questions),
        (Notice.NO_PLACE, lambda: not page.location.is_named),
        (Notice.NO_SUMMARY, lambda: not page.summary.strip()),
        (
            Notice.IMAGE_WITHOUT_ALT,
            lambda: page.lead_image_id is not None and not page.lead_image_alt_text.strip(),
        ),
        (Notice.DATE_PAST, lambda: not page.live and is_past(page, now)),
    ]
    told = [EditorNotice(notice) for notice, applies in rules if applies()]
    told += [*past_notices(page, now), *unlisted_hosts(page), *notes_without_question(page)]
    told += [EditorNotice(notice) for notice in clock_notices(page)]
    return told + days_left_out_in_vain(page, now)


def past_notices(page: EventKind, now: datetime) -> list[EditorNotice]:
    """Return notices about past dates: those the plan corrects, leaves alone or does not add."""
    effects = plan_effects(page, now)
    told = [
        (Notice.PAST_CORRECTED, effects.corrected),
        (Notice.PAST_STAYS, effects.kept),
        (Notice.PAST_NOT_MADE, effects.missed),
    ]
    return [EditorNotice(notice, _days(moments)) for notice, moments in told if moments]


def _days(moments: Sequence[datetime]) -> str:
    """Return the latest days in words, at most three, and how many more there are."""
    named = ", ".join(date_format(moment, "D j M Y") for moment in reversed(moments[-MOST_DAYS:]))
    more = len(moments) - MOST_DAYS
    if more <= 0:
        return named
    words = ngettext("%(days)s and %(count)d more", "%(days)s and %(count)d more", more)
    return words % {"days": named, "count": more}


def missed_past_dates(page: EventKind, now: datetime) -> Sequence[datetime]:
    """Return the past dates of a published plan that were never created."""
    return plan_effects(page, now).missed if page.live else ()


def is_past(page: EventKind, now: datetime) -> bool:
    """Return whether all dates of an event have taken place."""
    return all(stage(o.facts(), now) == Stage.TAKEN_PLACE for o in page.get_occurrences())


def debut_notices(page: EventKind, now: datetime) -> list[EditorNotice]:
    """Return the notices to show once, when an event is first published."""
    published = type(page)._default_manager.filter(pk=page.pk, live=True)
    is_debut = published.filter(first_published_at=F("last_published_at")).exists()
    return [EditorNotice(Notice.DATE_PAST)] if is_debut and is_past(page, now) else []


def unlisted_hosts(page: EventKind) -> list[EditorNotice]:
    """Return a notice for each host that readers will not see, with the reason."""
    hosts = [link.host for link in related(page, "event_hosts") if link.host_id]
    return [
        EditorNotice(Notice.HOST_NOT_LISTED, f"{host.display_name} ({host.status_label})")
        for host in hosts
        if not host.is_public
    ]


def notes_without_question(page: EventKind) -> list[EditorNotice]:
    """Return a notice, by part number, for each note whose question was removed."""
    lost = lost_notes(page.running_order, (question.id for question in page.questions))
    return [EditorNotice(Notice.NOTE_WITHOUT_QUESTION, str(note.position + 1)) for note in lost]


def clock_notices(page: EventKind) -> tuple[Notice, ...]:
    """Return notices about planned times that are not read as they look (clock changes)."""
    if not page.is_source:
        return ()
    return series_notices(page.typed_series, until=horizon_of(page, timezone.now()))


def days_left_out_in_vain(page: EventKind, now: datetime) -> list[EditorNotice]:
    """Return a notice that names skipped days the rule does not (or no longer) produce."""
    if not page.is_source:
        return []
    days = days_without_effect(page.typed_series, until=horizon_of(page, now))
    named = "; ".join(map(day_in_words, days))
    return [EditorNotice(Notice.LEFT_OUT_IN_VAIN, named)] if days else []


def pack_notices(page: PackKind, now: datetime) -> list[EditorNotice]:
    """Return why a pack would stay closed if it were published as it is."""
    if page.opens_early:
        return []
    if page.event_page is None:
        return [EditorNotice(Notice.PACK_WITHOUT_EVENT)]
    meetings = meetings_of([page.event_id]).get(page.event_id, [])
    key = date_key_of(page, meetings)
    dates = [facts_of(meeting) for meeting in meetings if key in (None, meeting.date_key)]
    opened_at = opened_at_of([page]).get(original_of(page))
    opens_at = pack_opens_at(PackFacts(is_public=True, date_key=key, opened_at=opened_at), dates)
    if opens_at is not None and opens_at <= now:
        return []
    is_off = bool(dates) and not any(facts.is_going_ahead for facts in dates)
    return [EditorNotice(Notice.PACK_EVENT_OFF if is_off else Notice.PACK_BEFORE_END)]


def kept_openings(page: PackKind, now: datetime) -> list[PackOpening]:
    """Return the stored opening of a pack, if nothing else keeps the pack open any more."""
    opening = PackOpening.objects.filter(pack=original_of(page)).first()
    is_kept = opening is not None and opening_by_itself(page) is None
    return [opening] if opening and is_kept else []


def opening_by_itself(page: PackKind) -> datetime | None:
    """Return when a pack would have opened without its stored opening, or ``None``.

    The draft's ``opens_early`` counts.
    """
    meetings = meetings_of([page.event_id]).get(page.event_id, []) if page.event_id else []
    facts = PackFacts(
        is_public=True, is_opened_early=page.opens_early, date_key=date_key_of(page, meetings)
    )
    opens_at = pack_opens_at(facts, [facts_of(meeting) for meeting in meetings])
    return opens_at if opens_at is not None and opens_at <= timezone.now() else None


def decisions(page: EventKind, now: datetime) -> list[Decision]:
    """Return the dates that were cancelled, postponed or changed, or are no longer planned.

    A date that is no longer planned is included as long as somebody relies on it.
    """
    event = page.lift_event
    meetings = event.meetings.shown() if event else ()
    return [
        Decision(
            meeting_id=meeting.pk,
            state=state_of(meeting).value,
            label=str(meeting.get_state_display()),
            starts_at=local(meeting, meeting.current_starts_at),
            previous_starts_at=local(meeting, meeting.previous_starts_at),
            timezone=meeting.timezone.replace("_", " "),
            place=meeting.place if meeting.has_own_location else "",
            public_note=meeting.public_note,
        )
        for meeting in meetings
        if state_of(meeting) != PlannedState.AS_PLANNED
    ]


def places_of_dates(page: EventKind, now: datetime) -> list[PlacesOfDate]:
    """Return the availability of the next dates that are booked on another website."""
    event = page.lift_event
    meetings = event.meetings.shown() if event else ()
    asked = [
        PlacesOfDate(
            meeting_id=meeting.pk,
            starts_at=local(meeting, meeting.current_starts_at),
            timezone=meeting.timezone.replace("_", " "),
            word=BookingPlaces(meeting.places),
        )
        for meeting in meetings
        if meeting.booking_mode == BookingMode.ELSEWHERE
        and stage(facts_of(meeting), now) in (Stage.UPCOMING, Stage.HAPPENING_NOW, Stage.UNDATED)
    ]
    asked.sort(
        key=lambda date: (date.starts_at is None, date.starts_at and date.starts_at.timestamp())
    )
    return asked[:NEXT_DATES]


def is_only_changed(meeting: Meeting) -> bool:
    """Return whether a meeting goes ahead, but at another time or place."""
    return meeting.state == MeetingState.SCHEDULED and meeting.is_changed


def local(meeting: Meeting, instant: datetime | None) -> datetime | None:
    """Return an instant in the zone of its event."""
    return instant and instant.astimezone(meeting.zone)


def other_sources(page: EventKind, now: datetime) -> list[EventKind]:
    """Return the page from which a translation's dates and booking are read."""
    return [] if page.is_source else [page.source]


def running_orders(page: EventKind, now: datetime) -> list[EventKind]:
    """Return the page that holds the event's running order: its source."""
    return [page.source]
