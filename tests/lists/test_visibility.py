"""Which rows lists may begin with: those of live pages below a programme, open to the reader."""

from datetime import timedelta

import pytest
from django.test import RequestFactory

from tests.factories import make_event, make_programme, when
from wagtail_lift.lists.visibility import visible_below
from wagtail_lift.models import EventOccurrence

pytestmark = pytest.mark.django_db


def test_rows_that_were_left_of_a_page_that_is_not_live_are_not_listed(home, now):
    programme = make_programme(home)
    event = make_event(programme, **when(now + timedelta(days=1)))
    type(event).objects.filter(pk=event.pk).update(live=False)

    visible = visible_below(programme, RequestFactory().get("/"))

    assert EventOccurrence.objects.filter(page=event.pk).exists()
    assert [*visible.joined, *visible.page_by_page] == []


def test_rows_are_narrowed_to_pages_each_time(home, now):
    programme = make_programme(home)
    one, two, three = (make_event(programme, f"Event {n}").pk for n in range(3))

    visible = visible_below(programme, RequestFactory().get("/"))
    narrowed = visible.only_on([one, two]).only_on([two, three])

    assert [row.page_id for row in narrowed.joined] == [two]
    assert [row.page_id for row in narrowed.page_by_page] == [two]
