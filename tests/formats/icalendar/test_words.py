"""What an entry says of an event, from its page."""

import pytest
from django.utils import translation
from wagtail.models import Locale

from wagtail_lift.formats.icalendar import words
from wagtail_lift.formats.icalendar.words import location_of
from wagtail_lift.pages.models import EventPage

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("venue", "address", "location"),
    [
        ("The Loft", "1 High Street\nLeeds", "The Loft, 1 High Street, Leeds"),
        ("The Loft,", " 1 High Street,\n\n Leeds ", "The Loft, 1 High Street, Leeds"),
        ("", ",\n", ""),
    ],
)
def test_location_has_one_comma_between_lines(venue, address, location):
    page = EventPage(
        attendance_mode="in_person",
        venue_name=venue,
        venue_address=address,
        locale=Locale(language_code="en"),
    )

    assert location_of(page) == location


def test_location_is_in_the_language_of_the_page_whoever_publishes_it(monkeypatch):
    monkeypatch.setattr(words, "label_in", lambda code, word: f"{word.label} ({code})")
    german = Locale.objects.get_or_create(language_code="de")[0]

    with translation.override("fr"):
        location = location_of(EventPage(attendance_mode="online", locale=german))

    assert location == "Online (de)"
