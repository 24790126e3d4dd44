"""The editors' guide in the admin's Help."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from bs4 import BeautifulSoup
from django.contrib.staticfiles import finders
from django.urls import reverse
from wagtail import admin
from wagtail.users.models import UserProfile

import wagtail_lift
from wagtail_lift.admin.help import CHAPTERS

PACKAGE = Path(wagtail_lift.__file__).parent
LANGUAGES = ("en", "de")
BOLD = re.compile(r"\*\*([^*]+)\*\*")
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
CHOSEN = " › "
"""The sign between a menu and its item."""


def text_of(language, name):
    return (PACKAGE / "help" / language / f"{name}.md").read_text(encoding="utf-8")


def labels(language):
    """Return every label of the admin in one language, ours and Wagtail's."""
    found = set()
    for home in (
        PACKAGE,
        PACKAGE / "webhooks",
        Path(admin.__file__).parent,
        Path(admin.__file__).parents[1],
    ):
        path = home / "locale" / language / "LC_MESSAGES" / "django.po"
        if path.exists():
            with path.open("rb") as file:
                for message in read_po(file):
                    words = message.id if language == "en" else message.string
                    found.update([words] if isinstance(words, str) else words)
    return {plain(words) for words in found}


def plain(words):
    return re.sub(r"\s+", " ", words).strip(" .:").casefold()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CHAPTERS)
def test_words_in_bold_are_labels_of_the_admin(language, name):
    known = labels(language)

    told = [part for words in BOLD.findall(text_of(language, name)) for part in words.split(CHOSEN)]

    assert told
    assert [words for words in told if plain(words) not in known] == []


@pytest.mark.parametrize("name", CHAPTERS)
def test_languages_say_the_same(name):
    def shape(language):
        lines = text_of(language, name).splitlines()
        marks = [re.match(r"#+|\||!|- |\d\. ", line) for line in lines]
        return [mark[0] for mark in marks if mark]

    assert shape("de") == shape("en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CHAPTERS)
def test_pictures_are_there_and_have_words(language, name):
    for words, address in PICTURE.findall(text_of(language, name)):
        shown = (PACKAGE / "help" / language / address).resolve()

        assert words
        assert shown.is_file()
        assert finders.find(shown.relative_to(PACKAGE / "static").as_posix())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CHAPTERS)
def test_chapter_is_shown_in_the_language_of_the_admin(admin_session, superuser, language, name):
    UserProfile.objects.create(user=superuser, preferred_language=language)

    shown = BeautifulSoup(
        admin_session.get(reverse("lift_help_chapter", args=[name])).content, "html.parser"
    )

    assert shown.select_one(".lift-help__text")["lang"] == language
    assert f"# {shown.select_one('[aria-current=page]').get_text()}" in text_of(language, name)
    assert len(shown.select(".lift-help__chapters a")) == len(CHAPTERS)
    addresses = [a["href"] for a in shown.select(".lift-help__text a")]
    assert [url for url in addresses if not url.startswith(("/admin/lift/help/", "#"))] == []
    assert {admin_session.get(url.partition("#")[0] or ".").status_code for url in addresses} <= {
        200
    }


def test_guide_is_written_in_english_where_a_language_is_missing(admin_session, superuser):
    UserProfile.objects.create(user=superuser, preferred_language="fr")

    shown = BeautifulSoup(admin_session.get(reverse("lift_help")).content, "html.parser")

    assert shown.select_one(".lift-help__text")["lang"] == "en"


def test_help_menu_leads_to_the_guide(admin_session):
    assert reverse("lift_help") in admin_session.get(reverse("wagtailadmin_home")).content.decode()


def test_only_who_may_enter_the_admin_reads_it(client):
    answer = client.get(reverse("lift_help"))

    assert (answer.status_code, answer.url.partition("?")[0]) == (302, "/admin/login/")


def test_other_names_are_no_chapters(admin_session):
    assert admin_session.get(reverse("lift_help_chapter", args=["secrets"])).status_code == 404
