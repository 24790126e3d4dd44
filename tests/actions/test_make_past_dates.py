from datetime import UTC, date, datetime
from importlib import import_module

import pytest
import time_machine
from wagtail.models import PageLogEntry

from tests.factories import make_event, make_programme
from tests.projection.tuesdays import publish
from wagtail_lift.actions import make_past_dates
from wagtail_lift.exceptions import EventNotPublishable, NotProjected
from wagtail_lift.models import Event, EventPage


@pytest.fixture
def event(home):
    """Two Tuesdays, to which the plan adds two that have passed."""
    with time_machine.travel(datetime(2027, 5, 1, tzinfo=UTC), tick=False) as clock:
        event = make_event(make_programme(home), recurrence_rule="FREQ=WEEKLY;COUNT=2")
        clock.move_to(datetime(2027, 6, 2, tzinfo=UTC))
        yield publish(event, start_date=date(2027, 5, 18), recurrence_rule="FREQ=WEEKLY;COUNT=4")


def test_past_dates_are_made_once_and_logged(event, superuser):
    made = [make_past_dates(event.lift_event, user=superuser) for _ in range(2)]

    entry = PageLogEntry.objects.get(action="wagtail_lift.make_past_dates")
    assert made == [2, 0]
    assert (entry.user, entry.data["count"]) == (superuser, 2)


def test_event_that_is_not_published_has_none_to_make(event):
    EventPage.objects.get(pk=event.pk).unpublish()

    with pytest.raises(EventNotPublishable):
        make_past_dates(Event.objects.get(), user=None)


def test_fault_of_the_projection_is_told_and_not_taken_for_none(event, monkeypatch):
    module = import_module("wagtail_lift.actions.make_past_dates")
    monkeypatch.setattr(module, "project_event", lambda *args, **kwargs: False)

    with pytest.raises(NotProjected):
        make_past_dates(event.lift_event, user=None)
    assert not PageLogEntry.objects.filter(action="wagtail_lift.make_past_dates").exists()
