"""Query sets of events, whose headline decides; run on SQLite, PostgreSQL and MariaDB."""

from datetime import timedelta

import pytest
from django.db.models import Q
from wagtail.models import Page

from tests.domain.strategies import NOW
from tests.stored_facts import make_pages, store
from wagtail_lift.domain.lifecycle import MeetingFacts
from wagtail_lift.enums import BookingMode, MeetingState, Status
from wagtail_lift.models import Meeting
from wagtail_lift.models.querysets import headline_subquery, with_event_status


@pytest.fixture
def pages(home) -> list[Page]:
    return make_pages(home)


def test_status_can_be_filtered_and_costs_one_query(pages, django_assert_num_queries):
    tomorrow = NOW + timedelta(days=1)
    drop_in = MeetingFacts(starts_at=tomorrow, ends_at=tomorrow + timedelta(hours=1))
    bookable = MeetingFacts(
        key="extra:1",
        starts_at=tomorrow - timedelta(hours=1),
        ends_at=tomorrow,
        booking_mode=BookingMode.ELSEWHERE,
    )
    store(pages, [[drop_in], [drop_in, bookable], [bookable]])

    with django_assert_num_queries(1):
        found = list(
            with_event_status(Page.objects.all(), NOW)
            .filter(status_now=Status.BOOKING_AVAILABLE)
            .order_by("pk")
        )

    assert found == pages[1:3]


def test_an_event_has_an_open_pack_from_any_of_its_dates(pages):
    hour = timedelta(hours=1)
    last = MeetingFacts(starts_at=NOW - 2 * hour, ends_at=NOW - hour)
    earlier = MeetingFacts(
        key="extra:1",
        state=MeetingState.CANCELLED,
        starts_at=NOW - 9 * hour,
        ends_at=NOW - 8 * hour,
        pack_opens_at=NOW,
    )
    store(pages, [[last, earlier], [last]])

    rows = with_event_status(Page.objects.filter(lift_occurrences__isnull=False).distinct(), NOW)

    assert [*rows.order_by("pk").values_list("status_now", flat=True)] == [
        Status.INSIGHTS_OPEN,
        Status.TAKEN_PLACE,
    ]


def test_headline_subquery_takes_an_expression_and_a_way_to_the_page(pages):
    store(pages, [[MeetingFacts()]])

    found = Meeting.objects.annotate(
        is_undated=headline_subquery(NOW, Q(starts_at__isnull=True), page_ref="event__source")
    ).filter(event__source__in=pages[:2], date_key="first")

    assert [*found.order_by("event__source").values_list("is_undated", flat=True)] == [True, None]
