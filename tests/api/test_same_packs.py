"""Both versions of the API list the packs that the page of a programme lists, in the same order."""

from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

import pytest
import time_machine
from django.apps import apps
from django.test import Client, RequestFactory
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from tests.api.test_same_lists import STRATEGIES
from tests.conftest import built_once
from tests.factories import add_date, make_event, make_host, make_pack, make_programme, when
from tests.indexing import indexing
from tests.site import make_home
from wagtail_lift.lists.packs import list_packs
from wagtail_lift.models import HostProfile
from wagtail_lift.pages.models import EventIndexPage, EventPage

HAS_V3 = apps.is_installed("wagtail.api.v3")
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
MOST = 3
"""How many packs are asked for at once, so that lists have several pages."""

NAMES = ("tag", "audience", "host", "mode", "access", "from", "to", "q")


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    """A programme with packs of each kind of event, and one of an event elsewhere, made once."""
    with time_machine.travel(NOW, tick=False), built_once(django_db_blocker), indexing():
        yield build()


def build():
    home = make_home()
    programme = make_programme(home)
    inner, other = make_programme(programme, "Inner"), make_programme(home, "Other")
    hosts = [make_host("Ada Bell"), make_host("Ben Cole")]
    facets = [
        {"topics": ["Kindness"], "attendance_mode": "online", "captions": True},
        {"topics": ["Kindness", "Listening"], "audiences": ["Health"], "step_free": True},
        {"topics": ["Repair"], "attendance_mode": "both", "hosts": hosts},
        {"hosts": hosts[:1], "captions": True, "step_free": True},
        {"audiences": ["Health"]},
    ]
    for number, fields in enumerate(facets):
        parent = inner if number % 2 else programme
        ends = when(NOW - timedelta(days=3 * number + 1))
        event = make_event(parent, f"Event {number}", **fields, **ends)
        pack = make_pack(event, f"Kindness and bread {number}" if number % 2 else f"Pack {number}")
        pack.first_published_at = NOW - timedelta(days=number % 3)
        pack.save()
    hidden = make_event(programme, "Hidden", topics=["Kindness"], **when(NOW - timedelta(days=2)))
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    make_pack(programme, "Of a hidden event", event=hidden)
    guest = make_event(programme, "Guest", audiences=["Health"], **when(NOW - timedelta(days=4)))
    make_pack(other, "Kept elsewhere", event=guest)
    coming = make_event(programme, "Coming", topics=["Kindness"], **when(NOW + timedelta(days=2)))
    make_pack(coming, "Closed")
    series = make_event(other, "Series", topics=["Repair"], **when(NOW - timedelta(days=9)))
    add_date(series, NOW - timedelta(days=6))
    make_pack(series, "Of a series elsewhere")
    return programme.pk


@st.composite
def queries(draw):
    """Return a query with any of the filters of packs, most of them seldom."""
    names = draw(st.sets(st.sampled_from(NAMES), max_size=2))
    return [(name, value) for name in sorted(names) for value in draw(STRATEGIES[name])]


def of_page(programme, query):
    """Return the listed packs as a reader pages through them."""
    found = []
    for number in range(1, 100):
        request = RequestFactory().get(f"/?{urlencode([*query, ('page', number)])}")
        listing = list_packs(programme, request, NOW)
        found += [card.page.pk for card in listing.items]
        if not listing.slice.has_next:
            return found
    raise AssertionError("The list has no end.")


def of_version_2(query):
    found = []
    for offset in range(0, 300, MOST):
        asked = urlencode([*query, ("offset", offset), ("limit", MOST)])
        answer = Client().get(f"/api/v2/insights/?{asked}").json()
        found += [item["id"] for item in answer["items"]]
        if offset + MOST >= answer["meta"]["total_count"]:
            assert answer["meta"]["total_count"] == len(found)
            return found
    raise AssertionError("The list has no end.")


def of_version_3(query):
    found = []
    url = f"/api/v3/lift/packs/?{urlencode([*query, ('limit', MOST)])}"
    while url:
        answer = Client().get(url).json()
        found += [item["id"] for item in answer["items"]]
        url = answer["next"]
    return found


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=queries())
def test_api_lists_the_packs_that_the_page_lists(built, db, settings, query):
    settings.WAGTAIL_LIFT_PAGE_SIZE = MOST
    keys = {host.name: str(host.translation_key) for host in HostProfile.objects.all()}
    query = [(n, keys.get(value, value) if n == "host" else value) for n, value in query]
    asked = [*query, ("programme", built)]

    listed = of_page(EventIndexPage.objects.get(pk=built), query)

    assert of_version_2(asked) == listed
    if HAS_V3:
        assert of_version_3(asked) == listed


def test_packs_of_a_site_and_of_an_event_are_the_same_in_both(built, db):
    events = dict(EventPage.objects.values_list("pk", "title"))
    asked = [[], *([("event", key)] for key in events), [("event", 999_999)], [("locale", "en")]]

    found = [of_version_2(query) for query in asked]

    of_events = [title not in ("Hidden", "Coming") for title in events.values()]
    assert [len(each) for each in found] == [8, *of_events, 0, 8]
    if HAS_V3:
        assert found == [of_version_3(query) for query in asked]
