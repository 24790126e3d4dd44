"""The lead images of a list come in one query, with what was made of them."""

from datetime import timedelta

import pytest

from tests.factories import make_event, make_image, make_programme, when
from wagtail_lift.lists.lead_images import fetch_lead_images
from wagtail_lift.models import EventOccurrence


@pytest.fixture
def occurrences(home, now):
    """Three dates: two with an image each, one of which was rendered before, and one without."""
    programme = make_programme(home)
    for number, image in enumerate((make_image("One"), make_image("Two"), None)):
        if number == 0:
            image.get_rendition("fill-64x40")
        fields = when(now + timedelta(days=number + 1))
        make_event(programme, f"Event {number}", lead_image=image, **fields)
    return list(EventOccurrence.objects.order_by("starts_at"))


def test_images_are_fetched_with_their_renditions(occurrences, django_assert_num_queries):
    with django_assert_num_queries(2):  # one image has no rendition yet
        fetch_lead_images(occurrences)

    with django_assert_num_queries(0):
        titles = [o.lead_image.title if o.lead_image else None for o in occurrences]
        occurrences[0].lead_image.get_rendition("fill-64x40")
    assert titles == ["One", "Two", None]


def test_images_that_were_all_rendered_take_one_query(occurrences, django_assert_num_queries):
    with django_assert_num_queries(1):
        fetch_lead_images(occurrences[::2])


def test_list_without_images_asks_for_none(occurrences, django_assert_num_queries):
    with django_assert_num_queries(0):
        fetch_lead_images(occurrences[2:])
