"""Searches are for words: what an engine reads as a command is none of a reader's business."""

import pytest
from wagtail.models import PageViewRestriction

from tests.conftest import searches_at_once
from tests.factories import make_event, make_host


@pytest.mark.parametrize("endpoint", ["events", "hosts", "insights", "pages"])
@pytest.mark.parametrize("search", ["", "%20", "%22", "%22%22", "(", "*", "'", "--", "%20%22)"])
def test_search_for_no_word_finds_nothing(event, open_pack, get, endpoint, search):
    status, answer = get(f"{endpoint}/?search={search}")

    assert (status, answer["items"]) == (200, [])


@searches_at_once
@pytest.mark.parametrize("endpoint", ["events", "pages"])
@pytest.mark.parametrize(
    "query",
    [
        'search="Kindness! (at) work',
        "search=work cats&search_operator=or",
        "search=work&order=title",
        "search=work&topics=care&attendance_mode=in_person&type=wagtail_lift_pages.EventPage",
    ],
)
def test_search_goes_with_filters_and_order(indexed, event, coming_event, get, endpoint, query):
    if endpoint == "events":
        query = query.removesuffix("&type=wagtail_lift_pages.EventPage")

    status, answer = get(f"{endpoint}/?{query}")

    assert (status, [item["id"] for item in answer["items"]]) == (200, [event.pk])


@searches_at_once
def test_best_match_comes_first_unless_an_order_is_asked_for(indexed, programme, get):
    first = make_event(programme, "Walking", summary="Bread, once, on a long walk together")
    best = make_event(programme, "Bread and bread", slug="bread", summary="Bread and more bread")

    found, sorted_ = (get(f"events/?search=bread{order}")[1] for order in ("", "&order=id"))

    assert [item["id"] for item in found["items"]] == [best.pk, first.pk]
    assert [item["id"] for item in sorted_["items"]] == [first.pk, best.pk]


@searches_at_once
@pytest.mark.parametrize("endpoint", ["pages", "insights"])
def test_closed_pack_is_not_found_by_what_it_holds_back(
    indexed, open_pack, closed_pack, get, endpoint
):
    answers = [get(f"{endpoint}/?search={words}")[1] for words in ("open finding", "closed")]

    assert [[item["id"] for item in a["items"]] for a in answers] == [[open_pack.pk], []]


def test_what_is_not_public_is_not_found(indexed, event, programme, get):
    make_host("Kindness Hidden", is_listed=False)
    draft = make_event(programme, "Kindness unpublished", slug="draft")
    draft.unpublish()
    PageViewRestriction.objects.create(page=event, restriction_type="login")

    found = [get(f"{endpoint}/?search=kindness")[1] for endpoint in ("events", "pages", "hosts")]

    assert [answer["items"] for answer in found] == [[], [], []]


def test_search_for_endless_words_is_answered(event, get):
    status, _ = get("events/?search=" + "kindness%20" * 3000)

    assert status == 200


def test_search_that_a_site_has_turned_off_is_a_bad_request(event, get, settings):
    settings.WAGTAILAPI_SEARCH_ENABLED = False

    assert get("events/?search=kindness") == (400, {"message": "search is disabled"})


@pytest.mark.parametrize("path", ["events/?topics=", "events/?audiences=", "hosts/?tags="])
def test_more_tags_than_a_database_joins_are_a_bad_request(event, get, path):
    few = get(path + ",".join(["x"] * 10))
    many = get(path + ",".join(["x"] * 11))

    name = path.partition("?")[2].rstrip("=")
    assert few == (200, {"meta": {"total_count": 0}, "items": []})
    assert many == (400, {"message": f"{name} cannot be filtered by more than 10 tags"})
