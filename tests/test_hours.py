"""Dates that last all day, and dates whose end is open, at every place where dates are told of."""

import json
from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.utils import timezone

from tests.factories import make_event, make_programme, meeting_of
from wagtail_lift.actions import change_meeting, keep_meeting
from wagtail_lift.date_forms import ChangeMeetingForm, MoveMeetingForm
from wagtail_lift.enums import Hours, Notice, Stage
from wagtail_lift.models import EventOccurrence, EventPage
from wagtail_lift.page_types.event_notices import event_notices
from wagtail_lift.projection.repair import mismatched_events

LONDON = "Europe/London"
DAY = {
    "start_date": date(2027, 6, 5),
    "timezone": LONDON,
    "hours": Hours.ALL_DAY,
    "venue_name": "The Hall",
}
DAYS = {**DAY, "end_date": date(2027, 6, 6)}
EVENING = {**DAY, "hours": Hours.OPEN_END, "start_time": time(18, 30)}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(datetime(2027, 5, 20, 12, tzinfo=UTC), tick=False) as traveller:
        yield traveller


@pytest.fixture
def programme(home):
    return make_programme(home)


def words(html, selector):
    soup = BeautifulSoup(html, "html.parser")
    return [" ".join(tag.get_text().split()) for tag in soup.select(selector)]


def page_of(event, client, suffix=""):
    return client.get(f"{event.get_url()}{suffix}").getvalue().decode()


def ics_lines(event, client):
    text = page_of(event, client, "ics/").replace("\r\n ", "")
    entry = text.partition("BEGIN:VEVENT")[2]
    return [line for line in entry.splitlines() if line.startswith(("DTSTART", "DTEND"))]


def json_ld(event, client):
    soup = BeautifulSoup(page_of(event, client), "html.parser")
    told = json.loads(soup.find("script", type="application/ld+json").string)
    found = told.get("@graph", [told])
    return next(part for part in found if part["@type"] == "Event")


TOLD = {
    "page": (
        lambda event, client: words(page_of(event, client), ".lift-facts .lift-when")[0],
        "Saturday 5 June 2027, all day",
        "Saturday 5 June 2027 to Sunday 6 June 2027, all day",
        "Saturday 5 June 2027, from 6:30 p.m. London time (BST)",
    ),
    "machine-readable": (
        lambda event, client: [
            tag["datetime"]
            for tag in BeautifulSoup(page_of(event, client), "html.parser").select(
                ".lift-facts .lift-when time"
            )
        ],
        ["2027-06-05"],
        ["2027-06-05", "2027-06-06"],
        ["2027-06-05T18:30:00+01:00"],
    ),
    "card": (
        lambda event, client: words(page_of(event.get_parent(), client), ".lift-card__when")[0],
        "Saturday 5 June 2027, all day",
        "Saturday 5 June 2027 to Sunday 6 June 2027, all day",
        "Saturday 5 June 2027, from 6:30 p.m. London time (BST)",
    ),
    "month": (
        lambda event, client: words(
            page_of(event.get_parent(), client, "calendar/2027/06/"),
            ".lift-agenda .lift-entry__time",
        ),
        ["all day"],
        ["all day", "all day"],
        ["from 6:30 p.m."],
    ),
    "calendar": (
        ics_lines,
        ["DTSTART;VALUE=DATE:20270605", "DTEND;VALUE=DATE:20270606"],
        ["DTSTART;VALUE=DATE:20270605", "DTEND;VALUE=DATE:20270607"],
        ["DTSTART;TZID=Europe/London:20270605T183000"],
    ),
    "structured data": (
        lambda event, client: {
            name: value
            for name, value in json_ld(event, client).items()
            if name in ("startDate", "endDate")
        },
        {"startDate": "2027-06-05", "endDate": "2027-06-05"},
        {"startDate": "2027-06-05", "endDate": "2027-06-06"},
        {"startDate": "2027-06-05T18:30:00+01:00"},
    ),
    "feed": (
        lambda event, client: words(
            json.loads(page_of(event.get_parent(), client, "feed/json/"))["items"][0][
                "content_html"
            ],
            "p",
        )[0].partition(" · The Hall")[0],
        "Drop in · Saturday 5 June 2027, all day",
        "Drop in · Saturday 5 June 2027 to Sunday 6 June 2027, all day",
        "Drop in · Saturday 5 June 2027, from 6:30 p.m., London time (BST)",
    ),
    "API version 2": (
        lambda event, client: [
            client.get(f"/api/v2/events/{event.pk}/").json()[name]
            for name in ("hours", "date_hours", "starts_at", "ends_at")
        ],
        ["all_day", "all_day", "2027-06-04T23:00:00Z", "2027-06-05T23:00:00Z"],
        ["all_day", "all_day", "2027-06-04T23:00:00Z", "2027-06-06T23:00:00Z"],
        ["open_end", "open_end", "2027-06-05T17:30:00Z", None],
    ),
    "a date in the API": (
        lambda event, client: [
            client.get(f"/api/v2/events/{event.pk}/").json()["occurrences"][0][name]
            for name in ("hours", "local_starts_at", "local_ends_at", "previous_hours")
        ],
        ["all_day", "2027-06-05T00:00:00+01:00", "2027-06-06T00:00:00+01:00", None],
        ["all_day", "2027-06-05T00:00:00+01:00", "2027-06-07T00:00:00+01:00", None],
        ["open_end", "2027-06-05T18:30:00+01:00", None, None],
    ),
}
"""For each place, how it is read, and what it says of a day, of two days, and of an evening."""


@pytest.mark.parametrize("door", TOLD)
def test_every_place_tells_it(client, programme, door):
    read, *expected = TOLD[door]

    for fields, told in zip((DAY, DAYS, EVENING), expected, strict=True):
        event = make_event(programme, **fields)
        assert read(event, client) == told
        event.delete()


def test_day_has_ended_at_its_midnight_and_an_open_end_two_hours_after_the_start(programme, clock):
    day, evening = make_event(programme, **DAY), make_event(programme, **EVENING)

    found = {}
    for at in (
        datetime(2027, 6, 4, 23, tzinfo=UTC),
        datetime(2027, 6, 5, 19, 30, tzinfo=UTC),
        datetime(2027, 6, 5, 23, tzinfo=UTC),
    ):
        clock.move_to(at)
        found[at.hour] = [
            EventPage.objects.get(pk=page.pk).lifecycle.stage for page in (day, evening)
        ]

    assert found[23] == [Stage.TAKEN_PLACE, Stage.TAKEN_PLACE]
    assert found[19] == [Stage.HAPPENING_NOW, Stage.TAKEN_PLACE]


def test_page_keeps_an_open_end_empty(programme):
    event = make_event(programme, **EVENING)

    assert (event.end_date, event.end_time) == (None, None)


def test_times_that_do_not_count_are_kept_and_told(programme):
    day = make_event(programme, **DAY, start_time=time(9), end_time=time(10))
    evening = make_event(programme, **EVENING, end_time=time(20))

    told = [
        [notice.notice for notice in event_notices(page, timezone.now())] for page in (day, evening)
    ]
    assert Notice.TIMES_NOT_READ in told[0]
    assert Notice.END_NOT_READ in told[1]
    assert (day.start_time, evening.end_time) == (time(9), time(20))


def test_repeated_days_last_all_day_and_an_added_date_may_have_times(programme):
    event = make_event(programme, **DAYS, recurrence_rule="FREQ=WEEKLY;COUNT=3")
    stream = event._meta.get_field("added_dates").stream_block
    added = [
        {"start_date": date(2027, 7, 3)},
        {"start_date": date(2027, 7, 10), "start_time": time(19), "end_time": time(21)},
        {"start_date": date(2027, 7, 17), "start_time": time(19)},
    ]
    event.added_dates = stream.to_python([{"type": "date", "value": value} for value in added])
    event.skipped_dates = event._meta.get_field("skipped_dates").stream_block.to_python(
        [{"type": "date", "value": "2027-06-12"}]
    )
    event.save_revision().publish()

    meetings = event.lift_event.meetings.shown().order_by("starts_at")
    assert [(m.date_key, f"{m.planned_end:%d %H}", m.planned_hours) for m in meetings] == [
        ("2027-06-05T00:00", "07 00", "all_day"),
        ("2027-06-19T00:00", "21 00", "all_day"),
        ("2027-07-03T00:00", "05 00", "all_day"),
        ("2027-07-10T19:00", "10 21", "start_and_end"),
        ("2027-07-17T19:00", "17 21", "open_end"),
    ]


def test_meeting_survives_a_change_of_its_hours(programme):
    event = make_event(programme, **{**EVENING, "hours": Hours.START_AND_END, "end_time": time(20)})
    before = meeting_of(event)
    known = []
    for hours in (Hours.ALL_DAY, Hours.OPEN_END, Hours.START_AND_END):
        event.hours = hours
        event.save_revision().publish()
        after = meeting_of(event)
        known.append((after.pk, after.uid, after.sequence - before.sequence, after.planned_hours))

    assert known == [
        (before.pk, before.uid, 1, "all_day"),
        (before.pk, before.uid, 2, "open_end"),
        (before.pk, before.uid, 3, "start_and_end"),
    ]


def test_meeting_that_has_ended_stays_as_it_was(programme, clock):
    event = make_event(programme, **DAY, recurrence_rule="FREQ=WEEKLY;COUNT=2")
    clock.move_to(datetime(2027, 6, 8, tzinfo=UTC))
    event.hours, event.start_time = Hours.OPEN_END, time(18, 30)
    event.save_revision().publish()

    meetings = event.lift_event.meetings.shown().order_by("starts_at")
    assert [(m.date_key, m.planned_hours) for m in meetings] == [
        ("2027-06-05T00:00", "all_day"),
        ("2027-06-12T18:30", "open_end"),
    ]


def form_of(meeting, **changes):
    blank = ChangeMeetingForm(meeting=meeting)
    typed = {name: blank[name].value() for name in blank.fields}
    return ChangeMeetingForm({**typed, **changes}, meeting=meeting)


def test_date_is_changed_to_a_whole_day_and_back(programme, client):
    event = make_event(programme, **EVENING)

    form = form_of(meeting_of(event), hours="all_day", end_date="2027-06-06")
    assert form.is_valid(), form.errors
    whole = form.carry_out(None)
    told = ics_lines(event, client)
    back = form_of(whole, hours="open_end", start_time="18:30", end_date="")
    assert back.is_valid(), back.errors
    again = back.carry_out(None)

    assert (whole.current_hours, whole.previous_hours) == ("all_day", "open_end")
    assert told == ["DTSTART;VALUE=DATE:20270605", "DTEND;VALUE=DATE:20270607"]
    assert (again.is_moved, again.previous_start, again.current_hours) == (False, None, "open_end")


def test_form_asks_for_the_times_that_count(programme):
    meeting = meeting_of(make_event(programme, **DAY))

    form = form_of(meeting, hours="start_and_end")
    early = form_of(meeting, end_date="2027-06-01")
    assert early.is_valid(), early.errors

    assert set(form.errors) == {"start_time", "end_time"}
    assert early.carry_out(None) is None
    assert set(early.errors) == {"end_date"}


def test_unchanged_form_changes_nothing(programme):
    for fields in (DAY, DAYS, EVENING):
        meeting = meeting_of(make_event(programme, **fields))
        form = form_of(meeting)
        assert form.is_valid(), form.errors
        assert {"starts_at", "hours"}.isdisjoint(form.get_arguments())


def test_moved_day_stays_a_whole_day(programme):
    for fields, key in ((DAYS, "2027-06-07"), (EVENING, "2027-06-07")):
        meeting = meeting_of(make_event(programme, **fields))
        form = MoveMeetingForm({"day": key, "public_note": ""}, meeting=meeting)
        assert form.is_valid(), form.errors
        moved = form.carry_out(None)
        length = meeting.current_end - meeting.current_start
        assert moved.current_hours == fields["hours"]
        assert (moved.current_start.date(), moved.current_end - moved.current_start) == (
            date(2027, 6, 7),
            length,
        )


def test_midnight_that_the_clocks_skip_ends_the_day_before(programme, client):
    santiago = {**DAY, "timezone": "America/Santiago", "start_date": date(2027, 9, 4)}

    event = make_event(programme, **santiago)

    moved = change_meeting(meeting_of(event), hours=Hours.ALL_DAY, public_note="Soup", user=None)
    assert ics_lines(event, client) == ["DTSTART;VALUE=DATE:20270904", "DTEND;VALUE=DATE:20270905"]
    assert not moved.is_moved


def test_end_that_is_given_closes_an_open_end(programme):
    meeting = meeting_of(make_event(programme, **EVENING))

    closed = change_meeting(meeting, ends_at=meeting.starts_at + timedelta(hours=4), user=None)

    assert (closed.current_hours, f"{closed.current_end:%H:%M}") == ("start_and_end", "22:30")


@pytest.mark.parametrize("fields", [DAYS, EVENING])
def test_kept_date_keeps_its_hours(programme, fields, monkeypatch):
    monkeypatch.setattr("wagtail_lift.events.plans.relied_on", lambda m: {x.pk for x in m})
    monkeypatch.setattr("wagtail_lift.projection.meetings.relied_on", lambda m: {x.pk for x in m})
    event = make_event(programme, **fields)
    left = meeting_of(event)
    page = EventPage.objects.get(pk=event.pk)
    page.start_date, page.hours = date(2027, 7, 1), Hours.START_AND_END
    page.start_time, page.end_time, page.end_date = time(9), time(10), None
    page.recurrence_rule = "FREQ=WEEKLY;COUNT=2"
    page.save_revision().publish()

    keep_meeting(left, user=None)

    left.refresh_from_db()
    assert (left.problem, left.planned_hours) == ("", fields["hours"])
    assert left.date_key[:10] == "2027-06-05"


def test_row_with_the_wrong_hours_is_found(programme):
    event = make_event(programme, **EVENING)
    assert mismatched_events(timezone.now()) == set()

    EventOccurrence.objects.filter(page=event.pk).update(hours=Hours.START_AND_END)

    assert mismatched_events(timezone.now()) == {event.lift_event.pk}
