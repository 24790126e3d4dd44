"""A venue that is chosen comes before what is typed; what is elsewhere shows nothing of it."""

import pytest

from wagtail_lift.domain.location import Location
from wagtail_lift.domain.places import (
    VenueFacts,
    access_at,
    coordinate_problems,
    in_degrees,
    location_at,
    map_of,
)
from wagtail_lift.enums import AccessFeature, Problem

TYPED = Location("both", "Room 2", "1 High Street", "https://maps.example.org/2", "Zoom")
MAP = "https://www.openstreetmap.org/?mlat=51.500700&mlon=-0.124600#map=17/51.500700/-0.124600"


def test_typed_place_is_shown_without_a_venue():
    assert location_at(TYPED, None) is TYPED


def test_venue_takes_the_place_of_all_that_is_typed_but_not_of_the_platform():
    venue = VenueFacts("The Kettle", latitude=51.5007, longitude=-0.1246)

    assert location_at(TYPED, venue) == Location(
        "both", "The Kettle", "", MAP, "Zoom", 51.5007, -0.1246
    )


def test_own_map_of_a_venue_comes_before_that_of_its_coordinates():
    venue = VenueFacts("The Kettle", "", "https://maps.example.org/k", 51.5007, -0.1246)

    assert location_at(TYPED, venue).map_url == "https://maps.example.org/k"


def test_no_coordinates_have_no_map():
    assert (map_of(None, None), map_of(51.5, None)) == ("", "")


@pytest.mark.parametrize(
    ("degree", "text"), [(0, "0.000000"), (-0.1246, "-0.124600"), (1e-7, "0.000000")]
)
def test_degrees_have_six_places_and_no_exponent(degree, text):
    assert in_degrees(degree) == text


def test_event_and_venue_promise_together_in_one_order():
    toilet, loop = AccessFeature.ACCESSIBLE_TOILET, AccessFeature.HEARING_LOOP
    captions = AccessFeature.CAPTIONS

    assert access_at([captions, loop], [loop, toilet]) == [toilet, loop, captions]


@pytest.mark.parametrize(
    ("latitude", "longitude", "problems"),
    [
        (None, None, {}),
        (0.0, 0.0, {}),
        (51.5, None, {"longitude": Problem.COORDINATE_MISSING}),
        (None, 0.0, {"latitude": Problem.COORDINATE_MISSING}),
    ],
)
def test_one_coordinate_asks_for_the_other(latitude, longitude, problems):
    assert coordinate_problems(latitude, longitude) == problems
