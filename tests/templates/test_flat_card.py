"""A card writes the date itself; it says the same as the component of its own."""

import pytest
from bs4 import BeautifulSoup
from django.template.loader import render_to_string

from tests.factories import local, make_event, make_programme, when
from wagtail_lift.models import EventOccurrence


def date_in(name: str, context: dict) -> str:
    """Return the markup of the date in a component, white space aside."""
    html = render_to_string(f"wagtail_lift/components/{name}", context)
    soup = BeautifulSoup(html, "html.parser")
    found = soup.select_one(".lift-off") or soup.select_one(".lift-when")
    return "".join(str(found).split())


@pytest.mark.parametrize("state", ["scheduled", "cancelled", "postponed"])
@pytest.mark.parametrize("hours", [2, 30])
def test_card_says_when_as_everything_else_does(home, state, hours):
    make_event(make_programme(home), **when(local(2027, 6, 1, 12), hours=hours))
    occurrence = EventOccurrence.objects.get()
    occurrence.state = state

    in_card = date_in("event_card.html", {"card": {"occurrence": occurrence}})

    assert in_card == date_in("planned.html", {"occurrence": occurrence})
    assert in_card.startswith('<sclass="lift-off"') == (state != "scheduled")
