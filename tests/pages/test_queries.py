"""What a page costs over and above an empty sub-route of the same page."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    add_date,
    make_event,
    make_host,
    make_image,
    make_pack,
    make_programme,
    when,
)
from tests.many_events import make_many_events
from tests.routing import add_empty_route
from wagtail_lift.pages.models import EventIndexPage, EventPage, InsightsPack

pytestmark = pytest.mark.django_db

TRANSLATIONS = 1
"""On a site in several languages a page asks which of them it names in its head."""


@pytest.fixture
def queries_over_empty(client, monkeypatch):
    """Return a function that counts the queries of an address over those of an empty sub-route."""
    add_empty_route(monkeypatch, EventIndexPage, EventPage, InsightsPack)

    def count(address: str, below: str = "") -> int:
        totals = []
        for url in (f"{address}nothing/", f"{address}{below}"):
            assert client.get(url).status_code == 200  # fills caches and makes renditions
            with CaptureQueriesContext(connection) as captured:
                client.get(url)
            totals.append(len(captured))
        return totals[1] - totals[0]

    return count


def full_event(programme, now, number, **fields):
    """Make an event that shows all that an event page can show."""
    hosts = [make_host(f"Host {number} {n}", photo=make_image()) for n in range(3)]
    return make_event(
        programme,
        f"Event {number}",
        hosts=hosts,
        topics=["Kindness", "Listening"],
        audiences=["Health"],
        lead_image=make_image(),
        lead_image_alt_text="A room",
        contact_page=programme,
        conversation=[("question", {"question": "What is kind?"})],
        **fields,
    )


def test_event_page_costs_at_most_ten_queries(home, now, queries_over_empty):
    programme = make_programme(home)
    earlier = make_event(programme, "Earlier", **when(now - timedelta(days=99)))
    event = full_event(
        programme, now, 1, inspired_by=make_pack(earlier), **when(now - timedelta(days=9))
    )
    make_pack(event)

    assert queries_over_empty(event.url) <= 10 + TRANSLATIONS


@pytest.mark.parametrize("is_on", [True, False])
def test_only_a_site_in_several_languages_asks_for_translations(
    home, settings, queries_over_empty, is_on
):
    programme = make_programme(home)
    named = queries_over_empty(programme.url)
    settings.WAGTAIL_I18N_ENABLED = is_on

    assert named - queries_over_empty(programme.url) == (0 if is_on else TRANSLATIONS)


LIST_QUERIES, MONTH_QUERIES = 8 + TRANSLATIONS, 4 + TRANSLATIONS
LISTS = ("", "?each=date", "?tag=topic-1", "?from=2026-11-01&to=2026-12-31&status=drop_in")


@pytest.mark.parametrize("count", [1, 3])
def test_lists_cost_at_most_eight_queries_and_a_month_four(count, home, now, queries_over_empty):
    programme = make_programme(home)
    make_programme(programme, "Inner")
    for number in range(count):
        event = full_event(programme, now, number, **when(now + timedelta(days=number - 10)))
        add_date(event, now + timedelta(days=number + 20))
        add_date(event, now - timedelta(days=number + 20))

    with time_machine.travel(now, tick=False):
        lists = {query: queries_over_empty(programme.url, query) for query in LISTS}
        month = queries_over_empty(programme.url, "calendar/")

    assert max(lists.values()) <= LIST_QUERIES, lists
    assert month <= MONTH_QUERIES


@pytest.mark.slow
def test_lists_of_ten_thousand_events_cost_as_many_queries(home, now, queries_over_empty):
    programme = make_programme(home)
    make_many_events(programme, 10_000, now)

    with time_machine.travel(now, tick=False):
        lists = {query: queries_over_empty(programme.url, query) for query in LISTS}
        month = queries_over_empty(programme.url, "calendar/")

    assert max(lists.values()) <= LIST_QUERIES, lists
    assert month <= MONTH_QUERIES
