"""What editors are told of the past when they change a plan."""

from datetime import UTC, date, datetime, time

import pytest
import time_machine
from django.urls import reverse

from tests.projection.tuesdays import make_tuesdays, publish
from wagtail_lift.enums import Notice
from wagtail_lift.models import EventPage, Meeting

NOW = datetime(2027, 6, 10, 12, tzinfo=UTC)
PAST = (Notice.PAST_STAYS, Notice.PAST_NOT_MADE)


@pytest.fixture
def event(home):
    with time_machine.travel(datetime(2027, 5, 1, tzinfo=UTC), tick=False):
        event = make_tuesdays(home, venue_name="The old hall")
    with time_machine.travel(NOW, tick=False):
        yield event


def told(page):
    return [(n.notice, n.about) for n in page.get_editor_notices(NOW) if n.notice in PAST]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"summary": "Other words."}, []),
        ({"start_time": time(11, 0)}, [(Notice.PAST_STAYS, "8 Jun 2027, 1 Jun 2027")]),
        ({"venue_name": "The new hall"}, [(Notice.PAST_STAYS, "8 Jun 2027, 1 Jun 2027")]),
        (
            {"start_date": date(2027, 5, 11), "recurrence_rule": "FREQ=WEEKLY;COUNT=7"},
            [(Notice.PAST_NOT_MADE, "25 May 2027, 18 May 2027, 11 May 2027")],
        ),
        (
            {"start_date": date(2027, 5, 4), "recurrence_rule": "FREQ=WEEKLY;COUNT=8"},
            [(Notice.PAST_NOT_MADE, "25 May 2027, 18 May 2027, 11 May 2027 and 1 more")],
        ),
    ],
)
def test_editor_is_told_what_stays_and_what_is_not_added(event, changes, expected):
    page = EventPage.objects.get(pk=event.pk)
    for name, value in changes.items():
        setattr(page, name, value)

    assert told(page) == expected


def test_editor_asks_for_past_dates(event, admin_session):
    publish(event, start_date=date(2027, 5, 25), recurrence_rule="FREQ=WEEKLY;COUNT=5")
    url = reverse("lift_past_dates", args=[event.pk])
    form = admin_session.get(reverse("wagtailadmin_pages:edit", args=[event.pk]))
    asked = admin_session.get(url)
    before = Meeting.objects.count()

    answer = admin_session.post(url, follow=True)

    assert url in form.content.decode()
    assert "Add past dates?" in asked.content.decode()
    assert "1 past date is added." in answer.content.decode()
    assert (before, Meeting.objects.count()) == (4, 5)
    assert told(EventPage.objects.get(pk=event.pk)) == []


def test_wrong_person_adds_nothing(event, client, visitor):
    publish(event, start_date=date(2027, 5, 25), recurrence_rule="FREQ=WEEKLY;COUNT=5")
    client.force_login(visitor)

    client.post(reverse("lift_past_dates", args=[event.pk]))

    assert Meeting.objects.count() == 4
