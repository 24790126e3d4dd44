"""The projection by itself: what it writes, what it leaves, and how drift is repaired."""

from datetime import time

from tests.factories import make_event, make_pack, make_programme, meeting_of
from wagtail_lift.enums import Problem
from wagtail_lift.models import Event, EventOccurrence, EventPage, EventPageLink, Meeting
from wagtail_lift.projection import project_event, project_page


def test_projecting_twice_changes_nothing(home):
    event = make_event(make_programme(home), topics=["Kindness"])
    before = list(Meeting.objects.values())

    assert project_page(event.pk)

    assert list(Meeting.objects.values()) == before
    assert EventOccurrence.objects.filter(page=event.pk).count() == 1


def test_change_of_time_keeps_the_meeting_and_raises_its_sequence(home):
    event = make_event(make_programme(home))
    before = meeting_of(event)
    event.start_time = time(13, 0)

    event.save_revision().publish()

    after = meeting_of(event)
    assert (after.pk, after.uid, after.sequence) == (before.pk, before.uid, 1)
    assert after.modified_at > before.modified_at


def test_draft_of_a_live_page_changes_nothing(home):
    event = make_event(make_programme(home))
    before = list(EventOccurrence.objects.values("title", "starts_at"))
    event.title, event.start_time = "Draft", time(13, 0)

    event.save_revision()

    assert list(EventOccurrence.objects.values("title", "starts_at")) == before
    assert meeting_of(event).sequence == 0


def test_change_of_words_leaves_the_sequence(home):
    event = make_event(make_programme(home))
    before = meeting_of(event)
    event.title = "Other words"

    event.save_revision().publish()

    after = meeting_of(event)
    assert (after.sequence, after.modified_at) == (before.sequence, before.modified_at)


def test_change_of_zone_moves_the_instant_and_not_the_clock(home):
    event = make_event(make_programme(home))
    event.timezone = "America/New_York"

    event.save_revision().publish()

    occurrence = EventOccurrence.objects.get(page=event.pk)
    assert occurrence.local_starts_at.time() == time(12, 30)
    assert occurrence.starts_at.hour == 16


def test_dates_that_make_no_sense_are_kept_as_a_problem(home):
    event = make_event(make_programme(home))

    EventPage.objects.filter(pk=event.pk).update(end_time=time(9, 0))
    assert project_page(event.pk)

    meeting = meeting_of(event)
    assert (meeting.problem, meeting.starts_at) == (Problem.END_BEFORE_START, None)


def test_unpublished_event_keeps_its_meeting(home):
    event = make_event(make_programme(home))
    before = meeting_of(event)

    event.unpublish()

    assert meeting_of(event).uid == before.uid
    assert not EventOccurrence.objects.exists()


def test_project_page_of_another_kind_does_nothing(home):
    assert project_page(home.pk) is False
    assert project_page(None) is False


def test_pack_in_another_page_is_found(home):
    programme = make_programme(home)
    event = make_event(programme)

    pack = make_pack(programme, event=event)

    assert EventOccurrence.objects.get(page=event.pk).pack_id == pack.pk


def test_event_of_which_no_page_has_its_type_any_more_keeps_its_meetings(home):
    event = Event.objects.create(title="Of an app that is gone")
    EventPageLink.objects.create(page=home, event=event)
    kept = Meeting.objects.create(event=event, date_key="2027-06-01T12:30")

    assert project_event(event.pk)

    assert list(Meeting.objects.values_list("pk", "is_withdrawn")) == [(kept.pk, False)]
    assert Event.objects.get().source is None
