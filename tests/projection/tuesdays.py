"""An event on four Tuesdays, and what tests of its dates do with it."""

from datetime import UTC, date, datetime, time

from tests.factories import make_event, make_programme
from wagtail_lift.models import EventPage, Meeting

NOW = datetime(2027, 5, 1, 12, 0, tzinfo=UTC)
"""A month before the first date."""


def make_tuesdays(home, **fields):
    """An event on four Tuesdays from 1 June 2027 on."""
    return make_event(make_programme(home), recurrence_rule="FREQ=WEEKLY;COUNT=4", **fields)


def publish(event, **changes):
    """Publish the event with changes and return it as it is stored."""
    page = EventPage.objects.get(pk=event.pk)
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return EventPage.objects.get(pk=event.pk)


def keys(event):
    """Return the date keys of an event's meetings in order, without those that are withdrawn."""
    shown = Meeting.objects.shown().filter(event__page_links__page=event.pk)
    return sorted(shown.values_list("date_key", flat=True))


def meeting(event, key):
    """Return the meeting of an event that its plan last put at a day, or at a day and time."""
    return Meeting.objects.get(event__page_links__page=event.pk, date_key__startswith=key)


def added(page, day, block_id="5f0e"):
    """Return the added dates of a page that has one."""
    value = {"start_date": day.isoformat()}
    return page.added_dates.stream_block.to_python(
        [{"type": "date", "value": value, "id": block_id}]
    )


def edit_plan(page, step, value):
    """Change what a page plans, without saving it: its rule, times, zone, venue or dates."""
    if step == "rule":
        page.recurrence_rule = value
    elif step == "day":
        page.start_date = date(2027, 6, value)
    elif step == "time":
        page.start_time, page.end_time = time(value, 0), time(value + 1, 0)
    elif step == "hours":
        page.hours = value
    elif step == "zone":
        page.timezone = value
    elif step == "venue":
        page.venue_name = value
    elif step == "add":
        page.added_dates = added(page, date(2027, 7, value), block_id=f"added-{value}")
    else:
        raw = [{"type": "date", "value": f"2027-06-{value:02}"}]
        page.skipped_dates = page.skipped_dates.stream_block.to_python(raw)
