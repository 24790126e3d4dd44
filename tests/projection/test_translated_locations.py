"""A translation says in its own words where a date takes place; past dates keep what was said."""

from datetime import UTC, datetime

import pytest
from wagtail.models import Locale

from tests.projection.evenings import history, weekly
from tests.projection.tuesdays import meeting, publish
from wagtail_lift.actions import change_meeting
from wagtail_lift.domain.location import Location
from wagtail_lift.events.drafts import draft_occurrences
from wagtail_lift.models import EventOccurrence, EventPage, Meeting
from wagtail_lift.projection import project_page, rebuild_occurrences

AFTER_TWO = datetime(2027, 6, 10, 12, tzinfo=UTC)
WORDS = {"venue_name": "Altes Rathaus", "venue_address": "Markt 1"}


@pytest.fixture
def event(programme):
    return weekly(programme, venue_name="The old town hall")


@pytest.fixture
def translation(event):
    german = Locale.objects.create(language_code="de")
    page = event.copy_for_translation(german, copy_parents=True)
    return publish(page, **WORDS)


def places(page):
    rows = EventOccurrence.objects.filter(page=page.pk).order_by("starts_at")
    return list(rows.values_list("place", flat=True))


def test_past_dates_keep_the_words_of_a_translation(event, translation, clock):
    clock.move_to(AFTER_TWO)
    before = history(event)

    publish(translation, venue_name="Neues Rathaus", venue_address="Ring 2")

    assert history(event) == before
    assert places(translation) == ["Altes Rathaus"] * 2 + ["Neues Rathaus"] * 2
    first = EventOccurrence.objects.filter(page=translation.pk).earliest("starts_at")
    assert first.location == Location("in_person", "Altes Rathaus", "Markt 1")
    assert set(places(event)) == {"The old town hall"}


def test_page_shows_a_past_date_where_it_took_place(rf, translation, clock):
    clock.move_to(AFTER_TWO)
    page = publish(translation, venue_name="Neues Rathaus", venue_address="Ring 2")
    past, to_come = (f"/?date=2027-06-{day}" for day in ("01", "15"))

    assert "Markt 1" in page.serve(rf.get(past)).render().text
    assert "Ring 2" in page.serve(rf.get(to_come)).render().text


def test_words_of_a_translation_stay_where_its_source_moves(event, translation, clock):
    clock.move_to(AFTER_TWO)

    publish(event, venue_name="The new town hall")

    assert places(event) == ["The old town hall"] * 2 + ["The new town hall"] * 2
    assert places(translation) == ["Altes Rathaus"] * 4


def test_words_can_be_corrected_until_a_date_begins(translation):
    publish(translation, venue_name="Neues Rathaus")

    assert places(translation) == ["Neues Rathaus"] * 4
    assert not EventOccurrence.objects.filter(page=translation.pk, location__isnull=False)


def test_first_publication_after_a_date_has_begun_says_it_in_its_words(event, clock):
    clock.move_to(AFTER_TWO)
    page = event.copy_for_translation(Locale.objects.create(language_code="de"), copy_parents=True)

    page = publish(page, **WORDS)

    assert places(page) == ["Altes Rathaus"] * 4


def test_draft_shows_its_words_on_dates_to_come_only(translation, clock):
    clock.move_to(AFTER_TWO)
    translation.venue_name = "Neues Rathaus"

    found = [(o.place, bool(o.location)) for o in draft_occurrences(translation)]

    assert found == [("Altes Rathaus", True)] * 2 + [("Neues Rathaus", False)] * 2
    assert places(translation) == ["Altes Rathaus"] * 4


def test_place_of_one_date_goes_before_the_words_of_a_translation(event, translation):
    elsewhere = Location("in_person", "The library")

    change_meeting(meeting(event, "2027-06-08"), location=elsewhere, user=None)

    assert places(translation)[:2] == ["Altes Rathaus", "The library"]


def test_heir_of_a_source_keeps_its_words(event, translation, clock):
    clock.move_to(AFTER_TWO)
    EventPage.objects.get(pk=event.pk).delete()

    publish(translation, venue_name="Neues Rathaus")

    assert places(translation) == ["Altes Rathaus"] * 2 + ["Neues Rathaus"] * 2


def test_rebuilding_keeps_the_words(translation, clock):
    clock.move_to(AFTER_TWO)
    publish(translation, venue_name="Neues Rathaus")
    EventOccurrence.objects.all().delete()

    list(rebuild_occurrences())

    assert places(translation) == ["Altes Rathaus"] * 2 + ["Neues Rathaus"] * 2


def test_nothing_is_written_where_no_word_changes(translation):
    known = list(Meeting.objects.order_by("pk").values())

    project_page(translation.pk)

    assert list(Meeting.objects.order_by("pk").values()) == known


def test_event_without_translations_notes_no_words(event):
    assert {m.translated_locations for m in Meeting.objects.all()} == {None}
