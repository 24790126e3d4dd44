"""A site's own search finds events by host, tag and place, and by nobody who is not public."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page

from tests.conftest import searches_at_once
from tests.factories import add_date, make_event, make_host, make_programme, meeting_of
from tests.testapp.models import Gathering
from wagtail_lift.actions import change_meeting
from wagtail_lift.domain.location import Location
from wagtail_lift.models import EventFacet
from wagtail_lift.pages.models import EventHost, EventPage

pytestmark = [pytest.mark.usefixtures("indexed"), searches_at_once]


@pytest.fixture
def settled(django_capture_on_commit_callbacks):
    """Run what waits for the commit at the end of each block."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def host(db):
    return make_host("Zelda Quince")


@pytest.fixture
def event(home, host, settled):
    """A published event with a word of its own in each thing that it is found by."""
    with settled():
        return make_event(
            make_programme(home),
            "Kindness",
            hosts=[host],
            topics=["Beekeeping"],
            audiences=["Apothecaries"],
            audience="Anyone who keeps ferrets.",
            venue_name="Lantern House",
            venue_address="5 Market Street\nBristol",
        )


def found(words):
    """Return the titles that a site finds by some words, among all pages and among events."""
    return [
        [page.title for page in model.objects.live().search(words)] for model in (Page, EventPage)
    ]


AGREED_ON = date(2026, 1, 15)
NOTHING, FOUND = [[], []], [["Kindness"], ["Kindness"]]
PUBLIC = ("Market Street", "Lantern", "Zelda Quince", "Beekeeping", "Apothecaries", "ferrets")


def test_event_is_found_by_place_host_tags_and_audience(event):
    assert {words: found(words) for words in PUBLIC} == dict.fromkeys(PUBLIC, FOUND)


def test_index_that_is_built_anew_finds_the_same(event):
    call_command("update_index", verbosity=0)

    assert {words: found(words) for words in PUBLIC} == dict.fromkeys(PUBLIC, FOUND)


def test_event_is_not_found_by_words_that_half_of_a_site_has(event):
    assert found("in person") == NOTHING


def test_page_type_of_a_site_is_found_as_well(home, settled):
    with settled():
        make_programme(home).add_child(instance=Gathering(title="Own", venue_address="Elm Road"))

    assert [page.title for page in Gathering.objects.search("Elm Road")] == ["Own"]


def test_renamed_host_is_found_by_the_new_name_only(event, host, settled):
    with settled():
        host.name = "Zora Plum"
        host.save_revision().publish()

    assert (found("Quince"), found("Plum")) == (NOTHING, FOUND)


def withdraw(host):
    host.is_listed = False
    host.save()


def withdraw_in_a_draft(host):
    host.is_listed = False
    host.save_revision()


@pytest.mark.parametrize(
    "hide",
    [withdraw, withdraw_in_a_draft, lambda host: host.unpublish(), lambda host: host.delete()],
    ids=["withdraws", "withdraws in a draft", "is unpublished", "is deleted"],
)
def test_host_who_is_no_longer_public_is_not_found_by_name(hide, event, host, settled):
    with settled():
        hide(host)
    at_once = found("Zelda")

    call_command("update_index", verbosity=0)

    assert (at_once, found("Zelda")) == (NOTHING, NOTHING)


def test_host_without_consent_is_not_found_by_name_even_in_drafts(home, settled):
    hidden = make_host("Yorick Medlar", is_listed=False, consent_given_by="", consent_given_on=None)
    with settled():
        event = make_event(make_programme(home), hosts=[hidden])
        event.unpublish()
    call_command("update_index", verbosity=0)

    assert list(Page.objects.search("Medlar")) == []


def test_event_that_is_unpublished_is_not_found_by_its_host_in_the_admin(event, host, settled):
    with settled():
        event.unpublish()
        withdraw(host)

    assert list(Page.objects.search("Zelda")) == []


def test_host_who_gives_consent_is_found(home, settled):
    host = make_host("Xenia Sloe", is_listed=False, consent_given_by="", consent_given_on=None)
    with settled():
        make_event(make_programme(home), "Kindness", hosts=[host])
    before = found("Xenia")

    with settled():
        host.is_listed, host.consent_given_by, host.consent_given_on = True, "Xenia", AGREED_ON
        host.save_revision().publish()

    assert (before, found("Xenia")) == (NOTHING, FOUND)


def test_draft_of_another_host_is_not_found_before_it_is_published(event, settled):
    event.event_hosts = [EventHost(host=make_host("Wilma Damson"))]
    with settled():
        event.save_revision()
    call_command("update_index", verbosity=0)

    assert found("Wilma") == NOTHING


def test_date_that_is_moved_to_another_place_is_found_there(event, superuser, settled):
    with settled():
        there = Location("in_person", "Harbour Hall", "9 Quay Lane")
        change_meeting(meeting_of(event), location=there, user=superuser)

    assert (found("Harbour Hall"), found("Quay Lane")) == (FOUND, FOUND)


def test_translation_is_found_by_its_hosts(event, settled):
    french = Locale.objects.create(language_code="fr")
    with settled():
        translation = event.copy_for_translation(french, copy_parents=True)
        translation.title = "Gentillesse"
        translation.save_revision().publish()

    titles = {page.title for page in EventPage.objects.search("Zelda")}

    assert titles == {"Gentillesse", "Kindness"}


def test_facets_are_fetched_once_for_all_that_is_indexed(event, now):
    add_date(event, now + timedelta(days=400))

    with CaptureQueriesContext(connection) as queries:
        words = [page.get_search_words() for page in EventPage.get_indexed_objects()]

    about_facets = [q for q in queries if EventFacet._meta.db_table in q["sql"]]
    place = "Lantern House\n5 Market Street\nBristol"
    assert (words, len(about_facets)) == ([f"{place}\nBeekeeping\nApothecaries\nZelda Quince"], 1)
