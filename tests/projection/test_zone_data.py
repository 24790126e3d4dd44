"""New zone data moves the instants of what has not ended, and nothing that has."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.management import call_command

from tests.factories import make_event, make_programme, when
from tests.projection.tuesdays import meeting
from wagtail_lift.actions import change_meeting
from wagtail_lift.domain import instants
from wagtail_lift.models import EventOccurrence, Meeting
from wagtail_lift.projection import follow_zone_data
from wagtail_lift.projection.zone_data import unknown_timezones

ZONE = "America/Sao_Paulo"
"""Until 2019 it had summer time, since then it has none: two sets of zone data in one."""

NOW = datetime(2027, 6, 10, 12, tzinfo=UTC)


class Shifted(ZoneInfo):
    """A zone that is an hour further east from 12 June 2027 on, as a government may decide."""

    def utcoffset(self, moment):
        later = moment is not None and moment.replace(tzinfo=None) >= datetime.fromisoformat(
            "2027-06-12"
        )
        return super().utcoffset(moment) + timedelta(hours=1 if later else 0)


@pytest.fixture
def event(home):
    with time_machine.travel(datetime(2027, 5, 1, tzinfo=UTC), tick=False):
        event = make_event(
            make_programme(home),
            start_date=date(2027, 6, 1),
            start_time=time(19, 30),
            end_time=time(21, 0),
            timezone=ZONE,
            recurrence_rule="FREQ=WEEKLY;COUNT=4",
        )
        moved = meeting(event, "2027-06-22")
        later = timedelta(days=1)
        change_meeting(
            moved, starts_at=moved.starts_at + later, ends_at=moved.ends_at + later, user=None
        )
    return event


@pytest.fixture
def new_data(monkeypatch):
    """Another release of the zone data; the clock is that of June."""
    known = instants.zone
    monkeypatch.setattr(
        instants, "zone", lambda name: Shifted(name) if name == ZONE else known(name)
    )
    with time_machine.travel(NOW, tick=False):
        yield


def starts(event):
    found = Meeting.objects.filter(event=event.lift_event).order_by("date_key")
    return [m.current_starts_at for m in found]


def test_dates_to_come_keep_their_clock_and_past_ones_their_instant(event, new_data):
    before = starts(event)

    [corrected] = list(follow_zone_data(NOW))

    hour = timedelta(hours=1)
    assert starts(event) == [before[0], before[1], before[2] - hour, before[3] - hour]
    assert (corrected.meetings, corrected.timezones, corrected.is_projected) == (2, (ZONE,), True)
    shown = EventOccurrence.objects.order_by("meeting__date_key")
    assert list(shown.values_list("starts_at", flat=True)) == starts(event)
    assert list(follow_zone_data(NOW)) == []


def test_calendars_are_told(event, new_data):
    moved = meeting(event, "2027-06-22")
    before = EventOccurrence.objects.get(meeting=moved)

    list(follow_zone_data(NOW))

    after, told = EventOccurrence.objects.get(meeting=moved), meeting(event, "2027-06-22")
    assert (told.sequence, told.modified_at) == (moved.sequence + 1, NOW)
    assert after.entry_fingerprint != before.entry_fingerprint


def test_each_event_is_corrected_by_itself(event, home, new_data):
    other = make_event(
        make_programme(home, "Others"), **when(datetime(2027, 6, 20, tzinfo=UTC), timezone=ZONE)
    )
    Meeting.objects.filter(event=other.lift_event).update(starts_at=NOW + timedelta(days=2))

    found = [(corrected.event_id, corrected.meetings) for corrected in follow_zone_data(NOW)]

    assert found == [(event.lift_event.pk, 2), (other.lift_event.pk, 1)]


def test_zone_that_is_not_known_changes_nothing(event, new_data, monkeypatch):
    """A process with older zone data beside one that knows the zone."""
    before = starts(event)
    monkeypatch.setattr(instants, "_known_timezones", lambda: frozenset({"UTC"}))

    assert list(follow_zone_data(NOW)) == []
    assert starts(event) == before
    assert unknown_timezones(NOW) == [ZONE]


def test_tick_says_what_it_did(event, new_data, capsys):
    call_command("lift_tick")

    told = capsys.readouterr().out.splitlines()
    assert told[0] == f"2 dates follow new zone data: {ZONE}."
    assert [line for line in told[1:] if not line.endswith("noted.")] == []
    call_command("lift_tick")
    assert capsys.readouterr().out == "Nothing was due.\n"


def test_date_that_is_running_ends_when_the_clock_says(home, new_data):
    start = datetime(2027, 6, 9, 18, tzinfo=UTC)
    event = make_event(make_programme(home, "Retreats"), **when(start, hours=96, timezone=ZONE))
    before = meeting(event, "2027-06-09").ends_at
    Meeting.objects.update(ends_at=before + timedelta(hours=1))

    assert [found.meetings for found in follow_zone_data(NOW)] == [1]

    assert meeting(event, "2027-06-09").ends_at == before
