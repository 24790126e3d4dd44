"""The watchdog: what readers see follows the truth, also where a process was killed in between."""

from datetime import UTC, date, datetime, time
from importlib import import_module

import pytest
import time_machine
from django.db import OperationalError, connection, transaction
from wagtail.models import Locale, PageViewRestriction

from tests.factories import make_event, make_host, make_pack, make_programme, meeting_of
from tests.projection.tuesdays import make_tuesdays, meeting, publish
from wagtail_lift.actions import cancel_meeting, change_meeting
from wagtail_lift.domain.location import Location
from wagtail_lift.enums import MeetingState
from wagtail_lift.models import (
    Event,
    EventFacet,
    EventOccurrence,
    EventPage,
    EventPageLink,
    HostProfile,
    InsightsPack,
    Meeting,
)
from wagtail_lift.models.located import LOCATION_FIELDS
from wagtail_lift.projection import project_event, rebuild_occurrences, repair_events
from wagtail_lift.receivers import projection

PROJECTION = import_module("wagtail_lift.projection.events")
NOW = datetime(2027, 5, 1, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def may_first():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def event(home):
    event = make_event(make_programme(home))
    event.save_revision().publish()
    return EventPage.objects.get(pk=event.pk)


def lose_all_rows(event):
    EventOccurrence.objects.all().delete()


def lose_identity(event):
    EventOccurrence.objects.all().delete()
    Meeting.objects.all().delete()
    EventPageLink.objects.all().delete()
    Event.objects.all().delete()


def be_unpublished_unseen(event):
    EventPage.objects.filter(pk=event.pk).update(live=False)


def be_renamed_unseen(event):
    EventPage.objects.filter(pk=event.pk).update(title="Renamed")


def be_moved_unseen(event):
    EventPage.objects.filter(pk=event.pk).update(start_date=date(2027, 6, 8))


def be_cancelled_unseen(event):
    Meeting.objects.update(state=MeetingState.CANCELLED, public_note="No room.")


def be_elsewhere_unseen(event):
    Meeting.objects.update(has_own_location=True, venue_name="The Mill")


def be_back_unseen(event):
    change_meeting(meeting_of(event), location=Location("online"), user=None)
    here = {name: getattr(event.location, name) for name in LOCATION_FIELDS}
    Meeting.objects.update(has_own_location=False, **here)


def be_published_elsewhere_unseen(event):
    EventPage.objects.filter(pk=event.pk).update(venue_name="The Mill")


FAULTS = [
    be_published_elsewhere_unseen,
    lose_all_rows,
    lose_identity,
    be_unpublished_unseen,
    be_renamed_unseen,
    be_moved_unseen,
    be_cancelled_unseen,
    be_elsewhere_unseen,
    be_back_unseen,
]


@pytest.mark.parametrize("fault", FAULTS)
def test_event_that_does_not_match_is_found_and_repaired(event, fault):
    fault(event)

    found = list(repair_events(NOW))

    page = EventPage.objects.get(pk=event.pk)
    rows = EventOccurrence.objects.filter(page=event.pk)
    assert [repaired.is_projected for repaired in found] == [True]
    assert list(repair_events(NOW)) == []
    assert rows.exists() == page.live
    if page.live:
        [row], known = rows, meeting_of(event)
        assert (row.title, row.state, row.starts_at) == (page.title, known.state, known.starts_at)
        assert row.location == (known.location if known.has_own_location else None)
        assert row.place == known.place
        assert known.planned_start.date() == page.start_date


def be_closed(event):
    PageViewRestriction.objects.create(page=event, restriction_type="login")


def be_opened(event):
    PageViewRestriction.objects.all().delete()


def lose_consent(event):
    host = HostProfile.objects.get()
    host.is_listed = False
    host.save()


def get_a_pack(event):
    make_pack(event, live=False).save_revision().publish()


def lose_a_pack(event):
    InsightsPack.objects.get().unpublish()


def shown_of(event):
    rows = EventOccurrence.objects.filter(page=event.pk)
    facets = EventFacet.objects.filter(page=event.pk)
    return [*rows.values_list("is_public", "host_names", "pack"), *facets.values_list("label")]


@pytest.mark.parametrize(
    ("before", "change"),
    [
        (None, be_closed),
        (be_closed, be_opened),
        (None, lose_consent),
        (None, get_a_pack),
        (get_a_pack, lose_a_pack),
    ],
)
def test_change_whose_projection_failed_is_found(home, monkeypatch, before, change):
    event = make_event(make_programme(home), hosts=[make_host("Ada Bell")])
    if before:
        before(event)
    with monkeypatch.context() as patch:
        patch.setattr(PROJECTION, "project_all", lambda *args, **kwargs: 1 / 0)
        change(event)
    missed = shown_of(event)

    assert [repaired.is_projected for repaired in repair_events(NOW)] == [True]

    repaired = shown_of(event)
    assert repaired != missed
    list(rebuild_occurrences())
    assert shown_of(event) == repaired
    assert list(repair_events(NOW)) == []


def test_site_that_matches_is_left_alone(event, home):
    others = make_programme(home, "Others")
    undated = make_event(others, start_date=None)
    make_pack(undated)
    cancel_meeting(meeting_of(undated), user=None)
    closed = make_event(others, "Closed", hosts=[make_host("Ada"), make_host("B", is_listed=False)])
    be_closed(closed)
    make_pack(others, event=closed.page_ptr)

    assert list(repair_events(NOW)) == []


def test_only_the_event_that_does_not_match_is_found(event):
    other = make_event(event.get_parent(), "Other")
    EventOccurrence.objects.filter(page=other.pk).delete()

    assert [found.event_id for found in repair_events(NOW)] == [other.lift_event.pk]
    assert EventOccurrence.objects.filter(page=other.pk).exists()


def test_pages_that_are_not_live_are_left_alone(event, home):
    """Drafts, translations of a source that is not published, and packs that are not open."""
    make_event(event.get_parent(), "Draft", live=False)
    closed = make_event(event.get_parent(), "Closed", live=False)
    be_closed(closed)
    german = Locale.objects.create(language_code="de")
    source = make_event(event.get_parent(), "Source", live=False)
    source.copy_for_translation(german, copy_parents=True).save_revision().publish()
    event.copy_for_translation(german, copy_parents=True)
    make_pack(make_programme(home, "Library"), event=event.page_ptr)

    assert list(repair_events(NOW)) == []


def test_history_that_differs_from_the_page_matches(home):
    """Where past dates took place, and a date that the plan has left, are no fault."""
    event = make_tuesdays(home, venue_name="The old hall")
    cancel_meeting(meeting(event, "2027-06-22"), user=None)
    now = datetime(2027, 6, 10, tzinfo=UTC)
    with time_machine.travel(now, tick=False):
        publish(event, recurrence_rule="FREQ=WEEKLY;COUNT=3", venue_name="The new hall")

        assert list(repair_events(now)) == []


def test_source_that_was_unpublished_may_hold_another_plan(event):
    EventPage.objects.get(pk=event.pk).unpublish()
    EventPage.objects.filter(pk=event.pk).update(start_time=time(9, 0), venue_name="Elsewhere")

    assert list(repair_events(NOW)) == []


def test_event_that_a_fault_has_left_without_a_page_is_deleted(event):
    left = Event.objects.create(title="Left")

    list(repair_events(NOW))

    assert not Event.objects.filter(pk=left.pk).exists()


def test_decision_is_stored_before_it_is_shown(event, monkeypatch):
    def killed(*args, **kwargs):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(PROJECTION, "project_all", killed)
        with pytest.raises(KeyboardInterrupt):
            cancel_meeting(meeting_of(event), user=None)

    assert meeting_of(event).state == MeetingState.CANCELLED
    assert EventOccurrence.objects.get().state == MeetingState.SCHEDULED
    list(repair_events(NOW))
    assert EventOccurrence.objects.get().state == MeetingState.CANCELLED


@pytest.mark.django_db(transaction=True)
def test_fault_that_breaks_the_transaction_of_the_caller_is_not_swallowed(event, monkeypatch):
    """As MariaDB does to a deadlock's victim: all is rolled back, and no savepoint is left."""

    def roll_all_back(*args, **kwargs):
        with connection.cursor() as cursor:
            cursor.execute("ROLLBACK")
        raise OperationalError("Deadlock found when trying to get lock")

    monkeypatch.setattr(PROJECTION, "project_all", roll_all_back)

    with pytest.raises(OperationalError), transaction.atomic():
        cancel_meeting(meeting_of(event), user=None)
    assert meeting_of(event).state == MeetingState.SCHEDULED


def test_fault_of_its_own_is_logged_and_undoes_nothing(event, monkeypatch, caplog):
    def fail(*args, **kwargs):
        raise ValueError("broken")

    monkeypatch.setattr(PROJECTION, "project_all", fail)

    with transaction.atomic():
        done = cancel_meeting(meeting_of(event), user=None)

    assert (done.is_projected, meeting_of(event).state) == (False, MeetingState.CANCELLED)
    assert "projection_failed" in caplog.messages
    projection.project_pages([event.pk])
    assert caplog.messages.count("projection_failed") == 2


@pytest.mark.django_db(transaction=True)
def test_deadlock_of_a_projection_that_stands_alone_is_tried_again(event, monkeypatch):
    tries = []
    project_all = PROJECTION.project_all

    def fail_twice(event_ids, **kwargs):
        tries.append(event_ids)
        if len(tries) < 3:
            raise OperationalError("Deadlock found when trying to get lock")
        return project_all(event_ids, **kwargs)

    monkeypatch.setattr(PROJECTION, "project_all", fail_twice)

    assert project_event(event.lift_event.pk)
    assert len(tries) == 3
