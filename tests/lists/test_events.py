"""What a programme lists: filters, parts, each event once, and what is offered instead."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import RequestFactory
from wagtail.models import Locale

from tests.conftest import built_once, searches_at_once
from tests.factories import (
    add_date,
    make_event,
    make_host,
    make_pack,
    make_programme,
    when,
)
from tests.indexing import indexing
from tests.site import make_home
from tests.testapp.models import Gathering, Workshop
from wagtail_lift.lists.events import list_events, next_events
from wagtail_lift.pages.models import EventIndexPage

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    """A site with events of each type, built once: the tests of this module only read it."""
    with built_once(django_db_blocker), indexing():
        yield build(datetime(2026, 11, 23, 12, 0, tzinfo=UTC))


@pytest.fixture
def programme(db, built):
    """A programme with events of each type, one of them with several dates."""
    return EventIndexPage.objects.get(pk=built)


def build(now):
    home = make_home()
    programme = make_programme(home)
    inner = make_programme(programme, "Inner")
    add_to(programme, now)
    gathering = Gathering(title="Bread", attendance_mode="both", **when(now + timedelta(days=5)))
    inner.add_child(instance=gathering)
    workshop = Workshop(title="Mending", **when(now - timedelta(days=1)))
    workshop.topics.add("repair")
    inner.add_child(instance=workshop)
    circle = make_event(programme, "Circle", topics=["Kindness"], **when(now - timedelta(days=14)))
    make_pack(circle, "Learnt")
    for days in (-7, 9, 16, 23):
        add_date(circle, now + timedelta(days=days))
    add_date(circle, now + timedelta(days=2), state="cancelled")
    other = make_programme(home, "Other")
    make_event(other, "Elsewhere", topics=["Kindness"], **when(now + timedelta(days=1)))
    return programme.pk


def add_to(programme, now):
    ada = make_host("Ada Bell")
    make_event(
        programme,
        "Talk",
        hosts=[ada],
        topics=["Kindness"],
        attendance_mode="online",
        captions=True,
        **when(now + timedelta(days=1)),
    )
    make_event(
        programme,
        "Walk",
        hosts=[ada, make_host("Ben Cole")],
        topics=["Kindness", "Listening"],
        audiences=["Health"],
        step_free=True,
        captions=True,
        booking_mode="elsewhere",
        booking_places="full",
        booking_url="https://example.org/",
        **when(now + timedelta(days=3)),
    )
    make_event(programme, "Under way", **when(now - timedelta(days=2), hours=72))
    make_event(programme, "This morning", **when(now - timedelta(hours=4)))
    make_event(programme, "Some day", start_date=None)


def listing_of(programme, query, now, **options):
    return list_events(programme, RequestFactory().get(f"/?{query}"), now, **options)


def titles(part):
    return [card.title for card in part.items]


UPCOMING = ["Under way", "Talk", "Walk", "Bread", "Circle", "Some day"]
PAST = ["This morning", "Mending", "Circle"]
LISTED = {
    "": (UPCOMING, PAST),
    "when=upcoming": (UPCOMING, []),
    "when=past": ([], PAST),
    "when=upcoming,past": (UPCOMING, PAST),
    "each=date": (
        ["Under way", "Talk", "Circle", "Walk", "Bread", "Circle", "Circle", "Circle", "Some day"],
        ["This morning", "Mending", "Circle", "Circle"],
    ),
    "tag=kindness": (["Talk", "Walk", "Circle"], ["Circle"]),
    "tag=listening&tag=repair": (["Walk"], ["Mending"]),
    "tag=kindness&audience=health": (["Walk"], []),
    "tag=nothing": ([], []),
    "mode=online": (["Talk", "Bread"], []),
    "mode=both": (["Bread"], []),
    "mode=in_person&when=past": ([], PAST),
    "access=captions": (["Talk", "Walk"], []),
    "access=captions&access=step_free": (["Walk"], []),
    "status=fully_booked": (["Walk"], []),
    "status=cancelled": (["Circle"], []),
    "status=happening_now,date_to_come": (["Under way", "Some day"], []),
    "status=taken_place": ([], ["This morning", "Mending"]),
    "status=insights_open": ([], ["Circle"]),
    "from=2026-11-24&to=2026-11-26": (["Under way", "Talk", "Circle", "Walk"], []),
    "from=2026-11-20&to=2026-11-21": (["Under way"], []),
    "to=2026-11-21": (["Under way"], ["Circle"]),
    "from=2026-11-23&to=2026-11-23": (["Under way"], ["This morning"]),
    "from=2026-12-20": ([], []),
    "tag=kindness&status=drop_in&from=2026-12-01&each=date": (["Circle", "Circle", "Circle"], []),
}
"""Upcoming and past titles by query; the dates are those around noon of 23 November 2026."""


def test_programme_lists_what_the_address_asks_for(programme, now):
    listed = {query: listing_of(programme, query, now) for query in LISTED}

    assert {
        query: (titles(listing.upcoming), titles(listing.past)) for query, listing in listed.items()
    } == LISTED


def test_event_with_several_dates_stands_once_at_the_next_that_goes_ahead(programme, now):
    listing = listing_of(programme, "tag=kindness", now)
    by_date = listing_of(programme, "tag=kindness&each=date", now)

    circles = [
        c for part in (listing.upcoming, listing.past) for c in part.items if c.title == "Circle"
    ]
    assert [(c.occurrence.starts_at - now, c.more_dates) for c in circles] == [
        (timedelta(days=9), 2),
        (timedelta(days=-7), 1),
    ]
    assert {card.more_dates for card in by_date.upcoming.items} == {0}


def test_link_names_the_date_where_the_page_would_show_another(programme, now):
    parts = {
        query: [card.url for card in listing_of(programme, query, now).upcoming.items]
        for query in ("tag=kindness", "tag=kindness&each=date", "from=2026-12-05")
    }
    past = listing_of(programme, "tag=kindness", now).past.items

    base = programme.url
    assert parts == {
        "tag=kindness": [f"{base}talk/", f"{base}walk/", f"{base}circle/"],
        "tag=kindness&each=date": [
            f"{base}talk/",
            f"{base}circle/?date=2026-11-25",
            f"{base}walk/",
            f"{base}circle/?date=2026-12-02",
            f"{base}circle/?date=2026-12-09",
            f"{base}circle/?date=2026-12-16",
        ],
        "from=2026-12-05": [f"{base}circle/?date=2026-12-09"],
    }
    assert [card.url for card in past] == [f"{base}circle/?date=2026-11-16"]


def test_more_dates_are_those_that_match_as_well(programme, now):
    listing = listing_of(programme, "from=2026-12-05", now)

    assert [(card.title, card.more_dates) for card in listing.upcoming.items] == [("Circle", 1)]


def test_date_of_an_event_with_an_open_pack_shows_it_whichever_date_it_is_about(programme, now):
    circle = listing_of(programme, "when=past&tag=kindness", now).past.items[0]

    assert circle.lifecycle.status == "insights_open"


def test_host_list_keeps_to_the_host_whatever_the_address_says(programme, now):
    ben = make_host("Ben's namesake")
    listing = listing_of(programme, "host=x&tag=kindness", now, host=ben)

    assert listing.is_empty
    assert listing.filters.query == "tag=kindness"


def test_empty_list_offers_the_next_events_with_the_same_filters_but_no_days(programme, now):
    offers = {
        query: [card.title for card in listing_of(programme, query, now).suggestions]
        for query in (
            "from=2030-01-01",
            "from=2030-01-01&tag=kindness&when=past",
            "when=past&audience=health",
            "from=2030-01-01&tag=nothing",
            "tag=nothing",
            "when=upcoming&page=7",
            "",
        )
    }

    assert offers == {
        "from=2030-01-01": ["Under way", "Talk", "Walk"],
        "from=2030-01-01&tag=kindness&when=past": ["Talk", "Walk", "Circle"],
        "when=past&audience=health": ["Walk"],
        "from=2030-01-01&tag=nothing": [],
        "tag=nothing": [],
        "when=upcoming&page=7": [],
        "": [],
    }


def test_pages_of_a_list_keep_the_filters(programme, now, settings):
    settings.WAGTAIL_LIFT_PAGE_SIZE = 1

    first = listing_of(programme, "tag=kindness&page=9", now)
    second = listing_of(programme, "tag=kindness&when=upcoming&page=2", now)

    assert titles(first.upcoming) == ["Talk"]
    assert first.upcoming.next_query == "when=upcoming&tag=kindness&page=2"
    assert titles(second.upcoming) == ["Walk"]
    assert second.upcoming.previous_query == "when=upcoming&tag=kindness"
    assert second.upcoming.next_query == "when=upcoming&tag=kindness&page=3"


@searches_at_once
def test_text_finds_events_of_every_type_in_the_order_of_the_list(programme, now):
    found = {
        query: (titles(listing.upcoming), titles(listing.past))
        for query in ("q=kindness", "q=bread", "q=mending", "q=walk+talk", "q=%22*%27%3B--")
        if (listing := listing_of(programme, query, now))
    }

    kindness = ["Under way", "Talk", "Walk", "Circle", "Some day"]
    assert found == {
        "q=kindness": (kindness, ["This morning", "Circle"]),
        "q=bread": (["Bread"], []),
        "q=mending": ([], ["Mending"]),
        "q=walk+talk": ([], []),
        "q=%22*%27%3B--": ([], []),
    }


@searches_at_once
def test_text_and_filters_hold_together(programme, now):
    listing = listing_of(programme, "q=kindness&mode=online&when=upcoming", now)

    assert titles(listing.upcoming) == ["Talk"]


def test_next_events_are_as_many_as_are_asked_for(programme, now):
    request = RequestFactory().get("/?when=past&tag=nothing")

    cards = next_events(programme, request, now, count=2)

    assert [card.title for card in cards] == ["Under way", "Talk"]


def test_programme_in_another_language_lists_the_pages_in_that_language(programme, now):
    home = programme.get_parent()
    french = Locale.objects.create(language_code="fr")
    home.copy_for_translation(french).save_revision().publish()
    translated = programme.copy_for_translation(french)
    translated.save_revision().publish()
    talk = programme.get_children().get(title="Talk").specific.copy_for_translation(french)
    talk.title = "Parler"
    talk.save_revision().publish()

    listing = listing_of(translated, "", now)

    assert (titles(listing.upcoming), titles(listing.past)) == (["Parler"], [])
    assert titles(listing_of(programme, "", now).upcoming) == UPCOMING
