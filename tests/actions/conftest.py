"""Fixtures of the tests of imports."""

import pytest

from tests.actions.imports import TOLD
from tests.factories import make_host, make_programme
from wagtail_lift.actions.import_event import import_event
from wagtail_lift.pages.models import EventPage


@pytest.fixture
def programme(home):
    make_host("Ada Bell")
    return make_programme(home)


@pytest.fixture
def run(programme, now):
    """Return a function that imports a record with some values of its own."""

    def call(dry_run=False, **told):
        told = {name: value for name, value in {**TOLD, **told}.items() if value != "absent"}
        return import_event(
            told, programme=programme, page_type=EventPage, now=now, dry_run=dry_run
        )

    return call
