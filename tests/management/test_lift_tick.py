"""``manage.py lift_tick``: what it does, and what it says."""

from datetime import UTC, datetime
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command

from tests.factories import make_event, make_programme
from wagtail_lift.models import EventOccurrence, EventPage, Meeting

LATER = datetime(2027, 9, 2, tzinfo=UTC)


def run(now=LATER, **options) -> str:
    """Run the command, in September if nothing is said, and return what it printed."""
    out = StringIO()
    with time_machine.travel(now, tick=False):
        call_command("lift_tick", stdout=out, stderr=out, **options)
    return out.getvalue()


@pytest.fixture(autouse=True)
def alone(monkeypatch):
    """Without what other apps add to the command: their own tests are about that."""
    monkeypatch.setattr("wagtail_lift.extension._works", [])


@pytest.fixture
def event(home, settings):
    """A monthly event, worked out two months ahead of June."""
    settings.WAGTAIL_LIFT_HORIZON_MONTHS = 2
    with time_machine.travel(datetime(2027, 6, 1, tzinfo=UTC), tick=False):
        return make_event(make_programme(home), recurrence_rule="FREQ=MONTHLY")


def test_tick_works_out_what_is_due_and_then_nothing(event):
    assert run() == "3 new dates of 1 event.\n"
    assert run() == "Nothing was due.\n"
    assert Meeting.objects.count() == 6


def test_tick_says_nothing_when_it_is_to_be_quiet(event):
    assert run(verbosity=0) == ""


def test_tick_fails_at_the_end_and_names_the_event(event, monkeypatch):
    def fail(page):
        raise RuntimeError

    monkeypatch.setattr(EventPage, "get_facets", fail)
    out = StringIO()

    with time_machine.travel(LATER, tick=False), pytest.raises(CommandError):
        call_command("lift_tick", stdout=out, stderr=out)

    assert (
        out.getvalue().splitlines()[0]
        == f"Could not work out the dates of event {event.lift_event.pk}"
    )


def test_tick_names_zones_that_the_zone_data_does_not_know(event):
    Meeting.objects.update(timezone="Mars/Olympus")
    EventOccurrence.objects.update(timezone="Mars/Olympus")

    told = run(datetime(2027, 6, 2, tzinfo=UTC))

    assert told == "Dates in zones that are not known here stay as they are: Mars/Olympus.\n"
