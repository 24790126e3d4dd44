"""Cancel, postpone, reinstate and move."""

from importlib import import_module

import pytest
from wagtail.models import PageLogEntry

from tests.factories import local, make_event, make_programme, meeting_of
from wagtail_lift import signals
from wagtail_lift.actions import cancel_meeting, change_meeting, postpone_meeting, reinstate_meeting
from wagtail_lift.enums import MeetingState, Status
from wagtail_lift.exceptions import (
    ChangesNothing,
    EndsBeforeStart,
    MeetingAlreadyCancelled,
    MeetingAlreadyPostponed,
    MeetingCancelled,
    MeetingNotReinstatable,
    MeetingUndated,
)
from wagtail_lift.models import EventOccurrence, EventPage, Meeting
from wagtail_lift.projection import rebuild_occurrences

PROJECTION = "wagtail_lift.projection.events"  # the module, not the action
STARTS, ENDS = local(2027, 6, 1, 12, 30), local(2027, 6, 1, 14, 0)
NEW_STARTS, NEW_ENDS = local(2027, 6, 8, 18, 0), local(2027, 6, 8, 20, 0)


@pytest.fixture
def event(home):
    return make_event(make_programme(home))


@pytest.fixture
def meeting(event):
    return meeting_of(event)


def status(event) -> Status:
    return EventPage.objects.get(pk=event.pk).lifecycle.status


def move(meeting, starts_at=NEW_STARTS, ends_at=NEW_ENDS, **kwargs) -> Meeting:
    return change_meeting(meeting, starts_at=starts_at, ends_at=ends_at, user=None, **kwargs)


def test_cancel_meeting_shows_at_once_with_its_note(event, meeting):
    done = cancel_meeting(meeting, user=None, public_note="The hall is flooded.")

    occurrence = EventOccurrence.objects.get(page=event.pk)
    assert (done.state, done.sequence) == (MeetingState.CANCELLED, 1)
    assert (occurrence.state, occurrence.public_note) == ("cancelled", "The hall is flooded.")
    assert (occurrence.starts_at, occurrence.ends_at) == (STARTS, ENDS)
    assert status(event) == Status.CANCELLED


def test_cancel_meeting_twice_is_refused(meeting):
    cancel_meeting(meeting, user=None)

    with pytest.raises(MeetingAlreadyCancelled):
        cancel_meeting(meeting, user=None)

    assert Meeting.objects.get().sequence == 1


def test_postpone_meeting_keeps_the_time_it_had(event, meeting):
    done = postpone_meeting(meeting, user=None, public_note="Our host is ill.")

    assert (done.state, done.current_starts_at) == (MeetingState.POSTPONED, STARTS)
    assert status(event) == Status.POSTPONED


def test_postpone_meeting_twice_is_refused(meeting):
    postpone_meeting(meeting, user=None)

    with pytest.raises(MeetingAlreadyPostponed):
        postpone_meeting(meeting, user=None)


def test_postpone_meeting_that_is_cancelled_is_refused(meeting):
    cancel_meeting(meeting, user=None)

    with pytest.raises(MeetingCancelled):
        postpone_meeting(meeting, user=None)


@pytest.mark.parametrize("stop", [cancel_meeting, postpone_meeting])
def test_reinstate_meeting_lets_it_go_ahead_at_its_time(stop, event, meeting):
    stop(meeting, user=None, public_note="Sorry!")

    done = reinstate_meeting(meeting, user=None)

    assert (done.state, done.public_note, done.sequence) == (MeetingState.SCHEDULED, "", 2)
    assert status(event) == Status.DROP_IN


def test_reinstate_meeting_that_goes_ahead_is_refused(meeting):
    with pytest.raises(MeetingNotReinstatable):
        reinstate_meeting(meeting, user=None)


def test_change_meeting_remembers_when_it_was_to_be(event, meeting):
    done = move(meeting, public_note="A week later.")

    occurrence = EventOccurrence.objects.get(page=event.pk)
    assert (done.starts_at, done.moved_starts_at, done.is_moved) == (STARTS, NEW_STARTS, True)
    assert (occurrence.starts_at, occurrence.ends_at) == (NEW_STARTS, NEW_ENDS)
    assert occurrence.previous_starts_at == STARTS
    assert done.uid == meeting.uid


def test_change_meeting_ends_a_postponement(event, meeting):
    postpone_meeting(meeting, user=None)

    move(meeting)

    assert Meeting.objects.get().state == MeetingState.SCHEDULED
    assert status(event) == Status.DROP_IN


def test_change_meeting_to_its_old_time_ends_a_postponement_too(meeting):
    postpone_meeting(meeting, user=None)

    done = move(meeting, STARTS, ENDS)

    assert (done.state, done.is_moved) == (MeetingState.SCHEDULED, False)


def test_change_meeting_back_to_its_plan_forgets_the_move(meeting):
    move(meeting)

    done = move(meeting, STARTS, ENDS)

    assert (done.is_moved, done.current_starts_at) == (False, STARTS)
    assert done.previous_starts_at is None


def test_change_meeting_that_ends_before_it_starts_is_refused(meeting):
    with pytest.raises(EndsBeforeStart):
        move(meeting, NEW_STARTS, NEW_STARTS)

    assert not Meeting.objects.get().is_moved


def test_change_meeting_to_the_time_it_has_is_refused(meeting):
    with pytest.raises(ChangesNothing):
        move(meeting, STARTS, ENDS)


def test_change_meeting_that_is_cancelled_is_refused(meeting):
    cancel_meeting(meeting, user=None)

    with pytest.raises(MeetingCancelled):
        move(meeting)


def test_change_meeting_without_a_date_is_refused(home):
    event = make_event(make_programme(home), start_date=None)

    with pytest.raises(MeetingUndated):
        move(meeting_of(event))


def test_publishing_an_old_draft_undoes_no_action(event, meeting):
    old_draft = event.save_revision()
    cancel_meeting(meeting, user=None)
    event.title = "Something newer"
    event.save_revision().publish()

    old_draft.publish()

    assert status(event) == Status.CANCELLED


def test_moved_meeting_stays_where_it_was_moved_when_the_page_changes(event, meeting):
    move(meeting)
    event.venue_name = "Library"

    event.save_revision().publish()

    kept = Meeting.objects.get()
    assert (kept.current_starts_at, kept.place, kept.sequence) == (NEW_STARTS, "Library", 2)


def test_copied_event_starts_clean(event, meeting):
    cancel_meeting(meeting, user=None, public_note="Off")

    copy = event.copy(update_attrs={"slug": "copy"})

    other = meeting_of(copy)
    assert (other.state, other.public_note, other.sequence) == (MeetingState.SCHEDULED, "", 0)
    assert other.uid != meeting.uid
    assert other.starts_at == STARTS


@pytest.mark.parametrize(
    ("act", "verb"),
    [
        (cancel_meeting, "cancel"),
        (postpone_meeting, "postpone"),
        (move, "change"),
    ],
)
def test_actions_are_logged_on_the_page(act, verb, event, meeting, superuser):
    kwargs = {} if act is move else {"user": superuser}

    act(meeting, public_note="Sorry", **kwargs)

    entry = PageLogEntry.objects.get(action=f"wagtail_lift.{verb}_meeting")
    new_date = "2027-06-08 18:00" if verb == "change" else "2027-06-01 12:30"
    assert entry.page_id == event.pk
    assert entry.user_id == (None if act is move else superuser.pk)
    assert entry.data == {
        "date": "2027-06-01 12:30 Europe/London",
        "new_date": f"{new_date} Europe/London",
        "public_note": "Sorry",
    }


def test_signal_is_sent_once_the_change_is_committed(
    meeting, superuser, django_capture_on_commit_callbacks
):
    received = []

    def receiver(sender, meeting, user, **kwargs):
        received.append((sender, meeting.state, user))

    signals.meeting_cancelled.connect(receiver)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            cancel_meeting(meeting, user=superuser)
            assert received == []
    finally:
        signals.meeting_cancelled.disconnect(receiver)

    assert received == [(Meeting, MeetingState.CANCELLED, superuser)]


def test_move_of_the_end_alone_says_nothing_about_the_start(event, meeting):
    longer = move(meeting, STARTS, NEW_ENDS)
    moved = move(longer)
    shorter = move(moved, NEW_STARTS, local(2027, 6, 8, 19, 0))

    found = [done.previous_starts_at for done in (longer, moved, shorter)]
    assert found == [None, STARTS, STARTS]
    assert EventOccurrence.objects.get(page=event.pk).previous_starts_at == STARTS


@pytest.mark.parametrize("ends_at", [ENDS, local(2027, 6, 1, 15, 0)])
def test_move_back_to_the_planned_start_forgets_the_move(event, meeting, ends_at):
    done = move(move(meeting), STARTS, ends_at)

    assert (done.previous_starts_at, done.is_moved) == (None, ends_at != ENDS)
    assert EventOccurrence.objects.get(page=event.pk).previous_starts_at is None


def test_action_whose_projection_fails_says_so_and_can_be_mended(event, meeting, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError("no projection today")

    with monkeypatch.context() as patch:
        patch.setattr(import_module(PROJECTION), "build_occurrences", fail)
        done = cancel_meeting(meeting, user=None)
    shown = status(event)
    mended = [(found.event_id, found.has_drifted) for found in rebuild_occurrences()]

    assert (done.state, done.is_projected, shown) == ("cancelled", False, Status.DROP_IN)
    assert (mended, status(event)) == ([(event.lift_event.pk, True)], Status.CANCELLED)
    assert reinstate_meeting(meeting, user=None).is_projected
