"""An event on Tuesday evenings, and what is stored of its dates."""

from datetime import UTC, date, datetime, time

from tests.factories import make_event
from wagtail_lift.models import EventOccurrence, Meeting

SPRING = datetime(2027, 5, 1, 12, 0, tzinfo=UTC)
EVENING = {"start_time": time(19, 30), "end_time": time(21, 0), "timezone": "Europe/London"}
WEEKLY = "FREQ=WEEKLY"


def weekly(programme, start=date(2027, 6, 1), rule=f"{WEEKLY};COUNT=4", **fields):
    return make_event(programme, start_date=start, recurrence_rule=rule, **{**EVENING, **fields})


def shown(event):
    """Return the dates of an event that are shown: local start and state, in order."""
    rows = Meeting.objects.shown().filter(event__page_links__page=event.pk)
    return [
        (f"{m.current_start:%m-%d %H:%M}", m.state)
        for m in sorted(rows, key=lambda m: m.current_start)
    ]


def history(event):
    """Return all that is stored of the dates that have begun, as calendars and pages tell it."""
    now = datetime.now(UTC)
    begun = [m for m in event.lift_event.meetings.all() if m.has_begun(now)]
    keys = [m.pk for m in begun]
    rows = EventOccurrence.objects.filter(meeting__in=keys).order_by("pk")
    told = ("starts_at", "ends_at", "timezone", "place", "attendance_mode", "state", "public_note")
    return (
        list(Meeting.objects.filter(pk__in=keys).order_by("pk").values()),
        list(rows.values("meeting", *told)),
    )


def uids(event):
    return {m.date_key: m.uid for m in event.lift_event.meetings.all()}


def going_ahead(*days):
    return [(f"{day} 19:30", "scheduled") for day in days]
