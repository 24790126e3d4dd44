"""The words of a date of which a card is made."""

from django.utils import translation

from tests.factories import local, make_event, make_programme, when
from wagtail_lift.models import EventOccurrence
from wagtail_lift.templatetags.wagtail_lift_tags import lift_when_in_words


def test_when_in_words_is_what_a_card_says_of_a_date(home):
    make_event(make_programme(home))
    occurrence = EventOccurrence.objects.get()

    assert lift_when_in_words(occurrence) == {
        "is_off": False,
        "leaf_day": "1",
        "leaf_month": "June",
        "starts": "2027-06-01T12:30:00+01:00",
        "day": "Tuesday 1 June 2027",
        "clock": "12:30 p.m.",
        "ends": "2027-06-01T14:00:00+01:00",
        "ends_day": "",
        "ends_clock": "2 p.m.",
        "timezone": "Europe/London",
        "zone_name": "London time (BST)",
        "to": "to",
        "your_time": "Your time:",
    }


def test_when_in_words_names_the_last_day_and_what_is_off(home):
    make_event(make_programme(home), **when(local(2027, 6, 1, 22), hours=3))
    occurrence = EventOccurrence.objects.get()
    occurrence.state = "postponed"

    words = lift_when_in_words(occurrence)

    assert (words["is_off"], words["ends_day"]) == (True, "Wednesday 2 June 2027")


def test_when_in_words_says_nothing_of_no_date(home):
    make_event(make_programme(home), start_date=None)

    assert lift_when_in_words(EventOccurrence.objects.get()) is None


def test_when_in_words_follows_language_state_and_zone(home):
    make_event(make_programme(home))
    occurrence = EventOccurrence.objects.get()
    said = []

    for language, state, timezone in (
        ("en", "scheduled", "Europe/London"),
        ("fr", "scheduled", "Europe/London"),
        ("en", "cancelled", "Europe/London"),
        ("en", "scheduled", "Asia/Kolkata"),
        ("en", "scheduled", "Europe/London"),
    ):
        occurrence.state, occurrence.timezone = state, timezone
        with translation.override(language):
            words = lift_when_in_words(occurrence)
        said.append((words["leaf_month"], words["is_off"], words["starts"][11:16]))

    assert said == [
        ("June", False, "12:30"),
        ("juin", False, "12:30"),
        ("June", True, "12:30"),
        ("June", False, "17:00"),
        ("June", False, "12:30"),
    ]


def test_when_in_words_is_safe_as_it_stands(home):
    make_event(make_programme(home), **when(local(2027, 6, 1, 22)))
    occurrence = EventOccurrence.objects.get()

    words = lift_when_in_words(occurrence)

    assert all(hasattr(word, "__html__") for name, word in words.items() if name != "is_off")
