"""The catalogues say what the code says, and Django reads what they say."""

import re
from io import BytesIO
from pathlib import Path

import pytest
import wagtail
from babel.messages.mofile import read_mo

from tests.locale.messages import (
    PACKAGE,
    SOURCE_LANGUAGE,
    compiled,
    is_translated,
    messages_of_module,
    messages_of_template,
    read_catalogue,
    read_messages,
)

LANGUAGES = sorted(path.name for path in (PACKAGE / "locale").iterdir() if path.is_dir())
TRANSLATIONS = [language for language in LANGUAGES if language != SOURCE_LANGUAGE]
MUST_STAY = re.compile(r"%\(\w+\)[sd]|\{\w*\}|</?\w+>")


def messages(catalogue):
    """Return the words of each message by its context and its source."""
    return {
        (message.context, forms(message.id)): forms(message.string)
        for message in catalogue
        if message.id
    }


def forms(words):
    return tuple(words) if isinstance(words, tuple | list) else (words,)


def must_stay(words):
    return sorted(MUST_STAY.findall(words))


def allowed(source, number):
    """Return what a form may hold: what its source holds; a singular may also name the number."""
    return [must_stay(source[-1]), must_stay(source[0])][: 2 if number == 0 else 1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogue_has_exactly_the_messages_of_the_code(language):
    assert messages(read_catalogue(language)).keys() == messages(read_messages()).keys()


def test_source_language_is_what_the_code_says():
    translated = [
        message.id
        for message in read_catalogue(SOURCE_LANGUAGE)
        if message.id and is_translated(message)
    ]

    assert translated == []


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_placeholders_and_tags_stay(language):
    wrong = [
        form
        for (_context, source), words in messages(read_catalogue(language)).items()
        for number, form in enumerate(words)
        if form and must_stay(form) not in allowed(source, number)
    ]

    assert wrong == []


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_compiled_catalogue_says_what_its_source_says(language):
    path = PACKAGE / "locale" / language / "LC_MESSAGES" / "django.mo"

    shipped, written = path.read_bytes(), compiled(read_catalogue(language))

    assert messages(read_mo(BytesIO(shipped))) == messages(read_mo(BytesIO(written)))
    assert shipped == written, "Run `make messages`: the same words give the same file."


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_no_translation_waits_for_a_second_look(language):
    assert [
        message.id for message in read_catalogue(language) if message.id and message.fuzzy
    ] == []


def test_german_has_words_for_everything():
    missing = [m.id for m in read_catalogue("de") if m.id and not is_translated(m)]

    assert missing == [], "Fill their msgstr in the German django.po, then run `make messages`."


def test_messages_of_a_module_are_found(tmp_path):
    path = tmp_path / "words.py"
    path.write_text(
        "_('one ' 'word')\nngettext('%(n)d day', '%(n)d days', n)\npgettext_lazy('verb', 'Show')\n"
    )

    assert list(messages_of_module(path)) == [
        (None, "one word"),
        (None, ("%(n)d day", "%(n)d days")),
        ("verb", "Show"),
    ]


def test_messages_of_a_template_are_found(tmp_path):
    path = tmp_path / "words.html"
    path.write_text(
        "{% load i18n %}{% translate 'A \"word\"' %} {% translate 'Show' context 'verb' %}"
        "{% blocktranslate count n=n trimmed %}\n{{ n }} day\n{% plural %}{{ n }} days"
        "{% endblocktranslate %}"
        "{% blocktranslate context 'who' %}By {{ name }}{% endblocktranslate %}"
    )

    assert list(messages_of_template(path)) == [
        (None, 'A "word"'),
        ("verb", "Show"),
        (None, ("%(n)s day", "%(n)s days")),
        ("who", "By %(name)s"),
    ]


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_words_that_the_admin_uses_otherwise_have_a_context(language):
    """All catalogues are one to Django: without a context ours would change the admin's buttons."""
    ours = messages(read_catalogue(language))
    folders = list(Path(wagtail.__path__[0]).rglob(f"locale/{language}"))
    assert folders
    changed = {
        source: words
        for folder in folders
        for (context, source), words in messages(
            read_mo(BytesIO((folder / "LC_MESSAGES" / "django.mo").read_bytes()))
        ).items()
        if context is None and any(ours.get((None, source), ())) and ours[None, source] != words
    }

    assert changed == {}
