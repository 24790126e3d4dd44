"""A programme's calendar is looked through once for as long as no date changes."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import make_event, make_programme, when
from wagtail_lift.actions import cancel_meeting, mark_moved_entries, rebuild_occurrences
from wagtail_lift.formats.icalendar import FORMAT_VERSION
from wagtail_lift.models import CalendarChange, CalendarEntry, EventFacet, EventOccurrence, Meeting
from wagtail_lift.models.calendars.dates import by_topic, dates_of_programme, digest_of
from wagtail_lift.models.calendars.memory import remembered_digest, state_of_calendars, this_hour
from wagtail_lift.pages.models import EventPage


@pytest.fixture
def clock(now):
    """A clock that stands until a test moves it on."""
    with time_machine.travel(now, tick=False) as traveller:
        yield traveller


@pytest.fixture
def programme(home, clock):
    return make_programme(home)


@pytest.fixture
def event(programme, now):
    return make_event(programme, topics=["Rest"], **when(now + timedelta(days=3)))


@pytest.fixture
def ask(programme, now):
    """Ask for the digest; return it with the number of queries, and hold it to a fresh one."""

    def _ask(*narrowings, as_of=now):
        dates = dates_of_programme(programme, as_of, narrowings)
        with CaptureQueriesContext(connection) as queries:
            digest = remembered_digest(
                programme,
                lambda: dates,
                FORMAT_VERSION,
                state=state_of_calendars(programme, as_of),
                as_of=as_of,
                narrowings=narrowings,
            )
        assert digest == digest_of(dates, FORMAT_VERSION)
        return digest, len(queries)

    return _ask


def add(event, now):
    make_event(event.get_parent().specific, "Another", **when(now + timedelta(days=4)))


def cancel(event, now):
    cancel_meeting(Meeting.objects.get(event__page_links__page=event.pk), user=None)


def unpublish(event, now):
    event.unpublish()


def retitle(event, now):
    event.title = "Under another name"
    event.save_revision().publish()


def delete(event, now):
    event.delete()


def move(event, now):
    mark_moved_entries(event)


def lose_a_topic(event, now):
    event.topics.clear()
    event.save_revision().publish()


def unpublish_behind_our_back(event, now):
    EventPage.objects.update(live=False)
    EventFacet.objects.all().delete()
    list(rebuild_occurrences())


def repair(event, now):
    CalendarEntry.objects.update(content_hash="")
    list(rebuild_occurrences())


def test_digest_is_remembered(event, ask):
    first, queries_at_first = ask()
    again, queries_again = ask()

    assert (queries_at_first, queries_again) == (2, 1)
    assert first == again


@pytest.mark.parametrize(
    "change",
    [
        add,
        cancel,
        unpublish,
        retitle,
        delete,
        move,
        lose_a_topic,
        unpublish_behind_our_back,
        repair,
    ],
)
def test_digest_is_forgotten_when_a_date_changes(event, ask, clock, now, change):
    before, _ = ask()
    clock.shift(timedelta(minutes=1))

    change(event, now)
    after, queries = ask()

    assert queries == 2
    assert after != before


@pytest.mark.parametrize("began", [timedelta(minutes=-59), timedelta(days=-2), timedelta(days=2)])
def test_digest_is_forgotten_when_a_change_began_at_another_time(event, ask, now, began):
    ask()

    CalendarChange.objects.create(changed_at=now + began)
    _, queries = ask()

    assert queries == 2


def test_digest_is_forgotten_when_an_older_change_is_committed_last(event, ask, now):
    latest = CalendarChange.objects.create(pk=1_000_000, changed_at=now)
    ask()

    CalendarChange.objects.create(pk=latest.pk - 1, changed_at=now)
    _, queries = ask()

    assert queries == 2


def test_publishing_the_same_again_is_no_change(event, ask):
    ask()

    event.save_revision().publish()
    _, queries = ask()

    assert queries == 1


def test_digest_of_one_topic_is_another(event, ask):
    ask()

    _, queries_of_one = ask(by_topic("rest"))
    _, queries_again = ask(by_topic("rest"))

    assert (queries_of_one, queries_again) == (2, 1)


def test_digest_is_forgotten_after_an_hour(event, ask, now):
    ask()

    _, queries = ask(as_of=now + timedelta(hours=1))

    assert queries == 2


def test_digest_of_an_incomplete_calendar_is_not_remembered(event, ask):
    EventOccurrence.objects.update(calendar_entry=None)

    ask()
    digest, queries = ask()

    assert queries == 2
    assert not digest.is_complete


def test_this_hour_is_its_beginning(now):
    assert this_hour(now + timedelta(minutes=59, seconds=59, microseconds=9)) == now


def test_state_counts_recent_changes_alone(programme, now):
    CalendarChange.objects.all().delete()
    old = CalendarChange.objects.create(changed_at=now - timedelta(days=1))
    recent = CalendarChange.objects.create(changed_at=now)

    assert state_of_calendars(programme, now).known_by == (recent.pk, 1)
    assert old.pk < recent.pk
