"""Cards and lists of dates write a date flat; they say the same as the component of its own."""

import pytest
from bs4 import BeautifulSoup
from django.template import Context, Template
from django.template.loader import render_to_string

from tests.factories import local, make_event, make_programme, when
from wagtail_lift.models import EventOccurrence


def date_in(name: str, context: dict) -> str:
    """Return the markup of the date in a component, white space aside."""
    html = render_to_string(f"wagtail_lift/components/{name}", context)
    soup = BeautifulSoup(html, "html.parser")
    found = soup.select_one(".lift-off") or soup.select_one(".lift-when")
    return "".join(str(found).split())


def date_of_its_own(occurrence: EventOccurrence) -> str:
    """Return the markup of a date as the tag ``lift_when`` makes it, white space aside."""
    tag = Template("{% load wagtail_lift_tags %}{% lift_when occurrence %}")
    html = tag.render(Context({"occurrence": occurrence}))
    return "".join(str(BeautifulSoup(html, "html.parser")).split())


@pytest.mark.parametrize("state", ["scheduled", "cancelled", "postponed"])
@pytest.mark.parametrize("hours", [2, 30])
def test_card_says_when_as_everything_else_does(home, state, hours):
    make_event(make_programme(home), **when(local(2027, 6, 1, 12), hours=hours))
    occurrence = EventOccurrence.objects.get()
    occurrence.state = state

    in_card = date_in("event_card.html", {"card": {"occurrence": occurrence}})

    assert in_card == date_in("planned.html", {"occurrence": occurrence})
    assert in_card.startswith('<sclass="lift-off"') == (state != "scheduled")


@pytest.mark.parametrize("hours", [2, 30])
def test_date_in_a_list_says_when_as_a_date_of_its_own(home, hours):
    make_event(make_programme(home), **when(local(2027, 6, 1, 12), hours=hours))
    occurrence = EventOccurrence.objects.get()

    assert date_in("planned.html", {"occurrence": occurrence}) == date_of_its_own(occurrence)
