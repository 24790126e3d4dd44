"""From the plan of a published page to meetings: kept, new, withdrawn or left to an editor."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from django.utils import timezone

from ..events.plans import (
    MergedPlan,
    Plan,
    is_planned_alike,
    merge_plan,
    plan_of,
    settle,
    stored_plan,
)
from ..events.translated_locations import note_translated_locations
from ..extension import relied_on
from ..models import Event, Meeting
from ..models.kinds import EventKind


def sync_meetings(
    events: Mapping[int, Event],
    pages: Mapping[int, Sequence[EventKind]],
    *,
    makes_past: bool = False,
) -> dict[int, list[Meeting]]:
    """Apply the plans of sources to the meetings of events; return the meetings that are shown.

    ``events`` are locked; ``pages`` holds the pages of each event, the source first. An event whose
    source is not published keeps its meetings unchanged. Only differences are written.
    """
    now = timezone.now()
    known = _meetings_of(events)
    sources = {key: shown[0] for key, shown in pages.items() if shown and shown[0].live}
    _forget_next_dates(event for key, event in events.items() if key not in sources)
    plans = {key: plan_of(source, now, known[key]) for key, source in sources.items()}
    merged = {
        key: _merge(events[key], source, plans[key], known[key], now, makes_past=makes_past)
        for key, source in sources.items()
    }
    relied = relied_on([meeting for plan in merged.values() for meeting in plan.left])
    for key, taken_up in merged.items():
        settle(taken_up, plans[key], relied, now)
    _store(merged)
    meetings = {
        key: merged[key].meetings
        if key in merged
        else [meeting for meeting in found if not meeting.is_withdrawn]
        for key, found in known.items()
    }
    _note_translated_locations(pages, meetings, now)
    return meetings


def _note_translated_locations(
    pages: Mapping[int, Sequence[EventKind]],
    meetings: Mapping[int, Iterable[Meeting]],
    now: datetime,
) -> None:
    changed: list[Meeting] = []
    for key, (source, *others) in ((key, shown) for key, shown in pages.items() if shown):
        translations = [p for p in others if p.live and p.locale_id != source.locale_id]
        changed += note_translated_locations(translations, meetings[key], now)
    if changed:
        Meeting.objects.bulk_update(changed, ["translated_locations"], batch_size=200)


def _forget_next_dates(hidden: Iterable[Event]) -> None:
    """Clear the next date of events that are not published: none of their dates takes place."""
    keys = [event.pk for event in hidden if event.next_date is not None]
    if keys:
        Event.objects.filter(pk__in=keys).update(next_date=None)


def _meetings_of(event_ids: Iterable[int]) -> dict[int, list[Meeting]]:
    """Return the meetings of each event in order of creation, including withdrawn ones."""
    found: dict[int, list[Meeting]] = {key: [] for key in event_ids}
    meetings = Meeting.objects.filter(event__in=found).select_related("venue")
    for meeting in meetings.order_by("pk"):
        found[meeting.event_id].append(meeting)
    return found


def _merge(
    event: Event,
    source: EventKind,
    plan: Plan,
    meetings: Sequence[Meeting],
    now: datetime,
    *,
    makes_past: bool,
) -> MergedPlan:
    """Apply the plan of a source to the meetings, and store the plan on the event.

    Dates beyond the horizon were always planned, so they are made even if the horizon moves after
    they have passed.
    """
    stored = stored_plan(source)
    horizon = event.next_date if is_planned_alike(event.plan, stored) else None
    past_from = date.min if makes_past else horizon
    values = {"title": source.title, "plan": stored, "next_date": plan.next_day}
    changed = [name for name, value in values.items() if getattr(event, name) != value]
    for name in changed:
        setattr(event, name, values[name])
    if changed:
        event.save(update_fields=changed)
    return merge_plan(plan, meetings, now, past_from=past_from)


def _store(merged: Mapping[int, MergedPlan]) -> None:
    """Write changed and new meetings; delete undated withdrawn ones, which no calendar has."""
    changes = [change for plan in merged.values() for change in plan.changed]
    gone = [meeting.pk for meeting, _ in changes if meeting.is_withdrawn and not meeting.date_key]
    kept = {meeting: columns for meeting, columns in changes if meeting.pk not in gone}
    if gone:
        Meeting.objects.filter(pk__in=gone).delete()
    if kept:
        columns = sorted({name.removesuffix("_id") for names in kept.values() for name in names})
        Meeting.objects.bulk_update(kept, columns, batch_size=200)
    for key, plan in merged.items():
        for meeting in plan.new:
            meeting.event_id = key
    Meeting.objects.bulk_create(
        [meeting for plan in merged.values() for meeting in plan.new], batch_size=200
    )
