"""Meetings: what the database itself refuses, and how a date is put into words."""

import pytest
from django.db import IntegrityError, transaction

from tests.factories import local, make_event, make_programme, meeting_of
from wagtail_lift.models import Meeting


@pytest.fixture
def meeting(home) -> Meeting:
    return meeting_of(make_event(make_programme(home)))


@pytest.mark.parametrize(
    "values",
    [
        {"moved_starts_at": local(2027, 6, 8, 12)},
        {"moved_ends_at": local(2027, 6, 8, 12)},
        {"moved_starts_at": local(2027, 6, 8, 12), "moved_ends_at": local(2027, 6, 8, 12)},
    ],
)
def test_database_refuses_what_can_not_be(values, meeting):
    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.filter(pk=meeting.pk).update(**values)


def test_database_refuses_a_second_meeting_with_the_same_key(meeting):
    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.create(event_id=meeting.event_id, date_key="2027-06-01T12:30")


def test_date_label_is_in_the_zone_of_the_event(meeting):
    assert str(meeting) == "Kindness at work, 2027-06-01 12:30 Europe/London"


def test_date_label_of_a_meeting_without_a_date_says_so():
    assert Meeting().date_label == "date to come"


def test_version_changes_with_whatever_is_stored(meeting):
    before = Meeting.objects.get().version
    again = Meeting.objects.get().version
    Meeting.objects.update(places="full")
    after_places = Meeting.objects.get().version
    Meeting.objects.update(public_note="Bring a coat.")

    assert before == again
    assert len({before, after_places, Meeting.objects.get().version}) == 3
