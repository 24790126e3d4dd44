"""The rolling horizon: what is due is worked out once, and a fault stops no other event."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from tests.factories import make_event, make_programme
from wagtail_lift.models import Event, EventPage, Meeting
from wagtail_lift.projection import extend_horizons
from wagtail_lift.projection.horizon import ExtendedEvent

START = datetime(2027, 6, 1, tzinfo=UTC)


@pytest.fixture
def event(home, settings):
    """A monthly event, worked out two months ahead."""
    settings.WAGTAIL_LIFT_HORIZON_MONTHS = 2
    with time_machine.travel(START, tick=False):
        return make_event(make_programme(home), recurrence_rule="FREQ=MONTHLY")


def tick(instant):
    with time_machine.travel(instant, tick=False):
        return list(extend_horizons(instant))


def test_nothing_is_due_before_the_next_date_is_near(event):
    assert tick(datetime(2027, 7, 1, tzinfo=UTC)) == []
    assert Event.objects.get().next_date == date(2027, 9, 1)


def test_dates_that_have_come_near_are_worked_out_once(event):
    later = datetime(2027, 9, 2, tzinfo=UTC)

    first, second = tick(later), tick(later)

    assert first == [ExtendedEvent(event.lift_event.pk, new_dates=3, is_projected=True)]
    assert second == []
    assert Meeting.objects.order_by("date_key").last().date_key == "2027-11-01T12:30"
    assert Event.objects.get().next_date == date(2027, 12, 1)


def test_event_that_has_nothing_new_is_not_told(event):
    Event.objects.update(next_date=date(2027, 6, 1))

    assert tick(START) == []
    assert Event.objects.get().next_date == date(2027, 9, 1)


def test_event_that_cannot_be_projected_is_told_and_stays_due(event, monkeypatch, caplog):
    def fail(page):
        raise RuntimeError

    later = datetime(2027, 9, 2, tzinfo=UTC)
    with monkeypatch.context() as broken:
        broken.setattr(EventPage, "get_facets", fail)
        told = tick(later)

    assert told == [ExtendedEvent(event.lift_event.pk, new_dates=0, is_projected=False)]
    assert [record.message for record in caplog.records] == ["projection_failed"]
    assert tick(later) == [ExtendedEvent(event.lift_event.pk, new_dates=3, is_projected=True)]


def test_publishing_another_join_link_leaves_out_no_date_beyond_the_horizon(event):
    with time_machine.travel(datetime(2027, 10, 2, tzinfo=UTC), tick=False):
        page = EventPage.objects.get(pk=event.pk)
        page.join_url = "https://meet.example.org/new"
        page.save_revision().publish()

    days = Meeting.objects.order_by("date_key").values_list("date_key", flat=True)
    assert [key[5:7] for key in days] == ["06", "07", "08", "09", "10", "11", "12"]
