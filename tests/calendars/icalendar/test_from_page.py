"""What an entry says of an event, from its page."""

import pytest
from django.utils import translation

from wagtail_lift.calendars.icalendar import from_page as words
from wagtail_lift.calendars.icalendar.from_page import location_in_words
from wagtail_lift.domain.location import Location


@pytest.mark.parametrize(
    ("venue", "address", "location"),
    [
        ("The Loft", "1 High Street\nLeeds", "The Loft, 1 High Street, Leeds"),
        ("The Loft,", " 1 High Street,\n\n Leeds ", "The Loft, 1 High Street, Leeds"),
        ("", ",\n", ""),
    ],
)
def test_location_has_one_comma_between_lines(venue, address, location):
    found = Location("in_person", venue_name=venue, venue_address=address)

    assert location_in_words(found, "en") == location


def test_location_is_in_the_language_of_the_page_whoever_publishes_it(monkeypatch):
    monkeypatch.setattr(words, "label_in", lambda code, word: f"{word.label} ({code})")

    with translation.override("fr"):
        assert location_in_words(Location("online"), "de") == "Online (de)"
