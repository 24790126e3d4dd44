"""The meetings of an event as a page shows them: built here, stored by the projection.

The same builder serves drafts and previews, which are never stored.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from ...conf import settings
from ...domain.packs import PackFacts, covering_opens_at
from ...domain.recurrence import horizon_end
from ...domain.schedule import FIRST_DATE_KEY, PlannedDate
from ...domain.series import next_rule_day, plan_dates, series_problems
from ...enums import FacetKind, MeetingState
from ..meetings import Meeting
from ..occurrences import EventFacet, EventOccurrence
from ..packs.lookup import has_pack, is_unrestricted, pack_facts, packs_about
from .families import pages_showing, source_of

_COLUMNS = [(field, field.get_default()) for field in EventOccurrence._meta.concrete_fields]
_MEETING = EventOccurrence._meta.get_field("meeting")


def horizon_of(source: Any, now: datetime) -> date:
    """Return the day up to which the dates of a rule are worked out at ``now``.

    The horizon begins today or, for an event that starts later, on its first day.
    """
    today = now.astimezone(source.zone).date()
    return horizon_end(max(today, source.start_date or today), settings.HORIZON_MONTHS)


def planned_dates(source: Any, now: datetime) -> list[PlannedDate]:
    """Return the dates that the source page plans, the first one first; never raises."""
    return plan_dates(source.typed_series, until=horizon_of(source, now))


@dataclass(frozen=True, slots=True)
class Plan:
    """What a source page plans: its dates, what all of them share, and what is wrong with them.

    ``next_day`` is the first local day beyond the horizon on which a rule gives a date.
    """

    dates: Sequence[PlannedDate]
    timezone: str
    place: str
    booking_mode: str
    places: str
    problem: str
    next_day: date | None


def plan_of(source: Any, now: datetime) -> Plan:
    """Return what a source page plans; never raises."""
    series, until = source.typed_series, horizon_of(source, now)
    problems = series_problems(series, months=settings.HORIZON_MONTHS)
    return Plan(
        dates=plan_dates(series, until=until),
        timezone=source.timezone or "UTC",
        place=source.place,
        booking_mode=source.booking_mode,
        places=source.booking_places,
        problem=problems[0].problem.value if problems else "",
        next_day=next_rule_day(series, after=until),
    )


def take_plan(meeting: Meeting, planned: PlannedDate, plan: Plan) -> list[str]:
    """Copy a planned date into a meeting without saving it; return which columns have changed.

    The word on places is the meeting's own. The page says it of a new meeting and, as nothing that
    was said holds any longer, once booking is done in another way.
    """
    columns = {
        "starts_at": planned.starts_at,
        "ends_at": planned.ends_at,
        "timezone": plan.timezone,
        "place": plan.place,
        "problem": plan.problem if planned.key == FIRST_DATE_KEY else "",
        "booking_mode": plan.booking_mode,
    }
    if meeting.booking_mode != plan.booking_mode:
        columns["places"] = plan.places
    changed = [name for name, value in columns.items() if getattr(meeting, name) != value]
    for name in changed:
        setattr(meeting, name, columns[name])
    return changed


def is_relied_on(meeting: Meeting) -> bool:
    """Return whether a date must not go by itself: decided by hand, or told of in a pack.

    It is put to the editor when the page plans it no more.
    """
    is_decided = meeting.state != MeetingState.SCHEDULED or meeting.is_moved
    return is_decided or has_pack(meeting)


def build_occurrences(
    page: Any,
    source: Any,
    meetings: Iterable[Meeting],
    packs: Sequence[tuple[Any, PackFacts]] = (),
    facets: Iterable[EventFacet] = (),
    *,
    is_public: bool = True,
) -> list[EventOccurrence]:
    """Return unsaved occurrences of ``page``, one for each meeting, in the order of their time."""
    shared = _shared_columns(page, source, is_public, facets)
    occurrences = [_occurrence(shared, source, meeting) for meeting in meetings]
    if packs:
        _show_packs(occurrences, packs, page)
    name_dates(occurrences)
    return in_order(occurrences)


def _show_packs(
    occurrences: Sequence[EventOccurrence], packs: Sequence[tuple[Any, PackFacts]], page: Any
) -> None:
    known = [occurrence.facts() for occurrence in occurrences]
    for occurrence, facts in zip(occurrences, known, strict=True):
        covering = [(pack, pf) for pack, pf in packs if pf.date_key in (None, facts.key)]
        occurrence.pack_opens_at = covering_opens_at([pf for _, pf in covering], facts, known)
        if occurrence.pack_opens_at is not None:
            pack = _pack_to_show(covering, page)
            occurrence.pack_id = pack.pk
            expiries = filter(None, (occurrence.expires_at, pack.expire_at))
            occurrence.expires_at = min(expiries, default=None)


def name_dates(occurrences: Sequence[EventOccurrence]) -> None:
    """Give each date of an event the word by which ``?date=`` asks for it.

    It is the local day, with the time where two dates share a day, and empty for an only date.
    """
    if len(occurrences) < 2:
        return
    days = Counter(o.local_starts_at.date() for o in occurrences if o.local_starts_at)
    moments = Counter(o.starts_at for o in occurrences)
    for occurrence in occurrences:
        local = occurrence.local_starts_at
        if local is None or moments[occurrence.starts_at] > 1:
            occurrence.date_param = occurrence.date_key
        elif days[local.date()] > 1:
            occurrence.date_param = f"{local:%Y-%m-%dT%H:%M}"
        else:
            occurrence.date_param = local.date().isoformat()


def _shared_columns(
    page: Any, source: Any, is_public: bool, facets: Iterable[EventFacet]
) -> dict[str, Any]:
    """Return what is the same for all dates of an event on a page."""
    names = (facet.label for facet in facets if facet.kind == FacetKind.HOST)
    hosts = [" ".join(name.splitlines()) for name in names if name.strip()]
    return {
        "page_id": page.pk,
        "is_public": is_public,
        "title": page.title,
        "summary": page.summary,
        "lead_image_id": page.lead_image_id,
        "lead_image_alt_text": page.lead_image_alt_text,
        "host_names": "\n".join(hosts),
        "attendance_mode": page.attendance_mode,
        "place": page.place,
        "expires_at": page.expire_at,
    }


def _occurrence(shared: dict[str, Any], source: Any, meeting: Meeting) -> EventOccurrence:
    columns = {
        **shared,
        "meeting_id": meeting.pk,
        "date_key": meeting.date_key,
        "state": meeting.state,
        "public_note": meeting.public_note,
        "starts_at": meeting.current_starts_at,
        "ends_at": meeting.current_ends_at,
        "previous_starts_at": meeting.previous_starts_at,
        "timezone": meeting.timezone,
        "booking_opens_at": source.booking_opens_at(meeting.timezone),
        "booking_closes_at": source.booking_closes_at(meeting.timezone),
        "booking_mode": meeting.booking_mode,
        "places": meeting.places,
    }
    # By position, which Django does in half the time.
    occurrence = EventOccurrence(*[columns.get(f.attname, default) for f, default in _COLUMNS])
    _MEETING.set_cached_value(occurrence, meeting)
    return occurrence


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

    What was done to a meeting (cancelled, moved …) holds for drafts too. They name no hosts: only
    lists do, and those show what is published.
    """
    source = source_of(page) if page.pk else page
    if source.pk == page.pk:
        source = page
    known = {m.date_key: m for m in Meeting.objects.filter(event_id=source.pk)} if page.pk else {}
    meetings = []
    plan = plan_of(source, timezone.now())
    for planned in plan.dates:
        meeting = known.pop(planned.key, None) or Meeting(date_key=planned.key)
        take_plan(meeting, planned, plan)
        meetings.append(meeting)
    meetings += [meeting for meeting in known.values() if is_relied_on(meeting)]
    packs = packs_about(pages_showing(source)) if page.pk else []
    return build_occurrences(
        page,
        source,
        meetings,
        [(pack, pack_facts(pack)) for pack in packs],
        is_public=bool(page.live) and bool(page.pk) and is_unrestricted(page),
    )
