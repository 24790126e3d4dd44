"""What only the clock changes is told once, by the stored instants."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command

from tests.factories import make_event, make_pack, meeting_of, when
from wagtail_lift.actions import cancel_meeting
from wagtail_lift.models import Meeting
from wagtail_lift.pages.models import EventIndexPage
from wagtail_lift.webhooks.log import follow_clock, settle_all
from wagtail_lift.webhooks.models import Change, ChangeLog

pytestmark = pytest.mark.django_db


@pytest.fixture
def evening(world, now, committed):
    """An event in an hour with a booking window and a pack, an hour long."""
    pages = []

    def build():
        fields = when(now + timedelta(hours=1), hours=1)
        event = make_event(EventIndexPage.objects.get(slug="town"), "Evening", **fields)
        make_pack(event, "Found")
        pages.append(event)

    committed(build)
    row = pages[0].lift_occurrences.get()
    facts = {
        "booking_mode": "elsewhere",
        "booking_opens_at": now + timedelta(minutes=10),
        "booking_closes_at": now + timedelta(minutes=30),
    }
    type(row).objects.filter(pk=row.pk).update(**facts)
    Meeting.objects.filter(pk=row.meeting_id).update(**facts)
    follow_clock(now)
    return pages[0]


@pytest.fixture
def told_at(evening, now):
    """Return a function that lets the clock be followed after some minutes, giving what is told."""

    def run(minutes):
        last = Change.objects.order_by("number").last().number
        with time_machine.travel(now + timedelta(minutes=minutes), tick=False):
            follow_clock(now + timedelta(minutes=minutes))
        found = Change.objects.filter(number__gt=last)
        return [(c.type, round((c.happened_at - now) / timedelta(minutes=1))) for c in found]

    return run


EVERYTHING = [
    ("booking.opened", 10),
    ("booking.closed", 30),
    ("event.started", 60),
    ("event.ended", 120),
    ("pack.opened", 120),
]


def test_each_instant_is_told_when_it_passes(told_at):
    assert told_at(9) == []
    assert told_at(10) == [("booking.opened", 10), ("pack.changed", 10)]
    assert told_at(10) == []
    assert told_at(31) == [("booking.closed", 30), ("pack.changed", 30)]
    assert told_at(60) == [("event.started", 60), ("pack.changed", 60)]
    assert told_at(121) == [("event.ended", 120), ("pack.opened", 120)]
    assert told_at(180) == []


def test_long_pause_is_made_up_for(told_at):
    assert told_at(60 * 24) == EVERYTHING
    assert told_at(60 * 24 + 1) == []


def test_entry_names_the_date(told_at, evening):
    told_at(60)

    change = Change.objects.get(type="event.started")
    assert change.values()["date"] == {"uid": str(meeting_of(evening).uid), "date": ""}
    assert change.identity["id"] == evening.pk
    assert "http://testserver/town/evening/" in change.rebuild


def test_clock_set_back_takes_back_and_says_nothing_twice(told_at):
    told_at(65)

    back = told_at(50)
    again = told_at(70)

    assert back == [("event.changed", 50), ("pack.changed", 50)]
    assert again == [("event.changed", 60), ("pack.changed", 60)]
    assert told_at(71) == []


def test_log_tells_of_what_has_passed_since_it_was_begun(world, now):
    Change.objects.all().delete()
    ChangeLog.objects.all().delete()
    with time_machine.travel(now + timedelta(days=3), tick=False):
        assert follow_clock(now + timedelta(days=3)) == 0


def test_first_run_of_the_command_makes_up_for_the_time_before(world, now):
    assert follow_clock(now + timedelta(days=3)) == 5
    assert sorted(Change.objects.filter(date_uid__isnull=False).values_list("type", flat=True)) == [
        "event.ended",
        "event.ended",
        "event.started",
        "event.started",
    ]


def test_cancelled_date_neither_begins_nor_ends(told_at, evening, committed):
    committed(lambda: cancel_meeting(meeting_of(evening), user=None))

    assert told_at(60 * 24) == [
        ("event.changed", 60),
        ("event.changed", 120),
        ("pack.changed", 120),
    ]


def test_unpublished_event_is_not_told_of(told_at, evening, committed):
    committed(lambda: evening.unpublish())

    assert told_at(60 * 24) == [("pack.opened", 120)]


def test_tick_tells_and_says_so(evening, now, capsys):
    with time_machine.travel(now + timedelta(minutes=10), tick=False):
        call_command("lift_tick")
        call_command("lift_tick")

    assert "2 changes noted." in capsys.readouterr().out
    assert Change.objects.filter(type="booking.opened").count() == 1
    assert settle_all(now) == 0
