"""What an entry says of an event, from its page."""

import pytest
from wagtail.models import Locale

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
