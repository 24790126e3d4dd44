"""The endpoint of hosts: those who are public, and nothing private about them."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from tests.factories import make_event, make_host, make_programme

PRIVATE = {
    "email": "ada@private.example.org",
    "declines_recording": True,
    "consent_given_by": "Ada's PRIVATE assistant",
}


@pytest.fixture
def ada(home):
    host = make_host(
        "Ada Bell",
        honorific="Dr",
        position="Nurse",
        organisation="The Surgery",
        pronouns="she/her",
        biography="<p>Ada <b>listens</b>.</p>",
        website="https://ada.example.org",
        links=json.dumps(
            [{"type": "link", "id": "l", "value": {"label": "Blog", "url": "https://b.example"}}]
        ),
        **PRIVATE,
    )
    host.tags.add("care", "art")
    host.save()
    return host


def test_list_says_who_the_hosts_are(ada, get):
    assert get("hosts/") == (
        200,
        {
            "meta": {"total_count": 1},
            "items": [
                {
                    "id": ada.pk,
                    "meta": {
                        "type": "wagtail_lift.HostProfile",
                        "detail_url": f"http://testserver/api/v2/hosts/{ada.pk}/",
                    },
                    "kind": "person",
                    "name": "Ada Bell",
                    "slug": "ada-bell",
                    "position": "Nurse",
                    "organisation": "The Surgery",
                    "display_name": "Dr Ada Bell",
                    "urls": [],
                }
            ],
        },
    )


def test_detail_carries_the_profile_without_what_is_private(ada, get):
    assert get(f"hosts/{ada.pk}/") == (
        200,
        {
            "id": ada.pk,
            "meta": {
                "type": "wagtail_lift.HostProfile",
                "detail_url": f"http://testserver/api/v2/hosts/{ada.pk}/",
            },
            "kind": "person",
            "name": "Ada Bell",
            "slug": "ada-bell",
            "honorific": "Dr",
            "position": "Nurse",
            "organisation": "The Surgery",
            "pronouns": "she/her",
            "display_name": "Dr Ada Bell",
            "initials": "AB",
            "biography": "<p>Ada <b>listens</b>.</p>",
            "photo": None,
            "photo_alt_text": "",
            "website": "https://ada.example.org",
            "links": [
                {"type": "link", "id": "l", "value": {"label": "Blog", "url": "https://b.example"}}
            ],
            "tags": ["art", "care"],
        },
    )


def test_list_says_where_each_host_has_a_page(ada, programme, home, get):
    make_event(programme, "Talk", hosts=[ada])
    hidden = make_programme(home, "Hidden")
    make_event(hidden, "Walk", hosts=[ada])
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")

    listed, asked = get("hosts/"), get(f"hosts/{ada.pk}/?fields=urls")

    urls = ["http://testserver/conversations/hosts/ada-bell/"]
    assert (listed[1]["items"][0]["urls"], asked[1]["urls"]) == (urls, urls)


def test_pages_of_hosts_are_not_asked_for_where_they_are_not_shown(ada, get):
    get("hosts/")
    with CaptureQueriesContext(connection) as queries:
        _, answer = get("hosts/?fields=-urls")

    assert "urls" not in answer["items"][0]
    assert "eventfacet" not in str(queries.captured_queries)


@pytest.mark.parametrize("hide", [{"is_listed": False}, {"live": False}])
def test_host_who_is_not_public_is_neither_listed_nor_found(get, db, hide):
    sam = make_host("Sam", **hide)

    answers = [get("hosts/"), get(f"hosts/{sam.pk}/"), get(f"hosts/find/?id={sam.pk}")]

    assert [status for status, _ in answers] == [200, 404, 404]
    assert answers[0][1]["items"] == []


@pytest.mark.parametrize(
    "query",
    [
        "email=ada@private.example.org",
        "consent_given_by=Ada",
        "is_listed=true",
        "fields=email",
        "order=email",
        "photo=x",
    ],
)
def test_private_field_can_not_be_asked_for(ada, get, query):
    assert get(f"hosts/?{query}")[0] == 400


def test_private_fields_are_not_reached_through_an_event(ada, programme, get):
    event = make_event(programme, hosts=[ada])

    answers = [
        get(f"events/{event.pk}/?fields=event_hosts(host(email))"),
        get("events/?fields=*,event_hosts(*,host(*))"),
    ]

    assert answers[0][0] == 400
    assert "PRIVATE" not in json.dumps(answers)
    assert "private.example.org" not in json.dumps(answers)


def test_list_costs_the_same_for_one_host_and_for_twenty(db, get):
    counts = []
    for number in range(1, 21):
        make_host(f"Host {number}")
        if number in (1, 3, 20):
            get("hosts/")  # what Wagtail caches is cached for all
            with CaptureQueriesContext(connection) as queries:
                get("hosts/")
            counts.append(len(queries))

    assert counts == [counts[0]] * 3
    assert counts[0] <= 8
