"""What cards say of events with several hosts and several dates."""

from datetime import timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import RequestFactory

from tests.factories import add_date, make_event, make_host, make_pack, make_programme, when
from wagtail_lift.enums import Status
from wagtail_lift.lists.events import list_events
from wagtail_lift.models import Meeting

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


def test_hosts_change_places_in_cards_as_soon_as_they_do_in_the_event(home, now):
    programme = make_programme(home)
    hosts = [make_host(name) for name in ("Zoe Ash", "Ada Bell")]
    event = make_event(programme, hosts=hosts, **when(now + timedelta(days=1)))

    for order, link in enumerate(event.event_hosts.order_by("-sort_order")):
        link.sort_order = order
        link.save()

    (card,) = list_events(programme, RequestFactory().get("/"), now).upcoming.items
    assert card.host_names == ("Ada Bell", "Zoe Ash")


def test_host_whose_name_goes_over_two_lines_stays_one_host(home, now):
    programme = make_programme(home)
    make_event(programme, hosts=[make_host("Ada\nBell\u2028Jr")], **when(now + timedelta(days=1)))

    (card,) = list_events(programme, RequestFactory().get("/"), now).upcoming.items

    assert card.host_names == ("Ada Bell Jr",)


@pytest.mark.parametrize(("dates", "count"), [([], 0), ([9], 1), ([9, 16], 1)])
def test_events_with_one_date_each_need_no_query_of_their_own(
    home, now, django_assert_num_queries, dates, count
):
    programme = make_programme(home)
    event = make_event(programme, hosts=[make_host()], **when(now + timedelta(days=1)))
    make_event(programme, "Alone", hosts=[make_host("Bo Li")], **when(now + timedelta(days=2)))
    for days in dates:
        add_date(event, now + timedelta(days=days))

    request = RequestFactory().get("/")
    list_events(programme, request, now)  # looks up the site

    with django_assert_num_queries(2 + count):  # upcoming, past, and all dates of those with more
        list_events(programme, request, now)


def test_card_of_one_date_tells_of_a_pack_that_is_about_another(home, now):
    programme = make_programme(home)
    event = make_event(programme, **when(now - timedelta(days=14)))
    make_pack(event, meeting=Meeting.objects.get(event__page_links__page=event.pk))
    add_date(event, now - timedelta(days=7), pack=None, pack_opens_at=None)

    (card,) = list_events(programme, RequestFactory().get("/?when=past"), now).past.items

    assert card.occurrence.starts_at == now - timedelta(days=7)
    assert card.occurrence.pack_opens_at is None
    assert card.lifecycle.status == Status.INSIGHTS_OPEN


def test_speakers_are_told_as_speakers_at_every_place(home, now, client):
    programme = make_programme(home)
    hosts = [make_host(name) for name in ("Zoe Ash", "Ada Bell")]
    event = make_event(programme, hosts=hosts, **when(now + timedelta(days=1)))
    event.event_hosts.filter(host=hosts[0]).update(role="speaker")
    event.save_revision().publish()

    with time_machine.travel(now, tick=False):
        (card,) = list_events(programme, RequestFactory().get("/"), now).upcoming.items
        page = BeautifulSoup(client.get(event.url).content, "html.parser")
        calendar = b"".join(client.get(f"{event.url}ics/").streaming_content).decode()

    assert [(person.name, person.role.value) for person in card.people] == [
        ("Zoe Ash", "speaker"),
        ("Ada Bell", "host"),
    ]
    sections = [page.find(id=f"lift-{name}-title").parent for name in ("hosts", "speakers")]
    assert [
        [" ".join(tag.get_text().split()) for tag in section.select("h2, h3")]
        for section in sections
    ] == [["Your hosts", "Ada Bell"], ["Speaker", "Zoe Ash"]]
    assert "CN=Ada Bell" in calendar.replace('"', "")
    assert "Zoe Ash" not in calendar
