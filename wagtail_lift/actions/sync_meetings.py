"""From the plan of a published page to its meetings: new, changed, gone or to be decided."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import uuid4

from django.utils import timezone

from ..domain.recurrence import MAX_DATES
from ..domain.schedule import PlannedDate
from ..domain.series import rule_day
from ..enums import Problem
from ..models import EventHorizon, Meeting
from ..models.events.timeline import Plan, is_relied_on, plan_of, take_plan
from .retire_meetings import bring_back, retired_dates

NOTICED = frozenset({"starts_at", "ends_at", "timezone", "place"})
"""What readers notice: a change of these raises ``sequence``."""


class SyncedMeetings(NamedTuple):
    """The meetings of events by the key of the source, and those that are to go.

    These are stored until what pages show of them was taken away, so that it is seen to go.
    """

    of_source: dict[int, list[Meeting]]
    gone: list[Meeting]


def sync_meetings(families: Sequence[list[Any]]) -> SyncedMeetings:
    """Bring the meetings of events up to their sources, but leave it to the caller to delete any.

    ``families`` are the pages of each event, the source first. A change that readers notice raises
    ``sequence``. A date that the page plans no more goes, unless anyone relies on it: then it
    stays as it is and is put to the editor.
    """
    now = timezone.now()
    known = _adopted_meetings(families)
    sources = [family[0].pk for family in families]
    horizons, retired = EventHorizon.objects.in_bulk(sources), retired_dates(sources)
    new: list[Meeting] = []
    gone: list[Meeting] = []
    for family in families:
        source, meetings = family[0], known[family[0].pk]
        if not any(page.live for page in family) or (meetings and not source.live):
            continue
        plan = plan_of(source, now)
        planned = {item.key: item for item in plan.dates}
        for key in _gone(meetings.keys() - planned.keys(), planned):
            if is_relied_on(meetings[key]):
                _put_to_editor(meetings[key])
            else:
                gone.append(meetings.pop(key))
        for key, item in planned.items():
            if key in meetings:
                _update_meeting(meetings[key], item, plan, now)
            else:
                meetings[key] = _new_meeting(source, item, plan, meetings.values())
                if meetings[key].uid in retired:
                    bring_back(meetings[key], retired[meetings[key].uid], now)
                new.append(meetings[key])
        _write_horizon(source, plan.next_day, horizons.get(source.pk))
    Meeting.objects.bulk_create(new, batch_size=200)
    return SyncedMeetings({key: list(found.values()) for key, found in known.items()}, gone)


def _meetings_of(families: Sequence[list[Any]]) -> dict[int, dict[str, Meeting]]:
    """Return the meetings of each source by their keys, in the order in which they were made."""
    found: dict[int, dict[str, Meeting]] = {family[0].pk: {} for family in families}
    for meeting in Meeting.objects.filter(event__in=found).order_by("pk"):
        found[meeting.event_id][meeting.date_key] = meeting
    return found


def _adopted_meetings(families: Sequence[list[Any]]) -> dict[int, dict[str, Meeting]]:
    """Give sources the meetings of their families, as after an alias became the source.

    Where both have a meeting of the same key, the source keeps its own.
    """
    found = _meetings_of(families)
    shown = [family for family in families if any(page.live for page in family)]
    heirs = {page.pk: family[0] for family in shown for page in family[1:]}
    for meeting in Meeting.objects.filter(event__in=heirs).order_by("pk") if heirs else ():
        source = heirs[meeting.event_id]
        if meeting.date_key not in found[source.pk]:
            found[source.pk][meeting.date_key] = meeting
            meeting.event_id = source.pk
            meeting.save(update_fields=["event"])
    return found


def _new_meeting(
    source: Any, planned: PlannedDate, plan: Plan, others: Iterable[Meeting]
) -> Meeting:
    """Return a meeting that is not stored yet.

    Where a date that a rule gave once was kept as an added one, its UID is taken by that.
    """
    uid = Meeting.uid_for(source, planned.key)
    if any(other.uid == uid for other in others):
        uid = uuid4()
    meeting = Meeting(event_id=source.pk, date_key=planned.key, uid=uid)
    take_plan(meeting, planned, plan)
    return meeting


def _update_meeting(meeting: Meeting, planned: PlannedDate, plan: Plan, now: datetime) -> None:
    changed = take_plan(meeting, planned, plan)
    if not NOTICED.isdisjoint(changed):
        meeting.sequence += 1
        meeting.modified_at = now
        changed += ["sequence", "modified_at"]
    if changed:
        meeting.save(update_fields=changed)


def _gone(keys: set[str], plan: dict[str, PlannedDate]) -> list[str]:
    """Return the keys that are planned no more.

    Of a rule that gives more dates than are worked out, the older ones are not gone.
    """
    days = [day for day in map(rule_day, plan) if day]
    oldest = min(days) if len(days) >= MAX_DATES else date.min
    return [key for key in keys if (rule_day(key) or date.max) >= oldest]


def _put_to_editor(meeting: Meeting) -> None:
    if meeting.is_planned:
        meeting.problem = Problem.DATE_NOT_PLANNED
        meeting.save(update_fields=["problem"])


def _write_horizon(source: Any, next_date: date | None, known: EventHorizon | None) -> None:
    if next_date is None and known is not None:
        known.delete()
    elif next_date is not None and (known is None or known.next_date != next_date):
        EventHorizon(event_id=source.pk, next_date=next_date).save()
