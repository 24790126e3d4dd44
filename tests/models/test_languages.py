"""A page's language is known without a query, whatever language is active."""

from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.db import transaction
from django.db.models import TextChoices
from django.utils import translation
from wagtail.models import Locale

from tests.factories import make_event, make_programme
from wagtail_lift.enums import AttendanceMode
from wagtail_lift.models.languages import forget_languages, label_in, language_of


@pytest.fixture(autouse=True)
def nothing_known():
    forget_languages()
    yield
    forget_languages()


def page_in(code: str) -> SimpleNamespace:
    return SimpleNamespace(locale_id=Locale.objects.get_or_create(language_code=code)[0].pk)


@pytest.mark.django_db
def test_language_of_a_page_is_that_of_its_locale():
    french, arabic = page_in("fr"), page_in("ar")

    with translation.override("de"):
        found = [language_of(french), language_of(arabic)]

    assert found == [("fr", "ltr"), ("ar", "rtl")]


@pytest.mark.parametrize("page", [None, SimpleNamespace(), SimpleNamespace(locale_id=None)])
def test_language_without_a_page_is_the_active_one(page):
    with translation.override("he"):
        found = language_of(page)

    assert found == ("he", "rtl")


def test_language_where_translation_is_off_is_that_of_the_settings(settings):
    with translation.override(None):
        found = language_of(None)

    assert found == (settings.LANGUAGE_CODE, "ltr")


@pytest.mark.django_db
def test_language_of_a_page_without_its_locale_is_the_active_one():
    with translation.override("de"):
        found = language_of(SimpleNamespace(locale_id=987_654))

    assert found.code == "de"


def test_languages_are_asked_for_once(locale, django_assert_num_queries):
    page = SimpleNamespace(locale_id=locale.pk)

    with django_assert_num_queries(1):
        found = [language_of(page).code for _ in range(3)]

    assert found == ["en", "en", "en"]


@pytest.mark.django_db
def test_language_follows_a_change_of_its_locale():
    page = page_in("fr")
    known = language_of(page).code
    locale = Locale.objects.get(pk=page.locale_id)
    locale.language_code = "fr-ca"

    locale.save()

    assert (known, language_of(page).code) == ("fr", "fr-ca")


def test_language_is_forgotten_with_its_locale(locale):
    page = page_in("fr")
    known = language_of(page).code

    Locale.objects.get(language_code="fr").delete()

    with translation.override("de"):
        assert (known, language_of(page).code) == ("fr", "de")


@pytest.mark.django_db(transaction=True)
def test_language_read_before_a_change_is_committed_is_forgotten(locale):
    page = page_in("fr")
    changed = Locale.objects.get(pk=page.locale_id)
    changed.language_code = "fr-ca"

    with transaction.atomic():
        changed.save()
        Locale.objects.filter(pk=changed.pk).update(language_code="fr")  # as others still see it
        language_of(page)
        Locale.objects.filter(pk=changed.pk).update(language_code="fr-ca")

    assert language_of(page).code == "fr-ca"


def test_pages_say_their_own_language_and_direction(client, home):
    arabic = Locale.objects.create(language_code="ar")
    event = make_event(make_programme(home))
    type(event).objects.filter(pk=event.pk).update(locale=arabic)

    soup = BeautifulSoup(client.get(event.url).content, "html.parser")

    assert (soup.html["lang"], soup.html["dir"]) == ("ar", "rtl")
    assert soup.find("meta", property="og:locale")["content"] == "ar"
    assert '"inLanguage":"ar"' in str(soup.find("script", type="application/ld+json"))


def test_label_is_in_the_language_asked_for_whichever_is_active():
    with translation.override("fr"):
        said = [label_in(code, AttendanceMode.IN_PERSON) for code in ("de", "en", "de")]

    assert said == ["Vor Ort", "In person", "Vor Ort"]


def test_labels_of_equal_words_of_two_sets_are_kept_apart():
    class Other(TextChoices):
        IN_PERSON = AttendanceMode.IN_PERSON.value, "Something else"

    assert label_in("en", AttendanceMode.IN_PERSON) == "In person"
    assert label_in("en", Other.IN_PERSON) == "Something else"
