"""Private values go with a copy of an event, and with nothing else that shows it."""

import json

import pytest
from wagtail.models import Locale

from tests.factories import make_event, make_programme
from wagtail_lift.pages.models import EventPage

NOTE = "SECRET-NOTE"
LINK = "https://meet.example.org/SECRET-LINK"
QUESTION = {"type": "question", "id": "q", "value": {"question": "What now?", "minutes": 20}}
NOTE_BLOCK = {"type": "question_note", "id": "n", "value": {"question": "q", "note": NOTE}}


@pytest.fixture
def event(home):
    return make_event(
        make_programme(home),
        conversation=json.dumps([QUESTION]),
        running_order=json.dumps([NOTE_BLOCK]),
        join_url=LINK,
    )


@pytest.fixture
def french(db):
    return Locale.objects.create(language_code="fr")


def private_values(page):
    """Return what a page holds that is private, stored and in its latest draft."""
    stored = type(page).objects.get(pk=page.pk)
    versions = (stored, stored.get_latest_revision_as_object())
    return [
        (version.join_url, *(child.value["note"] for child in version.running_order))
        for version in versions
    ]


ALL = [(LINK, NOTE)] * 2
NOTHING = [("",)] * 2


def test_copy_takes_private_values_along(event):
    event.save_revision()

    copy = event.copy(update_attrs={"slug": "copy"})

    assert private_values(copy) == ALL


def test_translation_has_no_private_value(event, french):
    translation = event.copy_for_translation(french, copy_parents=True)

    assert private_values(translation) == NOTHING
    assert private_values(event) == ALL


def test_translation_of_a_draft_has_no_private_value(event, french):
    event.unpublish()
    event.save_revision()

    translation = event.copy_for_translation(french, copy_parents=True)

    assert private_values(translation) == NOTHING


def test_alias_has_no_private_value_and_never_gets_one(event, home):
    alias = event.create_alias(parent=make_programme(home, "Elsewhere"), update_slug="alias")
    made = private_values(alias)

    event.save_revision().publish()

    assert (made, private_values(alias)) == (NOTHING, NOTHING)
    held = str(EventPage.objects.get(pk=alias.pk).serializable_data())
    assert NOTE not in held
    assert LINK not in held


def test_alias_in_another_language_that_becomes_a_page_has_no_private_value(event, french):
    alias = event.copy_for_translation(french, copy_parents=True, alias=True)

    alias.alias_of_id = None
    alias.save()
    alias.save_revision(changed=False, clean=False)

    assert private_values(alias) == NOTHING


def test_wagtail_localize_takes_no_private_word(event):
    extract = pytest.importorskip("wagtail_localize.segments.extract", reason="it is not installed")

    segments = extract.extract_segments(event)

    assert any("What now?" in str(segment) for segment in segments)
    assert not any(word in str(segment) for segment in segments for word in (NOTE, LINK))


def test_wagtail_localize_copies_no_private_value_to_a_translation(event, french):
    fields = pytest.importorskip("wagtail_localize.fields", reason="it is not installed")
    translation = event.copy_for_translation(french, copy_parents=True)

    fields.copy_synchronised_fields(event, translation)

    assert not translation.running_order
    assert not translation.join_url
    assert translation.conversation[0].value["question"] == "What now?"
