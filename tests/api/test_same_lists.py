"""Both versions of the API list what the page of a programme lists, in the same order."""

from datetime import UTC, datetime
from urllib.parse import urlencode

import pytest
import time_machine
from django.apps import apps
from django.db import connection
from django.test import Client, RequestFactory
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import built_once
from tests.indexing import indexing
from tests.lists.test_events import build
from wagtail_lift.domain.filters import PAST, UPCOMING
from wagtail_lift.enums import AccessFeature, AttendanceMode, Status
from wagtail_lift.lists.events import list_events
from wagtail_lift.models import HostProfile
from wagtail_lift.pages.models import EventIndexPage, EventPage

HAS_V3 = apps.is_installed("wagtail.api.v3")
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
MOST = 3
"""How many events are asked for at once, so that every list has several pages."""

HOSTS = ("Ada Bell", "Ben Cole")
WORDS = ("kindness", "bread", "talk walk", "mending")


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    """A programme with events of each type and status, made once."""
    with time_machine.travel(NOW, tick=False), built_once(django_db_blocker), indexing():
        yield EventIndexPage.objects.get(pk=build(NOW))


def some(*values, most=2):
    return st.lists(st.sampled_from(values), unique=True, max_size=most)


def day():
    return st.sampled_from(["", "", *(f"2026-11-{n:02}" for n in range(9, 30, 3)), "2026-12-05"])


@st.composite
def queries(draw):
    """Return a query with any of the parameters of a list, most of them seldom."""
    names = draw(st.sets(st.sampled_from(sorted(STRATEGIES)), max_size=3))
    return [(name, value) for name in sorted(names) for value in draw(STRATEGIES[name])]


STRATEGIES = {
    "when": some(UPCOMING, PAST, most=1),
    "each": some("date"),
    "tag": some("kindness", "listening", "repair", "nothing"),
    "audience": some("health", "nobody"),
    "host": some(*HOSTS, "nobody"),
    "mode": some(*AttendanceMode.values),
    "access": some(*AccessFeature.values),
    "status": some(*Status.values, most=5),
    "from": st.lists(day(), max_size=1),
    "to": st.lists(day(), max_size=1),
    "q": some(*WORDS, most=1) if connection.vendor != "mysql" else st.just([]),
}


def of_page(programme, query):
    """Return the listed events as a reader pages through them."""
    found = []
    asked = dict(query).get("when")
    for when in [asked] if asked else [UPCOMING, PAST]:
        rest = urlencode([pair for pair in query if pair[0] != "when"])
        for number in range(1, 100):
            request = RequestFactory().get(f"/?{rest}&when={when}&page={number}")
            listing = list_events(programme, request, NOW)
            part = listing.upcoming if when == UPCOMING else listing.past
            found += [(card.page_id, card.occurrence.date_key, when) for card in part.items]
            if not part.has_next:
                break
    return found


def of_version_2(programme, query):
    found = []
    for offset in range(0, 300, MOST):
        asked = urlencode([*query, ("programme", programme.pk), ("offset", offset)])
        answer = Client().get(f"/api/v2/events/?{asked}&limit={MOST}&fields=card").json()
        cards = [item["card"] for item in answer["items"]]
        found += [(card["id"], card["key"], card["part"]) for card in cards]
        assert [item["id"] for item in answer["items"]] == [card["id"] for card in cards]
        if offset + MOST >= answer["meta"]["total_count"]:
            assert answer["meta"]["total_count"] == len(found)
            return found
    raise AssertionError("The list has no end.")


def of_version_3(programme, query):
    found = []
    asked = urlencode([*query, ("programme", programme.pk), ("limit", MOST)])
    url = f"/api/v3/lift/events/?{asked}"
    while url:
        answer = Client().get(url).json()
        found += [(card["id"], card["key"], card["part"]) for card in answer["items"]]
        url = answer["next"]
    return found


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=queries())
def test_api_lists_what_the_page_lists(built, db, settings, query):
    settings.WAGTAIL_LIFT_PAGE_SIZE = MOST
    keys = {host.name: str(host.translation_key) for host in HostProfile.objects.all()}
    query = [(n, keys.get(value, value) if n == "host" else value) for n, value in query]
    of_type = set(EventPage.objects.values_list("pk", flat=True))

    listed = of_page(built, query)

    assert of_version_2(built, query) == [row for row in listed if row[0] in of_type]
    if HAS_V3:
        assert of_version_3(built, query) == listed
