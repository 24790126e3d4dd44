"""Version 3 lends nobody through an alias or a translation what the event itself refuses."""

from urllib.parse import quote

import pytest
from django.contrib.auth.models import Group
from django.urls import clear_script_prefix, set_script_prefix
from wagtail.models import Locale, PageViewRestriction

from tests.api.conftest import JOIN_URL, NOTE
from tests.factories import make_host, make_programme
from wagtail_lift.pages.models import EventHost, EventPage

CONTENT = ("Kindness at work", "What is kindness?", JOIN_URL, NOTE, "Sam", "Ada Bell")


@pytest.fixture
def elsewhere(home):
    return make_programme(home, "Elsewhere")


@pytest.fixture
def stand_ins(event, elsewhere):
    """All that stands for a restricted event with a host who is not listed."""
    EventHost.objects.create(page=event, host=make_host("Sam", is_listed=False), sort_order=9)
    french = Locale.objects.get_or_create(language_code="fr")[0]
    alias = event.create_alias(parent=elsewhere, update_slug="alias")
    translation = event.copy_for_translation(french, copy_parents=True)
    translation.save_revision().publish()
    return {"alias": alias.specific, "translation": EventPage.objects.get(pk=translation.pk)}


@pytest.fixture
def restriction(programme):
    restriction = PageViewRestriction.objects.create(page=programme, restriction_type="groups")
    restriction.groups.add(Group.objects.create(name="Members"))
    return restriction


def reading(page):
    yield f"pages/{page.pk}/"
    yield f"pages/{page.pk}/?version=draft"
    yield f"pages/find/?html_path={page.url}"
    yield f"pages/find/?id={page.pk}"
    for query in (
        "",
        "?type=wagtail_lift_pages.EventPage",
        f"?descendant_of={page.get_parent().pk}",
    ):
        yield f"pages/{query}"
    yield f"lift/events/{page.pk}/private/"


def told(client, page):
    """Return the words of the event in any answer that is given to a client."""
    answers = " ".join(str(client("get", path)[1]) for path in reading(page))
    return [word for word in CONTENT if word in answers]


@pytest.mark.parametrize("name", ["alias", "translation"])
def test_anybody_reads_nothing_of_a_restricted_event(stand_ins, restriction, anybody, name):
    page = stand_ins[name]

    assert told(anybody, page) == []
    assert anybody("get", f"pages/{page.pk}/")[0] == 404
    assert anybody("get", f"pages/find/?html_path={page.url}")[0] == 404


def test_anybody_reads_what_stands_for_an_open_event(stand_ins, anybody):
    assert "Kindness at work" in told(anybody, stand_ins["alias"])


def test_editor_of_the_alias_alone_reads_nothing_of_a_restricted_event(
    stand_ins, restriction, elsewhere, make_editor, client_of
):
    others = client_of(make_editor("others", elsewhere, "add", "change", "publish"))

    assert told(others, stand_ins["alias"]) == []


def test_editor_of_the_alias_alone_reads_of_an_open_event_what_everybody_does(
    stand_ins, elsewhere, make_editor, client_of
):
    others = client_of(make_editor("others", elsewhere, "add", "change", "publish"))

    found = told(others, stand_ins["alias"])

    assert set(CONTENT) - set(found) == {JOIN_URL, NOTE, "Sam"}


def test_editor_of_the_alias_alone_reads_nothing_of_an_event_that_is_not_published(
    stand_ins, event, elsewhere, make_editor, client_of
):
    others = client_of(make_editor("others", elsewhere, "add", "change", "publish"))

    event.unpublish()

    assert told(others, stand_ins["alias"]) == []


@pytest.fixture
def at_prefix():
    """Set the path that the site lives under, as a WSGI handler does, while the test runs."""
    yield lambda prefix: set_script_prefix(f"{prefix}/")
    clear_script_prefix()


@pytest.mark.parametrize("prefix", ["", "/under", "/unter für"])
def test_page_is_found_under_a_script_prefix(
    stand_ins, restriction, home, anybody, at_prefix, prefix
):
    """The page of a type that is not ours is found, too, and no restricted event is."""
    pages = (home, stand_ins["alias"])
    at_prefix(prefix)

    home_page, event = (anybody.http.get(f"/api/v3/pages/find/?id={page.pk}") for page in pages)

    detail = f"{quote(prefix)}/api/v3/pages/{home.pk}/"
    assert (home_page.status_code, home_page.url.rstrip("?")) == (302, detail)
    assert event.status_code == 404


WRITES = {
    "copy": {"destination_id": None, "slug": "mine"},
    "convert_alias": {},
    "create_alias": {"destination_id": None, "slug": "again"},
    "copy_for_translation": {"locale": "fr", "copy_parents": True},
    "unpublish": {},
    "publish": {},
}


@pytest.mark.parametrize("action", WRITES)
def test_editor_of_the_alias_alone_makes_no_copy_of_a_restricted_event(
    stand_ins, restriction, elsewhere, make_editor, client_of, action
):
    others = client_of(make_editor("others", elsewhere, "add", "change", "publish"))
    alias, before = stand_ins["alias"], EventPage.objects.count()
    body = {k: v or elsewhere.pk for k, v in WRITES[action].items()}

    status, answer = others("post", f"pages/{alias.pk}/actions/{action}/", body)

    assert status == 403
    assert [word for word in CONTENT if word in str(answer)] == []
    assert EventPage.objects.count() == before


@pytest.mark.parametrize("action", ["copy", "convert_alias", "copy_for_translation"])
def test_editor_of_the_alias_alone_copies_no_private_value_of_an_open_event(
    stand_ins, elsewhere, make_editor, client_of, action
):
    others = client_of(make_editor("others", elsewhere, "add", "change", "publish"))
    body = {k: v or elsewhere.pk for k, v in WRITES[action].items()}
    before = EventPage.objects.count()

    status, _ = others("post", f"pages/{stand_ins['alias'].pk}/actions/{action}/", body)

    assert (status, EventPage.objects.count()) == (403, before)


def test_editor_of_both_reads_and_copies(stand_ins, restriction, home, make_editor, client_of):
    both = client_of(make_editor("both", home, "add", "change", "publish"))
    alias = stand_ins["alias"]

    assert both("get", f"pages/{alias.pk}/")[0] == 200
    assert both("get", f"lift/events/{alias.pk}/private/")[1]["join_url"] == ""
    assert both("post", f"pages/{alias.pk}/actions/convert_alias/", {})[0] == 200
