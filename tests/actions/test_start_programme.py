"""A first programme, where the pages of a site allow one."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Page

from tests.factories import make_event, make_programme
from wagtail_lift.actions.start_programme import start_programme


def test_page_that_takes_no_programme_is_left_alone(home, now):
    event = make_event(make_programme(home))
    count = Page.objects.count()

    with pytest.raises(ValidationError, match="can be added there"):
        start_programme(event, today=now.date(), user=None)

    assert Page.objects.count() == count
