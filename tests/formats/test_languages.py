"""A page's language is known without a query, whatever language is active."""

from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.db.models import TextChoices
from django.utils import translation
from wagtail.models import Locale

from tests.factories import make_event, make_programme
from wagtail_lift.enums import AccessFeature, AttendanceMode
from wagtail_lift.formats.languages import label_in, language_of
from wagtail_lift.models import EventFacet
from wagtail_lift.pages.models import EventPage


def page_in(code: str) -> SimpleNamespace:
    return SimpleNamespace(locale=Locale.objects.get_or_create(language_code=code)[0])


@pytest.mark.django_db
def test_language_of_a_page_is_that_of_its_locale():
    french, arabic = page_in("fr"), page_in("ar")

    with translation.override("de"):
        found = [language_of(french), language_of(arabic)]

    assert found == [("fr", "ltr"), ("ar", "rtl")]


@pytest.mark.parametrize("page", [None, SimpleNamespace(), SimpleNamespace(locale=None)])
def test_language_without_a_page_is_the_active_one(page):
    with translation.override("he"):
        found = language_of(page)

    assert found == ("he", "rtl")


def test_language_of_a_page_that_has_no_locale_yet_is_the_active_one(db):
    with translation.override("de"):
        assert language_of(EventPage()).code == "de"


def test_language_where_translation_is_off_is_that_of_the_settings(settings):
    with translation.override(None):
        found = language_of(None)

    assert found == (settings.LANGUAGE_CODE, "ltr")


def test_language_follows_a_locale_that_another_process_has_changed(client, home):
    event = make_event(make_programme(home))
    before = BeautifulSoup(client.get(event.url).content, "html.parser").html["lang"]

    Locale.objects.filter(pk=event.locale_id).update(language_code="fr")  # no signal comes here

    after = BeautifulSoup(client.get(event.url).content, "html.parser").html["lang"]
    assert (before, after) == ("en", "fr")


def test_stored_words_follow_a_locale_that_is_renamed(home):
    event = make_event(make_programme(home), captions=True)
    stored = EventFacet.objects.filter(page=event, kind__in=["mode", "access"])
    before = dict(stored.values_list("kind", "label"))

    locale = Locale.objects.get(pk=event.locale_id)
    locale.language_code = "de"
    locale.save()

    words = {"mode": AttendanceMode.IN_PERSON, "access": AccessFeature.CAPTIONS}
    assert before == {"mode": "In person", "access": "Captions"}
    assert dict(stored.values_list("kind", "label")) == {
        kind: label_in("de", word) for kind, word in words.items()
    }


def test_pages_say_their_own_language_and_direction(client, home):
    arabic = Locale.objects.create(language_code="ar")
    event = make_event(make_programme(home), venue_name="The Mill")
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
