"""What cards say of events with several hosts and several dates."""

from datetime import timedelta

import pytest
from django.test import RequestFactory

from tests.factories import add_date, make_event, make_host, make_programme, when
from wagtail_lift.models.lists.events import list_events

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("query", ["", "each=date"])
def test_hosts_stand_in_the_order_of_the_event_however_many_dates_it_has(home, now, query):
    programme = make_programme(home)
    hosts = [make_host(name) for name in ("Zoe Ash", "Ada Bell", "Mo Ali")]
    event = make_event(programme, hosts=hosts, **when(now + timedelta(days=1)))
    make_event(programme, "Alone", hosts=hosts[:1], **when(now + timedelta(days=2)))
    make_event(programme, "Without", **when(now + timedelta(days=3)))
    for days in (20, 30, 40):
        add_date(event, now + timedelta(days=days))

    cards = list_events(programme, RequestFactory().get(f"/?{query}"), now).upcoming.items

    several = (event.title, ("Zoe Ash", "Ada Bell", "Mo Ali"), 0 if query else 3)
    said = [(card.title, card.host_names, card.more_dates) for card in cards]
    assert said[:3] == [several, ("Alone", ("Zoe Ash",), 0), ("Without", (), 0)]
    assert said[3:] == ([several] * 3 if query else [])
