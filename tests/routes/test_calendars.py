"""Calendars that others subscribe to, as they are sent."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from tests.calendars.icalendar.reading import entries, unfolded
from tests.factories import make_event, make_host, make_programme, meeting_of, when
from tests.routes.calendar_answers import body, titles
from tests.routing import add_empty_route
from tests.testapp.models import Workshop
from wagtail_lift.actions import cancel_meeting, change_meeting, postpone_meeting
from wagtail_lift.models import CalendarEntry, EventOccurrence
from wagtail_lift.pages.models import EventIndexPage
from wagtail_lift.projection import repair_events


@pytest.fixture(autouse=True)
def frozen(now):
    with time_machine.travel(now, tick=False) as traveller:
        yield traveller


@pytest.fixture
def programme(home):
    return make_programme(home)


def test_event_calendar_says_all_of_the_event(programme, client, now):
    event = make_event(
        programme,
        venue_name="The Loft",
        venue_address="1 High Street\nLeeds",
        contact_name="Ada Bell",
        contact_email="ada@example.org",
        topics=["Care", "Work; and, rest"],
        **when(now + timedelta(days=1)),
    )

    response = client.get(f"{event.url}ics/")

    text = body(response)
    url = "http://testserver/conversations/kindness-at-work/"
    assert entries(text) == [
        {
            "UID": f"{meeting_of(event).uid}@wagtail-lift",
            "SEQUENCE": "0",
            "DTSTAMP": "20261123T120000Z",
            "LAST-MODIFIED": "20261123T120000Z",
            "DTSTART;TZID=Europe/London": "20261124T120000",
            "DTEND;TZID=Europe/London": "20261124T140000",
            "STATUS": "CONFIRMED",
            "TRANSP": "TRANSPARENT",
            "URL": url,
            "SUMMARY": "Kindness at work",
            "DESCRIPTION": rf"A conversation about kindness.\n\n{url}",
            "LOCATION": r"The Loft\, 1 High Street\, Leeds",
            'ORGANIZER;CN="Ada Bell"': "mailto:ada@example.org",
            "CATEGORIES": r"Care,Work\; and\, rest",
        }
    ]
    assert unfolded(text)[:9] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//wagtail_lift//wagtail_lift//EN",
        "CALSCALE:GREGORIAN",
        "NAME:Kindness at work",
        "X-WR-CALNAME:Kindness at work",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        f"URL:{url}",
        "X-PUBLISHED-TTL:PT1H",
    ]
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="kindness-at-work.ics"'
    assert response["Cache-Control"] == "public, max-age=300"


def test_event_with_several_dates_has_an_entry_for_each_and_one_on_demand(programme, client, now):
    rule = "FREQ=WEEKLY;COUNT=3"
    event = make_event(programme, recurrence_rule=rule, **when(now + timedelta(days=1)))

    every = entries(body(client.get(f"{event.url}ics/")))
    one = entries(body(client.get(f"{event.url}ics/?date=2026-12-01")))

    assert [entry["URL"].partition("?")[2] for entry in every] == [
        "date=2026-11-24",
        "date=2026-12-01",
        "date=2026-12-08",
    ]
    assert [entry["DTSTART;TZID=Europe/London"] for entry in one] == ["20261201T120000"]
    assert one == every[1:2]


def test_event_calendar_keeps_what_is_long_past_and_what_is_undated_has_no_entry(
    programme, client, now
):
    past = make_event(programme, "Past", **when(now - timedelta(days=999)))
    undated = make_event(programme, "Some day", start_date=None)

    assert titles(client.get(f"{past.url}ics/")) == ["Past"]
    assert titles(client.get(f"{undated.url}ics/")) == []


def test_event_calendar_of_a_restricted_page_is_for_those_who_may_see_it(
    programme, client, visitor, now
):
    event = make_event(programme, **when(now))
    PageViewRestriction.objects.create(page=event, restriction_type="login")

    stranger = client.get(f"{event.url}ics/")
    client.force_login(visitor)
    member = client.get(f"{event.url}ics/")

    assert stranger.status_code == 302
    assert titles(member) == ["Kindness at work"]
    assert member["Cache-Control"].startswith("private, no-store")


def test_programme_calendar_holds_public_events_of_every_type_below_it(
    programme, client, visitor, now, home
):
    inner = make_programme(programme, "Inner")
    make_event(inner, "Inner event", **when(now))
    programme.add_child(instance=Workshop(title="Mending", **when(now)))
    members = make_event(programme, "For members", **when(now))
    PageViewRestriction.objects.create(page=members, restriction_type="login")
    make_event(programme, "Draft", live=False, **when(now))
    make_event(make_programme(home, "Other"), "Elsewhere", **when(now))
    client.force_login(visitor)

    response = client.get(f"{programme.url}ics/")

    assert titles(response) == ["Inner event", "Mending"]


def test_programme_calendar_tells_a_meeting_once(programme, client, now):
    event = make_event(programme, **when(now))
    event.create_alias(parent=make_programme(programme, "Inner"), update_slug="alias")

    found = entries(body(client.get(f"{programme.url}ics/")))

    assert [entry["URL"] for entry in found] == [
        "http://testserver/conversations/kindness-at-work/"
    ]


def test_programme_calendar_keeps_the_past_for_a_while(programme, client, now, settings):
    make_event(programme, "Three months ago", **when(now - timedelta(days=90)))
    make_event(programme, "Longer ago", **when(now - timedelta(days=91)))
    make_event(programme, "Last week", **when(now - timedelta(days=7)))

    url = f"{programme.url}ics/"

    assert titles(client.get(url)) == ["Last week", "Three months ago"]
    settings.WAGTAIL_LIFT_CALENDAR_PAST_DAYS = 10
    assert titles(client.get(url)) == ["Last week"]


def test_programme_calendar_tells_six_months_ahead(programme, client, now, frozen, settings):
    late = make_event(programme, "On 23 May", **when(now + timedelta(days=181, hours=10)))
    later = make_event(programme, "On 24 May", **when(now + timedelta(days=182)))
    url = f"{programme.url}ics/"

    told = titles(client.get(url))
    frozen.move_to(now + timedelta(days=1))
    told_on_the_next_day = titles(client.get(url))
    settings.WAGTAIL_LIFT_CALENDAR_AHEAD_MONTHS = 1

    assert (late.start_date, later.start_date) == (date(2027, 5, 23), date(2027, 5, 24))
    assert told == ["On 23 May"]
    assert told_on_the_next_day == ["On 23 May", "On 24 May"]
    assert titles(client.get(url)) == []
    assert titles(client.get(f"{later.url}ics/")) == ["On 24 May"]


def test_cancelled_meeting_stays_for_ninety_days(programme, client, now, frozen):
    event = make_event(programme, **when(now + timedelta(days=150)))
    cancel_meeting(meeting_of(event), user=None, public_note="The room is gone.")
    url = f"{programme.url}ics/"

    (entry,) = entries(body(client.get(url)))
    frozen.move_to(now + timedelta(days=89))
    later = titles(client.get(url))
    frozen.move_to(now + timedelta(days=90))

    assert (entry["STATUS"], entry["SEQUENCE"]) == ("CANCELLED", "1")
    assert entry["SUMMARY"] == "Cancelled: Kindness at work"
    assert entry["DESCRIPTION"].startswith(
        r"Cancelled: this date will not take place.\n\nThe room is gone.\n\nA conversation"
    )
    assert later == ["Cancelled: Kindness at work"]
    assert titles(client.get(url)) == []


def test_postponed_is_a_day_without_hours_and_moved_is_confirmed_again(
    programme, client, now, frozen
):
    event = make_event(programme, **when(now + timedelta(days=20)))
    url = f"{programme.url}ics/"
    postpone_meeting(meeting_of(event), user=None)

    (postponed,) = entries(body(client.get(url)))
    frozen.move_to(now + timedelta(days=1))
    starts_at = now + timedelta(days=40)
    change_meeting(
        meeting_of(event), starts_at=starts_at, ends_at=starts_at + timedelta(hours=1), user=None
    )
    (moved,) = entries(body(client.get(url)))

    assert (postponed["STATUS"], postponed["SEQUENCE"]) == ("TENTATIVE", "1")
    assert postponed["DTSTART;VALUE=DATE"] == "20261213"
    assert postponed["SUMMARY"] == "Postponed: Kindness at work"
    assert (moved["STATUS"], moved["SEQUENCE"]) == ("CONFIRMED", "2")
    assert moved["UID"] == postponed["UID"]
    assert moved["SUMMARY"] == "Kindness at work"
    assert moved["DTSTART;TZID=Europe/London"] == "20270102T120000"
    assert moved["LAST-MODIFIED"] == "20261124T120000Z"


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ("ics/?tag=care", ["Both", "Care"]),
        ("ics/tag/care/", ["Both", "Care"]),
        ("ics/?host=ada-bell", ["Ada", "Both"]),
        ("ics/host/ada-bell/", ["Ada", "Both"]),
        ("ics/?tag=care&host=ada-bell", ["Both"]),
        ("ics/?tag=unknown", []),
        ("ics/host/hidden/", []),
    ],
)
def test_programme_calendar_is_narrowed_by_topic_and_host(below, expected, programme, client, now):
    ada, hidden = make_host("Ada Bell"), make_host("Hidden", is_listed=False)
    make_event(programme, "Care", topics=["Care"], hosts=[hidden], **when(now))
    make_event(programme, "Ada", hosts=[ada], **when(now))
    make_event(programme, "Both", topics=["Care"], hosts=[ada], **when(now))

    assert titles(client.get(f"{programme.url}{below}")) == expected


def test_entries_of_older_code_are_rendered_by_the_watchdog(programme, client, now):
    for number in range(3):
        make_event(programme, f"Event {number}", **when(now))
    url = f"{programme.url}ics/"
    before = client.get(url)
    EventOccurrence.objects.exclude(title="Event 2").update(entry_version=0)
    CalendarEntry.objects.exclude(occurrence__title="Event 2").update(text="old")

    repaired = list(repair_events(now))
    after = client.get(url)

    assert (len(repaired), body(after)) == (2, body(before))
    assert after["ETag"] != before["ETag"]
    assert list(repair_events(now)) == []


@pytest.mark.parametrize("count", [1, 3])
def test_calendar_costs_four_queries_and_two_if_unchanged(
    count, programme, client, now, monkeypatch
):
    add_empty_route(monkeypatch, EventIndexPage)
    rule = "FREQ=DAILY;COUNT=3"
    for number in range(count):
        make_event(programme, f"Event {number}", recurrence_rule=rule, **when(now))
    known = {"If-None-Match": client.get(f"{programme.url}ics/")["ETag"]}

    base = queries(client, f"{programme.url}nothing/")
    assert queries(client, f"{programme.url}ics/") - base == 4
    assert queries(client, f"{programme.url}ics/", headers=known) - base == 2


def queries(client, url, **fields) -> int:
    """Return how many queries an address costs, its whole body read."""
    client.get(url, **fields)
    with CaptureQueriesContext(connection) as captured:
        client.get(url, **fields).getvalue()
    return len(captured)


def test_calendar_is_kept_no_longer_than_until_dates_may_leave_it(programme, client, now):
    make_event(programme, **when(now))

    with time_machine.travel(now + timedelta(minutes=58), tick=False):
        told = client.get(f"{programme.url}ics/")["Cache-Control"]

    assert told == "public, max-age=120"
