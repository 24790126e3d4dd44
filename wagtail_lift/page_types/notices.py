"""Notices for editors about a page; they never block saving or publishing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from ..blocks import recordings_without_words
from ..domain.lifecycle import stage
from ..domain.packs import PackFacts, pack_opens_at
from ..domain.when import When
from ..enums import BookingMode, BookingPlaces, MeetingState, Notice, PlannedState, Stage
from ..events.date_plans import NEXT_DATES, state_of
from ..models.kinds import EventKind, PackKind
from ..models.meetings import Meeting
from ..models.pack_openings import PackOpening
from ..packs.lookup import is_standalone, opened_at_of, original_of
from ..packs.openness import date_key_of, facts_of, meetings_of
from .field_places import place_of

MOST_DAYS = 3
"""How many days a notice names."""


@dataclass(frozen=True, slots=True)
class EditorNotice:
    """A notice for editors; ``about`` names its subject where that is not clear.

    ``where`` says where in the admin to put it right, empty where there is nothing to do.
    """

    notice: Notice
    about: str = ""
    where: str = ""

    @property
    def words(self) -> SafeString:
        """Return the notice as HTML; ``<bdi>`` isolates the text direction of each part."""
        parts = [(self.about,), (self.where and f"({self.where})",)]
        told = format_html_join("", " <bdi>{}</bdi>", (part for part in parts if part[0]))
        return format_html("{}{}", self.notice.label, told)


@dataclass(frozen=True, slots=True)
class Decision:
    """What an action did to a date.

    ``place`` is set only if the date is not at the place its page gives.
    """

    meeting_id: int
    state: str
    label: str
    when: When | None
    previous_when: When | None
    timezone: str
    place: str
    public_note: str


@dataclass(frozen=True, slots=True)
class PlacesOfDate:
    """The availability of places on one date."""

    meeting_id: int
    when: When | None
    timezone: str
    word: BookingPlaces

    @property
    def other_words(self) -> list[BookingPlaces]:
        """Return the other possible values."""
        return [word for word in BookingPlaces if word != self.word]


def pack_notices(page: PackKind, now: datetime) -> list[EditorNotice]:
    """Return why a pack would stay closed if it were published as it is."""
    if page.opens_early or is_standalone(page):
        return []
    if page.event_page is None:
        return [EditorNotice(Notice.PACK_WITHOUT_EVENT, where=place_of(page, "event"))]
    meetings = meetings_of([page.event_id]).get(page.event_id, [])
    key = date_key_of(page, meetings)
    dates = [facts_of(meeting) for meeting in meetings if key in (None, meeting.date_key)]
    opened_at = opened_at_of([page]).get(original_of(page))
    opens_at = pack_opens_at(PackFacts(is_public=True, date_key=key, opened_at=opened_at), dates)
    if opens_at is not None and opens_at <= now:
        return []
    is_off = bool(dates) and not any(facts.is_going_ahead for facts in dates)
    return [EditorNotice(Notice.PACK_EVENT_OFF if is_off else Notice.PACK_BEFORE_END)]


def silent_recordings(page: EventKind | PackKind) -> list[EditorNotice]:
    """Return a notice, by title, for each recording without captions and transcript."""
    where = place_of(page, "materials")
    titles = recordings_without_words(page.materials)
    return [EditorNotice(Notice.RECORDING_WITHOUT_WORDS, title, where) for title in titles]


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
        is_public=True,
        is_opened_early=page.opens_early,
        date_key=date_key_of(page, meetings),
        is_standalone=is_standalone(page),
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
            when=meeting.when,
            previous_when=meeting.previous_when,
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
            when=meeting.when,
            timezone=meeting.timezone.replace("_", " "),
            word=BookingPlaces(meeting.places),
        )
        for meeting in meetings
        if meeting.booking_mode == BookingMode.ELSEWHERE
        and stage(facts_of(meeting), now) in (Stage.UPCOMING, Stage.HAPPENING_NOW, Stage.UNDATED)
    ]
    asked.sort(key=lambda date: (date.when is None, date.when and date.when.starts_at.timestamp()))
    return asked[:NEXT_DATES]


def is_only_changed(meeting: Meeting) -> bool:
    """Return whether a meeting goes ahead, but at another time or place."""
    return meeting.state == MeetingState.SCHEDULED and meeting.is_changed


def other_sources(page: EventKind, now: datetime) -> list[EventKind]:
    """Return the page from which a translation's dates and booking are read."""
    return [] if page.is_source else [page.source]


def running_orders(page: EventKind, now: datetime) -> list[EventKind]:
    """Return the page that holds the event's running order: its source."""
    return [page.source]


def marks_of_notices(context: Mapping[str, Any]) -> str:
    """Return an HTML attribute with the notices about a page that is previewed in the admin.

    Wagtail's content checker finds them by it. Readers, and guests of a shared draft, are never
    given it.
    """
    page, request = context.get("page"), context.get("request")
    is_preview = getattr(request, "is_preview", False) and not getattr(page, "shared_until", None)
    if page is None or not is_preview:
        return ""
    codes = dict.fromkeys(each.notice.value for each in page.get_editor_notices(timezone.now()))
    return format_html(' data-lift-notices="{}"', " ".join(codes))
