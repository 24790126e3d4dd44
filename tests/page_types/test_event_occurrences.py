"""The stored dates of an event page: asked for with no more than the page shows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import make_event, make_programme
from wagtail_lift.models import EventPage

pytestmark = pytest.mark.django_db


def test_dates_of_a_page_without_a_lead_image_are_asked_for_alone(home):
    event = EventPage.objects.get(pk=make_event(make_programme(home)).pk)
    image_table = event._meta.get_field("lead_image").related_model._meta.db_table

    with CaptureQueriesContext(connection) as captured:
        assert event.occurrences

    assert len(captured) == 1
    assert image_table not in captured[0]["sql"]
