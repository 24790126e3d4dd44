"""Page types made from the mixins as a site makes them, in ``tests/testapp``."""

from datetime import timedelta

import pytest
import time_machine
from wagtail.models import Page

from tests.conftest import searches_at_once
from tests.factories import make_host, make_pack, make_programme, when
from tests.seo.heads import head_of, told
from tests.testapp.models import Gathering, Workshop, WorkshopHost
from wagtail_lift.models import EventFacet, EventOccurrence
from wagtail_lift.pages.models import EventIndexPage, EventPage, InsightsPack

STORY = {"name": "Sam", "story": "I came alone and left with neighbours."}


@pytest.fixture
def programme(home):
    return make_programme(home)


@pytest.fixture
def gathering(programme, now):
    """A published event of the type that is nothing but the mixin."""
    page = Gathering(title="Bread and neighbours", summary="We bake.", **when(now))
    return programme.add_child(instance=page)


@pytest.fixture
def workshop(programme, now):
    """A published event of the type that has everything, and more."""
    page = Workshop(title="Mending", what_to_bring="A needle\nA torn shirt", **when(now))
    page.venue_name = "The Kettle"
    page.body = [("story", STORY)]
    page.topics.add("repair")
    page.event_hosts = [WorkshopHost(host=make_host("Ada Bell"))]
    return programme.add_child(instance=page)


def searched(model):
    return {(type(field).__name__, field.field_name) for field in model.get_search_fields()}


def test_page_type_without_search_fields_has_those_of_page_and_mixin():
    assert searched(Gathering) == searched(EventPage)
    assert searched(Gathering) > searched(Page)


def test_page_type_with_search_fields_of_its_own_has_these():
    assert searched(Workshop) == searched(Gathering) | {("SearchField", "what_to_bring")}


@pytest.mark.usefixtures("indexed")
@searches_at_once
@pytest.mark.parametrize("words", ["neighbours", "bake"])
def test_page_type_without_search_fields_is_found_by_title_and_by_summary(gathering, words):
    assert list(Gathering.objects.search(words)) == [gathering]


def test_page_type_without_lists_lives_between_programme_and_pack():
    assert Gathering.allowed_parent_page_models() == [EventIndexPage]
    assert Gathering.allowed_subpage_models() == [InsightsPack]
    assert set(EventIndexPage.allowed_subpage_models()) == {
        EventIndexPage,
        EventPage,
        InsightsPack,
        Gathering,
        Workshop,
    }


def test_page_type_without_template_is_shown_by_the_package(client, gathering):
    response = client.get(gathering.url)

    assert response.template_name == ["testapp/gathering.html", "wagtail_lift/event_page.html"]
    assert response.context_data["hosts"] == []
    assert response.context_data["topics"] == []
    assert "Bread and neighbours" in response.text


def test_page_type_of_a_site_is_listed_by_the_programme(client, programme, gathering, workshop):
    listing = client.get(programme.url).context_data["listing"]

    cards = [*listing.upcoming.items, *listing.past.items]
    assert {card.title for card in cards} == {"Bread and neighbours", "Mending"}


def test_page_type_of_a_site_has_its_dates_and_facets(workshop):
    occurrence = EventOccurrence.objects.get(page=workshop)
    facets = EventFacet.objects.filter(page=workshop).values_list("kind", "label")

    assert (occurrence.title, occurrence.date_key) == ("Mending", "2026-11-23T12:00")
    assert sorted(facets) == [("host", "Ada Bell"), ("mode", "In person"), ("topic", "repair")]


def test_page_type_of_a_site_carries_a_pack(client, gathering):
    pack = make_pack(gathering, "What we baked", opens_early=True)

    response = client.get(gathering.url)

    assert pack.event_id == gathering.pk
    assert response.context_data["pack"] == pack


def test_page_type_with_a_template_and_a_context_of_its_own_uses_them(client, workshop):
    response = client.get(workshop.url)

    assert response.context_data["things_to_bring"] == ["A needle", "A torn shirt"]
    assert "<li>A torn shirt</li>" in response.text


def test_block_of_a_site_is_shown_beside_those_of_the_package(client, workshop):
    response = client.get(workshop.url)

    assert "<figcaption>Sam</figcaption>" in response.text
    assert "I came alone and left with neighbours." in response.text


def test_page_types_of_a_site_are_edited_in_the_admin(admin_session, gathering, workshop):
    for page in (gathering, workshop):
        response = admin_session.get(f"/admin/pages/{page.pk}/edit/")

        assert response.status_code == 200
        assert page.title in response.text


@pytest.mark.urls("tests.testapp.urls")
def test_page_type_of_a_site_has_an_endpoint_with_its_own_field(client, workshop):
    (listed,) = client.get("/api/v2/workshops/?fields=what_to_bring").json()["items"]

    shown = [listed[name] for name in ("title", "what_to_bring", "timezone")]
    assert shown == ["Mending", "A needle\nA torn shirt", "Europe/London"]


def test_page_type_says_more_of_itself_to_search_engines_and_where_it_is_shared(client, workshop):
    head = head_of(client, workshop.url)

    assert told(client, workshop.url)["Event"]["keywords"] == "craft"
    assert head.find("meta", property="og:title")["content"] == "Come and make: Mending"


def test_page_type_ends_what_caches_keep_when_something_of_its_own_changes(client, workshop, now):
    with time_machine.travel(now - timedelta(minutes=31), tick=False):
        response = client.get(workshop.url)

    assert response["Cache-Control"] == "public, max-age=60"
