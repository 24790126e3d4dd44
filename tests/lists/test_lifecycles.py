"""Where listed events stand is what each page says of itself, in one query."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.utils import timezone

from tests.conftest import built_once
from tests.factories import make_event
from tests.lists.test_events import build
from wagtail_lift.lists.lifecycles import lifecycles_of
from wagtail_lift.models import EventOccurrence
from wagtail_lift.pages.models import EventIndexPage, EventPage

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    with time_machine.travel(NOW, tick=False), built_once(django_db_blocker):
        yield build(NOW)


def test_lifecycles_are_those_of_the_pages(built, db, django_assert_num_queries):
    pages = EventPage.objects.in_bulk()
    with django_assert_num_queries(1):
        found = lifecycles_of(pages, NOW)

    with time_machine.travel(NOW, tick=False):
        assert found == {key: page.lifecycle for key, page in pages.items()}
    assert len(found) > 5


def test_page_without_stored_dates_is_left_out(built, db):
    event = make_event(EventIndexPage.objects.get(pk=built), "Lost")
    EventOccurrence.objects.filter(page=event).delete()

    assert lifecycles_of([event.pk], timezone.now()) == {}
