"""Calendars after a change: each is told, subscriptions last, and what did not change stays."""

from datetime import date, timedelta

import pytest
import time_machine
from wagtail.models import PageViewRestriction

from tests.calendars.icalendar.reading import entries
from tests.factories import make_event, make_host, make_programme, meeting_of, when
from tests.routes.calendar_answers import body, titles
from wagtail_lift.actions import cancel_meeting
from wagtail_lift.models import EventOccurrence, Meeting


@pytest.fixture(autouse=True)
def frozen(now):
    with time_machine.travel(now, tick=False) as traveller:
        yield traveller


@pytest.fixture
def programme(home):
    return make_programme(home)


def test_unchanged_calendar_is_the_same_byte_for_byte_whatever_is_booked(
    programme, client, now, frozen
):
    event = make_event(programme, **when(now + timedelta(days=9)))
    url = f"{programme.url}ics/"
    before = client.get(url)
    text = body(before)
    frozen.move_to(now + timedelta(days=1))
    Meeting.objects.update(places="full")
    event.save_revision().publish()

    after = client.get(url)

    assert EventOccurrence.objects.get().places == "full"
    assert body(after) == text
    assert after["ETag"] == before["ETag"]


def rename(event):
    event.title = "Other words"
    event.save_revision().publish()


def change_the_slug(event):
    event.slug = "other"
    event.save_revision().publish()


def change_the_slug_above(event):
    above = event.get_parent().specific
    above.slug = "other"
    above.save_revision().publish()


def add_a_date(event):
    event.recurrence_rule = "FREQ=DAILY;COUNT=5"
    event.save_revision().publish()


def leave_a_date_out(event):
    event.skipped_dates = [("date", date(2026, 12, 3))]
    event.save_revision().publish()


def unpublish(event):
    event.unpublish()


def restrict(event):
    PageViewRestriction.objects.create(page=event, restriction_type="login")


def delete(event):
    event.delete()


def cancel(event):
    cancel_meeting(Meeting.objects.filter(event__page_links__page=event.pk).first(), user=None)


@pytest.mark.parametrize(
    "change",
    [
        rename,
        change_the_slug,
        change_the_slug_above,
        add_a_date,
        leave_a_date_out,
        unpublish,
        restrict,
        delete,
        cancel,
    ],
    ids=lambda change: change.__name__,
)
def test_each_change_is_told_and_its_absence_too(
    change, programme, client, now, frozen, django_capture_on_commit_callbacks
):
    rule = "FREQ=DAILY;COUNT=4"
    inner = make_programme(programme, "Inner")
    event = make_event(inner, recurrence_rule=rule, **when(now + timedelta(days=9)))
    make_event(programme, "Another", **when(now))
    url = f"{programme.url}ics/"
    before = client.get(url)
    text, known = body(before), {"If-None-Match": before["ETag"]}
    unchanged = client.get(url, headers=known)
    frozen.move_to(now + timedelta(minutes=1))

    with django_capture_on_commit_callbacks(execute=True):
        change(event)

    after = client.get(url, headers=known)
    assert (unchanged.status_code, unchanged.content) == (304, b"")
    assert unchanged["ETag"] == before["ETag"]
    assert after.status_code == 200
    assert body(after) != text


@pytest.mark.parametrize("by", [timedelta(0), timedelta(days=-1), timedelta(days=-700)], ids=str)
@pytest.mark.parametrize(
    "change",
    [rename, change_the_slug, unpublish, delete, cancel],
    ids=lambda change: change.__name__,
)
def test_each_change_is_told_whatever_the_clock_did(
    change, by, programme, client, now, frozen, django_capture_on_commit_callbacks
):
    event = make_event(programme, **when(now + timedelta(days=9)))
    make_event(programme, "Another", **when(now))
    url = f"{programme.url}ics/"
    before = client.get(url)
    frozen.move_to(now + by)

    with django_capture_on_commit_callbacks(execute=True):
        change(event)

    known = {"If-None-Match": before["ETag"]}
    for later in (timedelta(0), timedelta(seconds=1), -by, timedelta(days=30)):
        frozen.move_to(now + by + later)
        assert client.get(url, headers=known).status_code == 200


@pytest.mark.parametrize("by", [timedelta(days=-1), timedelta(days=-700)], ids=str)
@pytest.mark.parametrize("change", [rename, cancel], ids=lambda c: c.__name__)
def test_entry_never_says_that_it_is_older_than_it_was(
    change, by, programme, client, now, frozen, django_capture_on_commit_callbacks
):
    event = make_event(programme, **when(now + timedelta(days=9)))
    url = f"{programme.url}ics/"
    frozen.move_to(now + by)

    with django_capture_on_commit_callbacks(execute=True):
        change(event)

    frozen.move_to(now)
    (entry,) = entries(body(client.get(url)))
    assert (entry["DTSTAMP"], entry["LAST-MODIFIED"]) == ("20261123T120001Z", "20261123T120001Z")


def after_ninety_days(programme, now):
    cancel_meeting(meeting_of(make_event(programme, "Off", **when(now))), user=None)
    return now + timedelta(days=90)


def after_the_days_that_it_keeps(programme, now):
    make_event(programme, "Long ago", **when(now - timedelta(days=89)))
    return now + timedelta(days=1, hours=2)


@pytest.mark.parametrize(
    "leave", [after_ninety_days, after_the_days_that_it_keeps], ids=lambda leave: leave.__name__
)
def test_date_that_leaves_as_time_passes_is_told(leave, programme, client, now, frozen):
    make_event(programme, "Staying", **when(now + timedelta(days=9)))
    leaves_at = leave(programme, now)
    url = f"{programme.url}ics/"
    known = {"If-None-Match": client.get(url)["ETag"]}
    frozen.move_to(leaves_at - timedelta(seconds=1))
    unchanged = client.get(url, headers=known)

    frozen.move_to(leaves_at)

    assert unchanged.status_code == 304
    assert titles(client.get(url, headers=known)) == ["Staying"]


@pytest.mark.parametrize("below", ["ics/?host=ada-bell", "ics/host/ada-bell/", "ics/tag/care/"])
def test_narrowed_calendar_knows_of_its_own_changes_alone(below, programme, client, now, frozen):
    ada = make_host("Ada Bell")
    event = make_event(programme, topics=["Care"], hosts=[ada], **when(now + timedelta(days=9)))
    make_event(programme, "Another", topics=["Care"], hosts=[ada], **when(now))
    url = f"{programme.url}{below}"
    known = {"If-None-Match": client.get(url)["ETag"]}
    frozen.move_to(now + timedelta(hours=2))
    make_event(programme, "Of others", **when(now))

    unchanged = client.get(url, headers=known)
    event.topics.clear()
    event.event_hosts.all().delete()
    event.save_revision().publish()

    assert unchanged.status_code == 304
    assert titles(client.get(url, headers=known)) == ["Another"]


@pytest.mark.parametrize("below", ["kindness-at-work/ics/", "feed/"])
def test_calendar_of_an_event_and_news_know_of_their_changes(below, programme, client, now, frozen):
    event = make_event(programme, **when(now + timedelta(days=9)))
    url = f"{programme.url}{below}"
    known = {"If-None-Match": client.get(url)["ETag"]}
    frozen.move_to(now + timedelta(hours=2))

    unchanged = client.get(url, headers=known)
    rename(event)

    assert unchanged.status_code == 304
    assert client.get(url, headers=known).status_code == 200


def test_no_time_is_told_of_a_calendar_and_none_believed(programme, client, now):
    make_event(programme, **when(now))
    url = f"{programme.url}ics/"

    assert not client.get(url).has_header("Last-Modified")
    later = {"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"}
    assert client.get(url, headers=later).status_code == 200


def change_the_slug_of_the_programme(programme):
    programme.slug = "talks"
    programme.save_revision().publish()


def move_the_programme(programme):
    other = make_programme(programme.get_parent(), "Other")
    programme.move(other, "last-child")


@pytest.mark.parametrize(
    "change",
    [change_the_slug_of_the_programme, move_the_programme],
    ids=lambda change: change.__name__,
)
@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ("ics/", ["Ada", "Care"]),
        ("ics/tag/care/", ["Care"]),
        ("ics/host/ada-bell/", ["Ada"]),
        ("care/ics/", ["Care"]),
        ("feed/", None),
        ("feed/json/", None),
    ],
)
def test_subscriptions_survive_a_new_address(
    change, below, expected, programme, client, now, django_capture_on_commit_callbacks
):
    make_event(programme, "Care", topics=["Care"], **when(now))
    make_event(programme, "Ada", hosts=[make_host("Ada Bell")], **when(now))
    old = f"{programme.url}{below}"
    with django_capture_on_commit_callbacks(execute=True):
        change(programme)

    response = client.get(old, follow=True)

    new = f"{type(programme).objects.get(pk=programme.pk).url}{below}"
    assert response.redirect_chain[0] == (new, 301)
    assert expected is None or titles(response) == expected
