"""A date that is planned no more is kept as an added one, with all it had."""

from datetime import date, timedelta

import pytest
import time_machine
from wagtail.models import PageLogEntry

from tests.projection.tuesdays import NOW, keys, make_tuesdays, meeting, publish
from wagtail_lift.actions import (
    cancel_meeting,
    change_meeting,
    keep_meeting,
    postpone_meeting,
    reinstate_meeting,
)
from wagtail_lift.enums import MeetingState, Problem
from wagtail_lift.exceptions import (
    EventNotPublishable,
    MeetingNotPlanned,
    MeetingPlanned,
    MeetingUndated,
)
from wagtail_lift.models import EventPage, Meeting


@pytest.fixture(autouse=True)
def may_first():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def event(home):
    return make_tuesdays(home)


def not_planned(event):
    """Return a cancelled date that the page plans no more."""
    cancel_meeting(meeting(event, "2027-06-22"), user=None)
    publish(event, recurrence_rule="FREQ=WEEKLY;COUNT=2")
    return meeting(event, "2027-06-22")


def test_kept_date_is_an_added_one_with_all_it_had(event):
    before = not_planned(event)

    kept = keep_meeting(before, user=None)

    page = EventPage.objects.get(pk=event.pk)
    block = page.added_dates[0]
    assert (kept.pk, kept.uid, kept.state) == (before.pk, before.uid, MeetingState.CANCELLED)
    assert (kept.date_key, kept.problem) == (before.date_key, "")
    assert block.value["start_date"] == date(2027, 6, 22)
    assert keys(event) == ["2027-06-01T12:30", "2027-06-08T12:30", kept.date_key]
    assert not page.has_unpublished_changes


def test_keeping_is_logged_once_and_shown_at_once(event, superuser):
    before = not_planned(event)

    kept = keep_meeting(before, user=superuser)

    page = EventPage.objects.get(pk=event.pk)
    logged = PageLogEntry.objects.filter(page=event.pk, user=superuser)
    assert [entry.action for entry in logged] == ["wagtail_lift.keep_meeting"]
    assert page.latest_revision.user == superuser
    assert kept.is_projected
    assert Meeting.objects.get(pk=kept.pk).problem == ""


def test_kept_date_reaches_the_newer_draft_too(event):
    before = not_planned(event)
    draft = EventPage.objects.get(pk=event.pk)
    draft.title = "Not yet published"
    draft.save_revision()

    keep_meeting(before, user=None)

    page = EventPage.objects.get(pk=event.pk)
    draft = page.get_latest_revision_as_object()
    assert (page.title, draft.title) == ("Kindness at work", "Not yet published")
    assert [block.value["start_date"] for block in draft.added_dates] == [date(2027, 6, 22)]


def test_kept_date_of_an_unpublished_event_waits_in_its_draft(event):
    before = not_planned(event)
    EventPage.objects.get(pk=event.pk).unpublish()

    kept = keep_meeting(before, user=None)

    page = EventPage.objects.get(pk=event.pk)
    assert not page.live
    assert keys(page) == ["2027-06-01T12:30", "2027-06-08T12:30", kept.date_key]
    page.get_latest_revision().publish()
    assert keys(page) == ["2027-06-01T12:30", "2027-06-08T12:30", kept.date_key]


def test_keep_refuses_what_makes_no_sense(event):
    with pytest.raises(MeetingPlanned):
        keep_meeting(meeting(event, "2027-06-01"), user=None)
    before = not_planned(event)
    EventPage.objects.filter(pk=event.pk).update(timezone="Mars/Olympus")
    with pytest.raises(EventNotPublishable):
        keep_meeting(before, user=None)
    assert meeting(event, "2027-06-22").problem == Problem.DATE_NOT_PLANNED
    Meeting.objects.filter(pk=before.pk).update(date_key="")
    with pytest.raises(MeetingUndated):
        keep_meeting(before, user=None)


def test_date_of_an_event_without_a_page_cannot_be_kept(event):
    before = not_planned(event)
    EventPage.objects.get(pk=event.pk).delete()

    with pytest.raises(EventNotPublishable):
        keep_meeting(before, user=None)


def later(meeting, **fields):
    day = timedelta(days=1)
    return change_meeting(
        meeting, starts_at=meeting.starts_at + day, ends_at=meeting.ends_at + day, **fields
    )


@pytest.mark.parametrize(
    ("state", "act"),
    [
        (MeetingState.SCHEDULED, later),
        (MeetingState.SCHEDULED, postpone_meeting),
        (MeetingState.POSTPONED, reinstate_meeting),
        (MeetingState.CANCELLED, reinstate_meeting),
    ],
)
def test_date_that_is_no_longer_planned_is_only_cancelled_or_kept(event, state, act):
    before = not_planned(event)
    Meeting.objects.filter(pk=before.pk).update(state=state)

    with pytest.raises(MeetingNotPlanned):
        act(before, user=None)
    assert Meeting.objects.get(pk=before.pk).state == state
