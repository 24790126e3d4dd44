"""The rule of who may read a page, asked for one page, for many, and as a condition."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page, PageViewRestriction

from tests.factories import make_event, make_pack, make_programme
from wagtail_lift.access.privacy import (
    closed_to,
    is_unrestricted,
    only_public,
    original_page,
    restricted_among,
    showing,
)

pytestmark = pytest.mark.django_db


def restrict(page):
    return PageViewRestriction.objects.create(page=page, restriction_type="login")


def translated(page):
    french = Locale.objects.get_or_create(language_code="fr")[0]
    copy = page.copy_for_translation(french, copy_parents=True)
    copy.save_revision().publish()
    return type(page).objects.get(pk=copy.pk)


def closed_pages():
    """Return the keys of all pages that are restricted, as each way to ask tells it."""
    pages = list(Page.objects.filter(depth__gt=1))
    one_by_one = {page.pk for page in pages if not is_unrestricted(page)}
    public = set(only_public(Page.objects.filter(depth__gt=1)).values_list("pk", flat=True))
    assert restricted_among(pages) == one_by_one
    assert {page.pk for page in pages if closed_to(None).holds(page)} == one_by_one
    assert public == {page.pk for page in pages} - one_by_one
    return one_by_one


@pytest.mark.parametrize("closed", ["programme", "event"])
def test_all_that_stands_for_a_restricted_event_is_restricted(home, closed):
    programme, library = make_programme(home), make_programme(home, "Library")
    event, other = make_event(programme), make_event(programme, "Other")
    alias = event.create_alias(parent=library, update_slug="alias")
    again = alias.create_alias(parent=library, update_slug="again")
    translation = translated(event)
    below = make_pack(translation, "Below it", locale=translation.locale)
    beside = make_pack(library, "Beside it", event=event)

    restrict(programme if closed == "programme" else event)

    expected = {page.pk for page in (event, alias, again, translation, below)}
    above = translation.get_parent()  # which Wagtail makes an alias of the programme
    more = {programme.pk, other.pk, above.pk} if closed == "programme" else set()
    assert closed_pages() == expected | more
    assert beside.pk not in expected


def test_restricted_translation_closes_no_other_language(home):
    event = make_event(make_programme(home))
    translation = translated(event)

    restrict(translation)

    assert closed_pages() == {translation.pk}


def test_alias_of_a_programme_is_as_restricted_as_the_programme_with_all_below(home):
    programme = make_programme(home)
    make_event(programme)
    alias = programme.create_alias(parent=home, update_slug="again", recursive=True)
    restrict(programme)

    closed = closed_pages()

    assert closed == set(
        Page.objects.filter(path__startswith=programme.path).values_list("pk", flat=True)
    ) | set(Page.objects.filter(path__startswith=alias.path).values_list("pk", flat=True))


def test_copy_of_a_restriction_on_an_alias_ends_with_that_of_its_original(home):
    event = make_event(make_programme(home))
    restriction = restrict(event)
    alias = event.create_alias(parent=make_programme(home, "Library"), update_slug="alias")
    before = closed_pages()

    restriction.delete()

    assert alias.view_restrictions.exists()
    assert (before, closed_pages()) == ({event.pk, alias.pk}, set())


def test_original_is_what_is_shown_in_the_end(home):
    event = make_event(make_programme(home))
    alias = event.create_alias(update_slug="alias")

    assert original_page(alias.create_alias(update_slug="again")).pk == event.pk
    assert original_page(event) == event


def test_pages_that_show_what_is_below_a_page_are_found(home):
    programme, library = make_programme(home), make_programme(home, "Library")
    event = make_event(programme)
    alias, translation = event.create_alias(parent=library, update_slug="a"), translated(event)

    there = set(
        type(event).objects.filter(showing(programme).inside()).values_list("pk", flat=True)
    )

    assert there == {event.pk, alias.pk, translation.pk}


def test_site_without_restrictions_asks_once(home, django_assert_num_queries):
    event = make_event(make_programme(home))

    with django_assert_num_queries(3):
        assert is_unrestricted(event)
        assert restricted_among([event]) == set()
        assert closed_to(None).paths == ()


def test_number_of_queries_does_not_grow_with_the_pages(home):
    programme, library = make_programme(home), make_programme(home, "Library")
    restrict(programme)
    pages, counts = [], []
    for number in range(6):
        event = make_event(programme, f"Event {number}")
        pages += [event, event.create_alias(parent=library, update_slug=f"alias-{number}")]
        with CaptureQueriesContext(connection) as asked:
            assert restricted_among(pages) == {page.pk for page in pages}
            closed = closed_to(None)
        assert all(closed.holds(page) for page in pages)
        counts.append(len(asked))

    assert counts == [counts[0]] * 6
    assert counts[0] <= 12


def test_reader_is_asked_once_for_a_request(home, django_assert_num_queries):
    restrict(make_programme(home))
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    with CaptureQueriesContext(connection):
        first = closed_to(request)

    with django_assert_num_queries(0):
        assert closed_to(request) is first
