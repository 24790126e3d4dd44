import pytest

from wagtail_lift.domain.location import Location
from wagtail_lift.enums import AttendanceMode


@pytest.mark.parametrize(
    ("location", "words"),
    [
        (Location("in_person", "The Mill", platform_name="Zoom"), "The Mill"),
        (Location("in_person"), ""),
        (Location("online", "The Mill", platform_name="Zoom"), "Zoom"),
        (Location("online", "The Mill"), "Online"),
        (Location("both", "The Mill", platform_name="Zoom"), "The Mill · Zoom"),
        (Location("both", "The Mill"), "The Mill · Online"),
        (Location("both"), "Online"),
        (Location("", "The Mill"), "The Mill"),
    ],
)
def test_location_in_one_line_names_what_the_mode_has(location, words):
    assert location.in_one_line("Online") == words


@pytest.mark.parametrize(
    ("location", "is_named"),
    [
        (Location("in_person", "The Mill"), True),
        (Location("in_person", venue_address="2 Mill Lane"), True),
        (Location("in_person", " ", "\n", platform_name="Zoom"), False),
        (Location("online"), True),
        (Location("both"), True),
    ],
)
def test_location_is_named_by_venue_or_online_room(location, is_named):
    assert location.is_named is is_named


def test_location_of_a_draft_that_does_not_say_is_in_person():
    assert Location("").attendance is AttendanceMode.IN_PERSON
    assert Location("by boat").attendance is AttendanceMode.IN_PERSON
