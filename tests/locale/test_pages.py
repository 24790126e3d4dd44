"""What visitors read in other languages than English."""

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.utils import translation
from wagtail.models import Locale

from tests.factories import make_event, make_programme, when

WORDS = {
    "de": {
        "badge": "Ohne Anmeldung",
        "booking": "Eine Anmeldung ist nicht nötig. Kommen Sie einfach vorbei.",
        "list": "Als Kalender anzeigen",
        "month": "Gespräche im November 2026",
        "weekday": "Montag",
        "place": "Online",
        "calendar": "Im eigenen Kalender abonnieren",
    },
}


@pytest.fixture(params=WORDS)
def language(request, settings):
    settings.LANGUAGES = [(code, code) for code in ("en", "de", "fr")]
    settings.WAGTAIL_CONTENT_LANGUAGES = settings.LANGUAGES
    with translation.override(request.param):
        yield request.param


@pytest.fixture
def event(language, home, now):
    locale = Locale.objects.get_or_create(language_code=language)[0]
    programme = make_programme(home, locale=locale)
    event = make_event(
        programme,
        locale=locale,
        attendance_mode="online",
        **when(now.replace(hour=20)),
    )
    with time_machine.travel(now, tick=False):
        yield event


def text_of(client, url: str) -> str:
    soup = BeautifulSoup(
        client.get(url, headers={"accept-language": translation.get_language()}).content,
        "html.parser",
    )
    return " ".join(soup.get_text(" ").split())


def test_event_page_is_in_its_language(event, language, client):
    text = text_of(client, event.url)

    said = WORDS[language]
    assert [key for key in ("badge", "booking", "calendar") if said[key] not in text] == []
    assert "Drop in" not in text


def test_list_and_its_cards_are_in_their_language(event, language, client):
    text = text_of(client, event.get_parent().url)

    said = WORDS[language]
    assert [key for key in ("badge", "list", "calendar") if said[key] not in text] == []
    assert "Drop in" not in text


def test_month_is_in_its_language(event, language, client):
    text = text_of(client, f"{event.get_parent().url}calendar/")

    said = WORDS[language]
    assert [key for key in ("month", "weekday") if said[key] not in text] == []
    assert "Conversations in" not in text


def test_stored_entry_of_a_calendar_is_in_the_language_of_its_page(event, language, client):
    response = client.get(f"{event.url}ics/", headers={"accept-language": "en"})

    calendar = response.getvalue().decode()
    assert f"LOCATION:{WORDS[language]['place']}\r\n" in calendar
