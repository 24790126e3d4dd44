"""The list of events."""

import json
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page, PageViewRestriction, Site

from tests.factories import add_date, make_event, make_host, make_pack, make_programme, when
from tests.many_events import make_many_events
from wagtail_lift.models import HostProfile, Meeting


def keys(answer):
    return [(card["title"], card["part"]) for card in answer["items"]]


def refused(answer):
    status, body = answer
    return status, [(error["loc"], error["msg"]) for error in body.get("errors", ())]


def test_list_gives_complete_cards(event, programme, anybody):
    status, answer = anybody("get", "lift/events/")

    ada, bo = HostProfile.objects.order_by("name")
    assert status == 200, answer
    assert answer == {
        "items": [
            {
                "id": event.pk,
                "type": "wagtail_lift_pages.EventPage",
                "title": "Kindness at work",
                "url": "http://testserver/conversations/kindness-at-work/",
                "page_url": "http://testserver/conversations/kindness-at-work/",
                "slug": "kindness-at-work",
                "locale": "en",
                "translation_key": str(event.translation_key),
                "part": "upcoming",
                "key": "2027-06-01T12:30",
                "uid": f"{Meeting.objects.get().uid}@wagtail-lift",
                "summary": "A conversation about kindness.",
                "lead_image": None,
                "more_dates": 0,
                "status": "drop_in",
                "status_label": "Drop in",
                "status_sentence": "You do not need to book. Just come along.",
                "status_until": "2027-06-01T11:30:00Z",
                "stage": "upcoming",
                "booking_state": "not_needed",
                "starts_at": "2027-06-01T11:30:00Z",
                "local_starts_at": "2027-06-01T12:30:00+01:00",
                "ends_at": "2027-06-01T13:00:00Z",
                "local_ends_at": "2027-06-01T14:00:00+01:00",
                "timezone": "Europe/London",
                "hours": "start_and_end",
                "previous_starts_at": None,
                "previous_hours": None,
                "local_previous_starts_at": None,
                "booking_opens_at": None,
                "booking_closes_at": None,
                "attendance_mode": "in_person",
                "attendance_mode_label": "In person",
                "place": "",
                "is_elsewhere": False,
                "public_note": "",
                "topics": [
                    {"slug": "care", "label": "care"},
                    {"slug": "kindness", "label": "kindness"},
                ],
                "audiences": [{"slug": "health", "label": "health"}],
                "access_features": [],
                "hosts": [
                    {
                        "id": host.pk,
                        "slug": host.slug,
                        "translation_key": str(host.translation_key),
                        "name": host.name,
                        "role": "host",
                        "role_label": "Host",
                        "url": f"http://testserver/conversations/hosts/{host.slug}/",
                    }
                    for host in (ada, bo)
                ],
                "programme": {
                    "id": programme.pk,
                    "type": "wagtail_lift_pages.EventIndexPage",
                    "title": "Conversations",
                    "url": "http://testserver/conversations/",
                },
                "pack": None,
                "translations": [],
                "next_bookable": None,
            }
        ],
        "next": None,
        "next_change": "2027-06-01T11:30:00Z",
        "suggestions": [],
        "facets": None,
    }


@pytest.fixture
def series(programme, now):
    """An event with an open pack, booked elsewhere, with one past date and two to come."""
    series = make_event(
        programme,
        "Circle",
        booking_mode="elsewhere",
        booking_url="https://example.org/",
        **when(now - timedelta(days=7)),
    )
    make_pack(series, "Learnt", opens_early=True)
    for days in (7, 14):
        add_date(series, now + timedelta(days=days))
    return series


def test_card_of_a_series_names_its_date_its_pack_and_the_date_to_book(series, anybody):
    _, answer = anybody("get", "lift/events/?when=past")

    (card,) = answer["items"]
    assert card["url"] == "http://testserver/conversations/circle/?date=2026-11-16"
    assert (card["pack"]["title"], card["pack"]["url"]) == (
        "Learnt",
        "http://testserver/conversations/circle/learnt/",
    )
    assert card["next_bookable"] == {
        "key": "2026-11-30T12:00",
        "uid": f"{Meeting.objects.get(date_key='2026-11-30T12:00').uid}@wagtail-lift",
        "starts_at": "2026-11-30T12:00:00Z",
        "local_starts_at": "2026-11-30T12:00:00+00:00",
        "url": "http://testserver/conversations/circle/?date=2026-11-30",
    }


def test_cursor_loses_and_repeats_nothing_while_time_passes_and_events_are_added(
    programme, now, anybody
):
    for days in (-2, -1, 1, 2, 3):
        make_event(programme, f"Day {days}", **when(now + timedelta(days=days)))
    _, first = anybody("get", "lift/events/?limit=2")

    make_event(programme, "Day 0", **when(now + timedelta(hours=1)))
    make_event(programme, "Day 4", **when(now + timedelta(days=4)))
    with time_machine.travel(now + timedelta(days=2, hours=12), tick=False):
        _, second = anybody("get", first["next"].partition("/api/v3/")[2])
        _, third = anybody("get", second["next"].partition("/api/v3/")[2])

    assert [keys(answer) for answer in (first, second, third)] == [
        [("Day 1", "upcoming"), ("Day 2", "upcoming")],
        [("Day 3", "upcoming"), ("Day 4", "upcoming")],
        [("Day -1", "past"), ("Day -2", "past")],
    ]
    assert third["next"] is None


@pytest.mark.parametrize(
    ("query", "name", "message"),
    [
        ("nonsense=1", "nonsense", "Neither a filter nor anything else that this list takes."),
        ("page=2", "page", "Neither a filter nor anything else that this list takes."),
        ("when=soon", "when", "“soon” is none of: upcoming, past."),
        ("mode=online,train", "mode", "“train” is none of: in_person, online, both."),
        ("each=day", "each", "“day” is none of: date."),
        ("from=tomorrow", "from", "Send a day, such as 2027-06-01."),
        ("to=2027-02-30", "to", "Send a day, such as 2027-06-01."),
        ("limit=0", "limit", "Send a number from 1 to 100."),
        ("limit=101", "limit", "Send a number from 1 to 100."),
        ("limit=٣", "limit", "Send a number from 1 to 100."),
        ("cursor=x", "cursor", "This is no cursor of this list."),
        ("programme=talks", "programme", "Send the id of a programme, or its path."),
        ("tag=x" + "&tag=x" * 20, "tag", "Ask for at most 20 at once."),
        ("site=x:y", "site", "Send a host name, such as example.org:8000."),
    ],
)
def test_parameter_that_means_nothing_is_named(event, anybody, query, name, message):
    answer = anybody("get", f"lift/events/?{query}")

    assert refused(answer) == (400, [([name], message)])


def test_several_parameters_that_mean_nothing_are_all_named(event, anybody):
    status, found = refused(anybody("get", "lift/events/?when=soon&status=new&x=1"))

    assert (status, [place for place, _ in found]) == (400, [["when"], ["status"], ["x"]])


@pytest.mark.parametrize("limit", ["", "2"])
def test_cursor_of_one_part_is_none_of_the_other_nor_of_the_future(programme, now, anybody, limit):
    for days in (1, 2, 3):
        make_event(programme, f"Day {days}", **when(now + timedelta(days=days)))
    _, answer = anybody("get", "lift/events/?limit=1")
    cursor = answer["next"].rpartition("cursor=")[2]

    other_part = anybody("get", f"lift/events/?when=past&cursor={cursor}")
    with time_machine.travel(now - timedelta(days=1), tick=False):
        earlier = anybody("get", f"lift/events/?cursor={cursor}")

    assert [refused(found)[0] for found in (other_part, earlier)] == [400, 400]


@pytest.mark.parametrize(
    "query",
    [
        "programme=999999",
        "programme=99999999999999999999",
        "programme=/nowhere/",
        "locale=xx",
        "site=nowhere.example.org",
        "programme=//",
        "programme=/",
    ],
)
def test_what_is_not_there_is_not_found(event, anybody, query):
    assert anybody("get", f"lift/events/?{query}")[0] == 404


def test_values_that_nothing_has_find_nothing(event, anybody):
    answers = [anybody("get", f"lift/events/?{q}=nothing") for q in ("tag", "audience", "host")]

    assert [(status, answer["items"]) for status, answer in answers] == [(200, [])] * 3


def test_programme_is_named_by_id_path_or_address(event, home, programme, anybody):
    make_event(make_programme(home, "Others"), "Elsewhere")

    found = {
        name: keys(anybody("get", f"lift/events/?programme={name}")[1])
        for name in (
            str(programme.pk),
            "/conversations/",
            "conversations/",
            "http://testserver/conversations/",
        )
    }

    assert found == {key: [("Kindness at work", "upcoming")] for key in found}


def test_list_says_what_its_filters_offer_on_request(event, programme, anybody):
    query = f"programme={programme.pk}&tag=care&when=upcoming"

    _, answer = anybody("get", f"lift/events/?{query}&include=facets")
    _, alone = anybody("get", f"lift/events/?{query}")
    _, facets = anybody("get", f"lift/events/facets/?{query}")

    assert answer == {**alone, "facets": facets}
    assert "include=facets" not in (alone["next"] or "")


def test_other_words_are_not_included(event, anybody):
    status, problem = anybody("get", "lift/events/?include=hosts")

    assert (status, problem["errors"][0]["loc"]) == (400, ["include"])


def test_empty_list_suggests_what_the_page_suggests(event, anybody):
    _, days = anybody("get", "lift/events/?from=2030-01-01&tag=care")
    _, tag = anybody("get", "lift/events/?tag=nothing")

    assert [card["title"] for card in days["suggestions"]] == ["Kindness at work"]
    assert (days["items"], tag["items"], tag["suggestions"]) == ([], [], [])


def test_login_counts_by_session_and_by_token(
    event, programme, client, client_of, anybody, visitor
):
    PageViewRestriction.objects.create(page=programme, restriction_type="login")
    client.force_login(visitor)

    by_session = client.get("/api/v3/lift/events/").json()
    _, by_token = client_of(visitor)("get", "lift/events/")
    answers = [
        caller("get", f"lift/events/?programme={programme.pk}")[0]
        for caller in (anybody, client_of(visitor))
    ]

    assert anybody("get", "lift/events/")[1]["items"] == []
    assert keys(by_session) == keys(by_token) == [("Kindness at work", "upcoming")]
    assert answers == [404, 200]


def test_draft_is_not_listed(programme, anybody):
    make_event(programme, "Draft", live=False)

    assert anybody("get", "lift/events/")[1]["items"] == []


def test_languages_are_listed_together_apart_and_on_each_card(event, programme, anybody):
    french = Locale.objects.create(language_code="fr")
    programme.get_parent().copy_for_translation(french).save_revision().publish()
    programme.copy_for_translation(french).save_revision().publish()
    translation = event.copy_for_translation(french)
    translation.title = "La bonté"
    translation.save_revision().publish()
    Site.clear_site_root_paths_cache()

    answers = [
        anybody("get", f"lift/events/?{query}")[1]["items"]
        for query in ("", "locale=fr", f"locale=fr&programme={programme.pk}")
    ]

    assert [{card["title"] for card in items} for items in answers] == [
        {"Kindness at work", "La bonté"},
        {"La bonté"},
        {"La bonté"},
    ]
    (card,) = answers[1]
    assert card["locale"] == "fr"
    assert card["translations"] == [
        {
            "id": event.pk,
            "locale": "en",
            "url": "http://testserver/conversations/kindness-at-work/",
        }
    ]
    PageViewRestriction.objects.create(page=translation, restriction_type="login")
    assert anybody("get", "lift/events/")[1]["items"][0]["translations"] == []


def test_each_site_lists_its_own(event, root_page, settings, client):
    settings.ALLOWED_HOSTS = ["*"]
    other = root_page.add_child(instance=Page(title="Other", slug="other"))
    Site.objects.create(hostname="other.example.org", root_page=other)
    make_event(make_programme(other), "There")

    here = client.get("/api/v3/lift/events/").json()
    there = client.get("/api/v3/lift/events/", headers={"host": "other.example.org"}).json()
    named = client.get("/api/v3/lift/events/?site=other.example.org").json()

    assert keys(here) == [("Kindness at work", "upcoming")]
    assert keys(there) == keys(named) == [("There", "upcoming")]
    assert named["items"][0]["url"] == "http://other.example.org/conversations/there/"


def test_list_costs_the_same_for_one_event_and_for_three(programme, anybody):
    hosts = [make_host("Ada"), make_host("Bo")]
    counts = []
    for number in range(1, 4):
        event = make_event(programme, f"Event {number}", hosts=hosts, topics=["care"])
        make_pack(event, "Learnt", opens_early=True)
        if number in (1, 3):
            anybody("get", "lift/events/")  # what Wagtail caches is cached for all
            with CaptureQueriesContext(connection) as queries:
                anybody("get", "lift/events/")
            counts.append(len(queries))

    assert counts == [9, 9]


def test_twenty_of_many_cards_take_at_most_twelve_queries(programme, now, anybody):
    make_many_events(programme, 60, now)
    anybody("get", "lift/events/")

    with CaptureQueriesContext(connection) as queries:
        _, answer = anybody("get", f"lift/events/?programme={programme.pk}")

    assert len(answer["items"]) == 20
    assert len(queries) <= 12, json.dumps([query["sql"] for query in queries])
