"""A programme tells which programmes are below it, so it changes with them."""

import pytest
from wagtail.models import PageViewRestriction

from tests.factories import make_programme
from tests.webhooks.log.test_settling import told
from wagtail_lift.pages.models import EventIndexPage

pytestmark = pytest.mark.django_db
HALL, TOWN, FAR = (f"programme.changed {slug}" for slug in ("hall", "town", "far"))
GONE = "programme.removed hall"


@pytest.fixture
def hall(world, committed):
    """A programme in the programme "Town"."""
    committed(lambda: make_programme(EventIndexPage.objects.get(slug="town"), "Hall"))
    return EventIndexPage.objects.get(slug="hall")


def rename(hall):
    hall.title = "Great hall"
    hall.save_revision().publish()


def move(hall):
    hall.move(EventIndexPage.objects.get(slug="far"), pos="last-child")


def restrict(hall):
    PageViewRestriction.objects.create(page=hall, restriction_type="login")


CHANGES = [
    (rename, {HALL, TOWN}),
    (move, {HALL, TOWN, FAR}),
    (restrict, {GONE, TOWN}),
    (lambda hall: hall.unpublish(), {GONE, TOWN}),
    (lambda hall: hall.delete(), {GONE, TOWN}),
    (lambda hall: make_programme(hall, "Room"), {"programme.changed room", HALL}),
]


@pytest.mark.parametrize(("change", "expected"), CHANGES)
def test_change_of_a_programme_is_told_of_the_one_above(hall, committed, change, expected):
    found = committed(lambda: change(hall))

    assert told(found) == expected
