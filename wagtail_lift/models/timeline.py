"""The meetings of an event as a page shows them: built here, stored by the projection.

The same builder serves drafts and previews, which are never stored.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from ..domain.packs import PackFacts, covering_opens_at
from ..domain.schedule import PlannedDate, plan_first_date
from ..domain.validation import schedule_problems
from .families import pages_showing, source_of
from .meetings import Meeting
from .occurrences import EventOccurrence
from .packs import is_unrestricted, pack_facts, packs_about


def planned_dates(source: Any) -> list[PlannedDate]:
    """Return the dates that the source page plans, the first one first; never raises."""
    return [plan_first_date(source.typed_dates)]


def take_plan(meeting: Meeting, planned: PlannedDate, source: Any) -> bool:
    """Copy a planned date into a meeting without saving it; return whether a reader would notice.

    Noticed are changes of start, end, zone or place.
    """
    noticed = {
        "starts_at": planned.starts_at,
        "ends_at": planned.ends_at,
        "timezone": source.timezone or "UTC",
        "place": source.place,
    }
    is_new = any(getattr(meeting, name) != value for name, value in noticed.items())
    for name, value in noticed.items():
        setattr(meeting, name, value)
    problems = schedule_problems(source.typed_dates)
    meeting.problem = problems[0].problem.value if problems else ""
    capacity = source.capacity
    meeting.places_limit = max(capacity, meeting.places_taken) if capacity is not None else None
    return is_new


def build_occurrences(
    page: Any,
    source: Any,
    meetings: Iterable[Meeting],
    packs: Sequence[tuple[Any, PackFacts]] = (),
    *,
    is_public: bool = True,
) -> list[EventOccurrence]:
    """Return unsaved occurrences of ``page``, one for each meeting, in the order of their time."""
    occurrences = [_occurrence(page, source, meeting, is_public) for meeting in meetings]
    known = [occurrence.facts() for occurrence in occurrences]
    for occurrence, facts in zip(occurrences, known, strict=True):
        covering = [(pack, pf) for pack, pf in packs if pf.date_key in (None, facts.key)]
        occurrence.pack_opens_at = covering_opens_at([pf for _, pf in covering], facts, known)
        if occurrence.pack_opens_at is not None:
            occurrence.pack_id = _pack_to_show(covering, page).pk
    return in_order(occurrences)


def _occurrence(page: Any, source: Any, meeting: Meeting, is_public: bool) -> EventOccurrence:
    return EventOccurrence(
        page_id=page.pk,
        meeting=meeting,
        is_public=is_public,
        title=page.title,
        summary=page.summary,
        lead_image_id=page.lead_image_id,
        lead_image_alt_text=page.lead_image_alt_text,
        date_key=meeting.date_key,
        state=meeting.state,
        public_note=meeting.public_note,
        starts_at=meeting.current_starts_at,
        ends_at=meeting.current_ends_at,
        previous_starts_at=meeting.previous_starts_at,
        timezone=meeting.timezone,
        attendance_mode=page.attendance_mode,
        place=page.place,
        booking_mode=source.booking_mode,
        booking_opens_at=source.booking_opens_at(meeting.timezone),
        booking_closes_at=source.booking_closes_at(meeting.timezone),
        booking_places=source.booking_places,
        places_limit=meeting.places_limit,
        places_taken=meeting.places_taken,
        has_waiting_list=source.has_waiting_list,
    )


def _pack_to_show(covering: Sequence[tuple[Any, PackFacts]], page: Any) -> Any:
    """Prefer a public pack in the reader's language, then one about this very date."""
    public = [(pack, pf) for pack, pf in covering if pf.is_public]
    return min(
        public, key=lambda p: (p[0].locale_id != page.locale_id, p[1].date_key is None, p[0].pk)
    )[0]


def in_order(occurrences: Iterable[EventOccurrence]) -> list[EventOccurrence]:
    """Return occurrences by start, undated ones last."""
    return sorted(
        occurrences,
        key=lambda o: (o.starts_at is None, o.starts_at and o.starts_at.timestamp(), o.date_key),
    )


def draft_occurrences(page: Any) -> list[EventOccurrence]:
    """Return how a page would show its meetings if it were published as it is; nothing is saved.

    What was done to a meeting (cancelled, moved …) holds for drafts too.
    """
    source = source_of(page) if page.pk else page
    if source.pk == page.pk:
        source = page
    known = {m.date_key: m for m in Meeting.objects.filter(event_id=source.pk)} if page.pk else {}
    meetings = []
    for planned in planned_dates(source):
        meeting = known.get(planned.key) or Meeting(date_key=planned.key)
        take_plan(meeting, planned, source)
        meetings.append(meeting)
    packs = packs_about(pages_showing(source)) if page.pk else []
    return build_occurrences(
        page,
        source,
        meetings,
        [(pack, pack_facts(pack)) for pack in packs],
        is_public=bool(page.live) and bool(page.pk) and is_unrestricted(page),
    )
