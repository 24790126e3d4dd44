"""Calendars after a change: each is told, subscriptions last, and what did not change stays."""

from datetime import timedelta

import pytest
import time_machine
from wagtail.models import PageViewRestriction

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
    Meeting.objects.update(places_taken=1)
    event.save_revision().publish()

    after = client.get(url)

    assert EventOccurrence.objects.get().places_taken == 1
    assert body(after) == text
    assert (after["ETag"], after["Last-Modified"]) == (before["ETag"], before["Last-Modified"])


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
    event.recurrence_rule = "FREQ=DAILY;COUNT=2"
    event.save_revision().publish()


def unpublish(event):
    event.unpublish()


def restrict(event):
    PageViewRestriction.objects.create(page=event, restriction_type="login")


def delete(event):
    event.delete()


def cancel(event):
    cancel_meeting(meeting_of(event), user=None)


@pytest.mark.parametrize(
    "change",
    [
        rename,
        change_the_slug,
        change_the_slug_above,
        add_a_date,
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
    event = make_event(make_programme(programme, "Inner"), **when(now + timedelta(days=9)))
    make_event(programme, "Another", **when(now))
    url = f"{programme.url}ics/"
    before = client.get(url)
    text, known = body(before), {"If-None-Match": before["ETag"]}
    unchanged = client.get(url, headers=known)
    frozen.move_to(now + timedelta(hours=1))

    with django_capture_on_commit_callbacks(execute=True):
        change(event)

    after = client.get(url, headers=known)
    assert (unchanged.status_code, unchanged.content) == (304, b"")
    assert unchanged["ETag"] == before["ETag"]
    assert after.status_code == 200
    assert body(after) != text


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


def test_time_alone_is_no_proof_that_nothing_was_taken_away(programme, client, now):
    make_event(programme, **when(now))
    url = f"{programme.url}ics/"
    seen = client.get(url)["Last-Modified"]

    assert client.get(url, headers={"If-Modified-Since": seen}).status_code == 200
