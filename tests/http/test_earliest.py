"""The earliest instant of a table as a column of another query: what a subquery would say."""

from datetime import timedelta

import pytest
from django.db.models import Min
from wagtail.models import Page

from tests.factories import add_date, make_event, make_programme, when
from wagtail_lift.http.earliest import Earliest
from wagtail_lift.models import EventOccurrence


@pytest.fixture
def starts(home, now):
    """The starts of an event's dates: on the next day and a week, two and three later."""
    event = make_event(make_programme(home), **when(now + timedelta(days=1)))
    for days in (8, 15, 22):
        add_date(event, now + timedelta(days=days))
    return [now + timedelta(days=days) for days in (1, 8, 15, 22)]


def ask(*columns):
    return Page.objects.order_by().values_list(*columns)[:1].get()


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [(None, None, 0), (0, None, 1), (0, 1, 1), (1, 2, 2), (None, 3, 0), (3, None, None)],
)
def test_earliest_takes_what_lies_after_one_instant_and_up_to_another(starts, first, last, found):
    after = None if first is None else starts[first]
    until = None if last is None else starts[last]

    earliest = Earliest(EventOccurrence, "starts_at", after=after, until=until)

    assert ask(earliest) == (None if found is None else starts[found],)


def test_earliest_takes_only_rows_with_certain_values(starts):
    EventOccurrence.objects.filter(starts_at=starts[0]).update(is_public=False)

    earliest = Earliest(EventOccurrence, "starts_at", only={"is_public": True})

    assert ask(earliest) == (starts[1],)


def test_earliest_says_what_the_orm_says(starts):
    expected = EventOccurrence.objects.aggregate(at=Min("starts_at"))["at"]

    assert ask(Earliest(EventOccurrence, "starts_at")) == (expected,)


def test_earliest_of_no_rows_is_nothing(home, now):
    assert ask(Earliest(EventOccurrence, "starts_at", after=now)) == (None,)
