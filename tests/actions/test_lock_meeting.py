"""Who waits for whom: an action locks the event, then the meeting, and reads what it finds then."""

import re
from threading import Thread

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.conftest import locks_rows
from tests.factories import local, make_event, make_programme, meeting_of
from wagtail_lift.actions import (
    cancel_meeting,
    change_meeting,
    postpone_meeting,
    reinstate_meeting,
    set_places,
)
from wagtail_lift.enums import BookingPlaces, MeetingState
from wagtail_lift.events.identity import lock_events
from wagtail_lift.exceptions import MeetingChanged, MeetingGone
from wagtail_lift.models import Meeting
from wagtail_lift.projection import project_page

STARTS, ENDS = local(2027, 6, 1, 12, 30), local(2027, 6, 1, 14, 0)
NEW_STARTS, NEW_ENDS = local(2027, 6, 8, 18, 0), local(2027, 6, 8, 20, 0)


@pytest.fixture
def event(home):
    return make_event(make_programme(home))


@pytest.fixture
def meeting(event):
    return meeting_of(event)


def move(meeting, starts_at=NEW_STARTS, ends_at=NEW_ENDS, **kwargs) -> Meeting:
    return change_meeting(meeting, starts_at=starts_at, ends_at=ends_at, user=None, **kwargs)


def test_action_waits_for_nothing_stale(meeting):
    stale = Meeting.objects.get()
    cancel_meeting(meeting, user=None)

    done = reinstate_meeting(stale, user=None)

    assert done.sequence == 2


def test_action_reads_the_sequence_under_the_lock(meeting):
    cancel_meeting(meeting, user=None)

    assert reinstate_meeting(meeting, user=None).sequence == 2


def test_action_says_that_its_date_was_planned_no_more_meanwhile(meeting):
    stale = Meeting.objects.get()
    meeting.delete()

    with pytest.raises(MeetingGone):
        cancel_meeting(stale, user=None)


def test_action_says_that_its_event_was_deleted_meanwhile(event, meeting):
    stale = Meeting.objects.get()
    event.delete()

    with pytest.raises(MeetingGone):
        move(stale)


@locks_rows
@pytest.mark.parametrize("act", [cancel_meeting, postpone_meeting, move])
def test_action_locks_the_event_and_then_the_meeting(event, meeting, act):
    with CaptureQueriesContext(connection) as queries:
        act(meeting, **({} if act is move else {"user": None}))

    assert locked_tables(queries)[:3] == [
        "wagtailcore_page",
        "wagtail_lift_event",
        "wagtail_lift_meeting",
    ]


@locks_rows
def test_projection_locks_the_event_before_it_reads(event):
    with CaptureQueriesContext(connection) as queries:
        assert project_page(event.pk)

    locking = [query["sql"] for query in queries if "FOR UPDATE" in query["sql"]]
    reading = [query["sql"] for query in queries if "lift_meeting" in query["sql"]]
    order = [query["sql"] for query in queries]
    assert locked_tables(queries)[0] == "wagtailcore_page"
    assert order.index(locking[0]) < order.index(reading[0])


def locked_tables(queries):
    locking = [query["sql"] for query in queries if "FOR UPDATE" in query["sql"]]
    return [re.search(r"FROM [`\"](\w+)[`\"]", sql)[1] for sql in locking]


@locks_rows
@pytest.mark.django_db(transaction=True)
def test_action_holds_no_meeting_while_it_waits_for_a_publish(event, meeting):
    worker = Thread(target=cancel_in_a_thread, args=(meeting,), daemon=True)

    with transaction.atomic():
        lock_events([event.lift_event.pk])  # as publishing does
        worker.start()
        worker.join(timeout=1)
        Meeting.objects.select_for_update(nowait=True).get(pk=meeting.pk)
        is_waiting = worker.is_alive()
    worker.join(timeout=20)

    assert (is_waiting, worker.is_alive()) == (True, False)
    assert Meeting.objects.get().state == MeetingState.CANCELLED


def cancel_in_a_thread(meeting):
    try:
        cancel_meeting(meeting, user=None)
    finally:
        connection.close()


ACTIONS = {
    "cancel": cancel_meeting,
    "postpone": postpone_meeting,
    "change": move,
    "places": lambda meeting, **kwargs: set_places(meeting, BookingPlaces.FULL, **kwargs),
}


@pytest.mark.parametrize("name", ACTIONS)
def test_action_is_refused_if_the_date_is_not_as_seen(event, name):
    Meeting.objects.update(booking_mode="elsewhere")
    seen = {meeting_of(event).version}
    Meeting.objects.update(public_note="Somebody else's")
    user = {} if name == "change" else {"user": None}

    with pytest.raises(MeetingChanged):
        ACTIONS[name](meeting_of(event), seen=seen, **user)

    stored = meeting_of(event)
    assert (stored.sequence, stored.places, stored.public_note) == (
        0,
        "available",
        "Somebody else's",
    )


@pytest.mark.parametrize("name", ACTIONS)
def test_action_goes_on_if_the_date_is_as_one_of_those_seen(event, name):
    Meeting.objects.update(booking_mode="elsewhere")
    seen = {"an older one", meeting_of(event).version}
    user = {} if name == "change" else {"user": None}

    ACTIONS[name](meeting_of(event), seen=seen, **user)

    assert meeting_of(event).version not in seen
