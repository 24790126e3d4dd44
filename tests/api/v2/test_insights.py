"""The endpoint of insights packs: open ones alone; of the others no endpoint shows anything."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from tests.api.conftest import finding
from tests.factories import make_event, make_host, make_pack, make_programme, when
from wagtail_lift.pdf.responses import can_make_pdf


def titles(answer):
    return [item["title"] for item in answer[1]["items"]]


def test_list_holds_the_open_packs(open_pack, closed_pack, get):
    assert get("insights/") == (
        200,
        {
            "meta": {"total_count": 1},
            "items": [
                {
                    "id": open_pack.pk,
                    "meta": {
                        "type": "wagtail_lift_pages.InsightsPack",
                        "detail_url": f"http://testserver/api/v2/insights/{open_pack.pk}/",
                        "html_url": "http://testserver/conversations/long-ago/what-we-learnt/",
                        "slug": "what-we-learnt",
                        "first_published_at": None,
                        "locale": "en",
                    },
                    "title": "What we learnt",
                    "introduction": "<p>We learnt much.</p>",
                    "people_count": 40,
                    "organisations_count": None,
                    "stories_count": None,
                    "licence": "cc-by-4.0",
                }
            ],
        },
    )


def test_detail_carries_the_pack(open_pack, past_event, get):
    _, answer = get(f"insights/{open_pack.pk}/")

    base = "http://testserver/conversations/long-ago/"
    del answer["meta"]
    assert answer == {
        "id": open_pack.pk,
        "title": "What we learnt",
        "is_open": True,
        "opens_at": "2025-11-23T14:00:00Z",
        "starts_at": "2025-11-23T12:00:00Z",
        "event": {
            "id": past_event.pk,
            "type": "wagtail_lift_pages.EventPage",
            "title": "Long ago",
            "url": base,
        },
        "meeting": None,
        "opens_early": False,
        "introduction": "<p>We learnt much.</p>",
        "people_count": 40,
        "organisations_count": None,
        "stories_count": None,
        "insights": [finding("Open finding")],
        "questions": [],
        "resources": [],
        "materials": [],
        "guide": [{"type": "purpose", "id": "p", "value": "<p>Open guide</p>"}],
        "group_size_from": None,
        "group_size_to": None,
        "is_guide_only": False,
        "guide_minutes": 0,
        "shorter_guide": None,
        "guide_url": f"{base}what-we-learnt/guide/",
        "pdf_url": f"{base}what-we-learnt/pdf/" if can_make_pdf() else "",
        "cards_url": "",
        "reruns": [],
        "licence_label": "Creative Commons Attribution 4.0",
        "licence_url": "https://creativecommons.org/licenses/by/4.0/",
        "licence": "cc-by-4.0",
        "licence_text": "",
        "citation": "",
        "contact": None,
        "contact_name": "",
        "contact_email": "",
        "contact_page": None,
        "contact_url": "",
        "code_of_conduct": "",
        "safeguarding": None,
        "translation_key": str(open_pack.translation_key),
    }


def test_pack_that_is_not_open_is_not_reached(closed_pack, get):
    answers = [get(f"insights/{closed_pack.pk}/"), get(f"insights/find/?id={closed_pack.pk}")]

    assert [status for status, _ in answers] == [404, 404]


@pytest.mark.parametrize("who", ["anybody", "superuser"])
def test_pack_that_is_not_open_is_empty_in_pages(closed_pack, get, client, superuser, who):
    if who == "superuser":
        client.force_login(superuser)

    answers = [
        get(f"pages/{closed_pack.pk}/"),
        get("pages/?type=wagtail_lift_pages.InsightsPack&fields=*"),
    ]

    assert [status for status, _ in answers] == [200, 200]
    assert "closed" not in json.dumps(answers)
    assert '"guide": null' in json.dumps(answers)


@pytest.mark.parametrize("hide", ["unpublish", "restrict"])
def test_pack_that_is_not_public_is_neither_listed_nor_found(open_pack, get, hide):
    if hide == "unpublish":
        open_pack.unpublish()
    else:
        PageViewRestriction.objects.create(page=open_pack, restriction_type="login")

    assert (titles(get("insights/")), get(f"insights/{open_pack.pk}/")[0]) == ([], 404)


def test_event_that_is_not_public_is_not_named_by_its_pack(past_event, home, get):
    elsewhere = make_programme(home, "Library")
    pack = make_pack(elsewhere, "Public pack", event=past_event)
    PageViewRestriction.objects.create(page=past_event, restriction_type="login")

    _, answer = get(f"insights/{pack.pk}/")

    assert (answer["event"], answer["starts_at"], answer["questions"]) == (None, None, [])
    assert "Long ago" not in json.dumps(answer)


def test_packs_are_found_by_what_their_events_are(programme, past_event, open_pack, now, get):
    ada = make_host("Ada Bell")
    earlier = when(now.replace(year=2024))
    other = make_event(programme, "Other", hosts=[ada], topics=["care"], **earlier)
    make_pack(other, "Others learnt", event=other)
    queries = {
        "": ["Others learnt", "What we learnt"],
        "order=-title": ["What we learnt", "Others learnt"],
        f"event={past_event.pk}": ["What we learnt"],
        f"host={ada.translation_key}": ["Others learnt"],
        "tag=care": ["Others learnt"],
        "tag=care&order=title": ["Others learnt"],
        "tag=nothing": [],
        "event=999999": [],
        "from=2025-01-01": ["What we learnt"],
        f"programme={programme.pk}": ["Others learnt", "What we learnt"],
    }

    assert {query: titles(get(f"insights/?{query}")) for query in queries} == queries


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("event=x", 400),
        ("event=9999999999", 400),
        ("mode=x", 400),
        ("from=soon", 400),
        ("when=past", 400),
        ("status=drop_in", 400),
        ("each=date", 400),
        ("programme=x", 400),
        ("programme=999999", 404),
        ("locale=xx", 404),
    ],
)
def test_filter_that_makes_no_sense_is_refused(open_pack, get, query, status):
    code, answer = get(f"insights/?{query}")

    assert (code, list(answer)) == (status, ["message"])


def test_list_costs_the_same_for_one_pack_and_for_twenty(programme, now, get):
    counts = []
    for number in range(1, 21):
        event = make_event(programme, f"Event {number}", **when(now.replace(year=2025)))
        make_pack(event, f"Pack {number}", introduction="<p>Learnt.</p>")
        if number in (1, 3, 20):
            get("insights/")  # what Wagtail caches is cached for all
            with CaptureQueriesContext(connection) as queries:
                answer = get("insights/")
            counts.append(len(queries))

    assert len(titles(answer)) == 20
    assert counts == [counts[0]] * 3
    assert counts[0] <= 12
