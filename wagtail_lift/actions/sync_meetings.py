"""From the plan of a published page to its meetings: new, changed, gone or to be decided."""

from datetime import date
from typing import Any

from django.utils import timezone

from ..domain.recurrence import MAX_DATES
from ..domain.schedule import PlannedDate
from ..domain.series import next_rule_day, rule_day
from ..enums import Problem
from ..models import EventHorizon, Meeting
from ..models.timeline import horizon_of, is_relied_on, planned_dates, take_plan


def adopt_meetings(source: Any, pages: list[Any]) -> None:
    """Give the source the meetings of its family, as after an alias became the source.

    Where both have a meeting of the same key, the source keeps its own.
    """
    own = set(Meeting.objects.filter(event_id=source.pk).values_list("date_key", flat=True))
    others = [page.pk for page in pages if page.pk != source.pk]
    for meeting in Meeting.objects.filter(event_id__in=others).order_by("pk"):
        if meeting.date_key not in own:
            own.add(meeting.date_key)
            meeting.event_id = source.pk
            meeting.save(update_fields=["event"])


def sync_meetings(source: Any) -> None:
    """Bring the meetings' plans up to the source page; a change readers notice raises sequence.

    A date that the page plans no more goes, unless anyone relies on it: then it stays as it is
    and is put to the editor.
    """
    known = {m.date_key: m for m in Meeting.objects.filter(event_id=source.pk)}
    if known and not source.live:
        return
    now = timezone.now()
    plan = {planned.key: planned for planned in planned_dates(source, now)}
    new = [_new_meeting(source, planned) for key, planned in plan.items() if key not in known]
    Meeting.objects.bulk_create(new)
    for key in plan.keys() & known.keys():
        _update_meeting(known[key], plan[key], source)
    for key in _gone(known.keys() - plan.keys(), plan):
        _let_go(known[key])
    _write_horizon(source, horizon_of(source, now))


def _new_meeting(source: Any, planned: PlannedDate) -> Meeting:
    uid = Meeting.uid_for(source, planned.key)
    meeting = Meeting(event_id=source.pk, date_key=planned.key, uid=uid)
    take_plan(meeting, planned, source)
    return meeting


def _update_meeting(meeting: Meeting, planned: PlannedDate, source: Any) -> None:
    before = {f.attname: getattr(meeting, f.attname) for f in Meeting._meta.concrete_fields}
    if take_plan(meeting, planned, source):
        meeting.sequence += 1
        meeting.modified_at = timezone.now()
    changed = [name for name, value in before.items() if getattr(meeting, name) != value]
    if changed:
        meeting.save(update_fields=changed)


def _gone(keys: set[str], plan: dict[str, PlannedDate]) -> list[str]:
    """Return the keys that are planned no more.

    Of a rule that gives more dates than are worked out, the older ones are not gone.
    """
    days = [day for day in map(rule_day, plan) if day]
    oldest = min(days) if len(days) >= MAX_DATES else date.min
    return [key for key in keys if (rule_day(key) or date.max) >= oldest]


def _let_go(meeting: Meeting) -> None:
    if not is_relied_on(meeting):
        meeting.delete()
    elif meeting.is_planned:
        meeting.problem = Problem.DATE_NOT_PLANNED
        meeting.save(update_fields=["problem"])


def _write_horizon(source: Any, end: date) -> None:
    next_date = next_rule_day(source.typed_series, after=end)
    horizon = EventHorizon.objects.filter(event_id=source.pk)
    if next_date is None:
        horizon.delete()
    elif not horizon.update(next_date=next_date):
        EventHorizon.objects.create(event_id=source.pk, next_date=next_date)
