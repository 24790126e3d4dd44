"""Strict readers read every calendar of the demo without a complaint."""

import pytest
import time_machine
import vobject
from icalendar import Calendar
from wagtail.models import Page

from tests.calendars.conftest import icaljs  # noqa: F401 -- a fixture
from tests.calendars.icalendar.strict import complaints
from tests.example_site.demo.days import FIRST_LOAD
from wagtail_lift.calendars.dates import calendar_filters
from wagtail_lift.models.kinds import EventKind, ProgrammeKind

pytestmark = pytest.mark.slow


@pytest.fixture
def calendars(demo, client) -> dict[str, str]:
    """The text of each calendar of the demo, by its address; of each kind there is at least one."""
    addresses = []
    for page in Page.objects.live().specific():
        if isinstance(page, EventKind):
            addresses.append(f"{page.url}ics/")
        elif isinstance(page, ProgrammeKind):
            narrowed = [f"{page.url.rstrip('/')}{path}" for path in calendar_filters(page)]
            addresses += [f"{page.url}ics/", f"{page.url}ics/?tag=nothing", *narrowed]
    with time_machine.travel(FIRST_LOAD, tick=False):
        return {address: client.get(address).getvalue().decode() for address in addresses}


def test_calendars_of_the_demo_are_read_without_a_complaint(calendars):
    found = {address: complaints(text) for address, text in calendars.items()}
    read = {address: Calendar.from_ical(text) for address, text in calendars.items()}
    errors = {address: [part.errors for part in read[address].walk()] for address in read}

    assert len(calendars) > 20
    assert any("STATUS:CANCELLED" in text for text in calendars.values())
    assert any("STATUS:TENTATIVE" in text for text in calendars.values())
    assert {address: wrong for address, wrong in found.items() if wrong} == {}
    assert {address: wrong for address, wrong in errors.items() if any(wrong)} == {}


def test_vobject_validates_calendars_of_the_demo(calendars):
    for text in calendars.values():
        assert vobject.readOne(text).validate(raiseException=True)


def test_icaljs_reads_calendars_of_the_demo(calendars, icaljs):  # noqa: F811 -- the fixture
    read = icaljs([*calendars.values()])

    assert [len(entries) for entries in read] == [
        text.count("BEGIN:VEVENT") for text in calendars.values()
    ]
    assert sum(map(len, read)) > 100
