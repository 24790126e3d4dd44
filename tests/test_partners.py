"""Partners, funders, sponsors and speakers of an event, at every door that shows them."""

from datetime import timedelta
from html import unescape

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import make_event, make_host, make_image, make_programme, when
from tests.seo.heads import told
from wagtail_lift.enums import HostKind
from wagtail_lift.models import EventOccurrence, HostProfile

pytestmark = pytest.mark.django_db
BIOGRAPHY = "<p>Bo has <b>nursed</b> for thirty years.</p>"
HEADINGS = {
    "Your hosts": ["Ada Bell"],
    "Co-organiser": ["Town Library"],
    "Speaker": ["Bo Carr"],
    "Partner": ["Leeds Voices"],
    "Funder": ["The Hill Fund"],
    "Sponsor": ["Kettle Ltd"],
}


@pytest.fixture(autouse=True)
def at_noon(now):
    with time_machine.travel(now, tick=False):
        yield now


def organisation(name, **fields):
    return make_host(name, kind=HostKind.ORGANISATION, **fields)


@pytest.fixture
def event(home, at_noon):
    logo = make_image("Logo")
    fund = organisation(
        "The Hill Fund",
        photo=logo,
        photo_alt_text="The words Hill Fund below a green hill",
        website="https://hill.example.org/",
    )
    hosts = [
        (fund, "funder"),
        (organisation("Kettle Ltd"), "sponsor"),
        (organisation("Leeds Voices"), "partner"),
        (make_host("Bo Carr", biography=BIOGRAPHY), "speaker"),
        (organisation("Town Library"), "co_organiser"),
        make_host("Ada Bell"),
    ]
    there = {"venue_name": "The Kettle", **when(at_noon + timedelta(days=7))}
    return make_event(make_programme(home), hosts=hosts, **there)


def page_of(client, url):
    return BeautifulSoup(client.get(url).content, "html.parser")


def test_page_names_everybody_under_what_they_do(event, client):
    sections = page_of(client, event.url).select("section:has(.lift-hosts)")

    found = {s.h2.text: [n.text for n in s.select(".lift-host__name")] for s in sections}
    assert list(found.items()) == list(HEADINGS.items())


def test_partner_has_logo_with_its_own_words_and_a_link(event, client):
    card = page_of(client, event.url).select_one("#lift-funders-title + ul .lift-host")

    logo = card.select_one("img.lift-portrait--logo")
    assert logo["alt"] == "The words Hill Fund below a green hill"
    assert "max-192x192" in logo["src"]
    link = card.select_one(".lift-host__website a")
    assert link["href"] == "https://hill.example.org/"
    assert "The Hill Fund" in link.text


def test_biography_is_read_on_the_event_without_leaving_it(event, client):
    cards = page_of(client, event.url).select(".lift-host:has(details)")

    assert [card.select_one("details .lift-details__body").text.strip() for card in cards] == [
        "Bo has nursed for thirty years."
    ]
    assert "Bo Carr" in cards[0].summary.text


def test_search_engines_are_told_what_each_does(event, client):
    found = told(client, event.url)["Event"]

    names = {
        known_as: [host["name"] for host in found[known_as]]
        for known_as in ("organizer", "performer", "contributor", "funder", "sponsor")
    }
    assert names == {
        "organizer": ["Town Library", "Ada Bell"],
        "performer": ["Bo Carr"],
        "contributor": ["Leeds Voices"],
        "funder": ["The Hill Fund"],
        "sponsor": ["Kettle Ltd"],
    }
    assert found["performer"][0]["description"] == "Bo has nursed for thirty years."
    assert found["funder"][0]["sameAs"] == "https://hill.example.org/"


def test_search_engines_are_told_logos_and_photos(event, client):
    speaker = HostProfile.objects.get(name="Bo Carr")
    HostProfile.objects.filter(pk=speaker.pk).update(photo=make_image("Bo", "navy"))

    found = told(client, event.url)["Event"]

    logo, photo = found["funder"][0]["logo"], found["performer"][0]["image"]
    assert (logo["@type"], logo["width"], logo["height"], logo["caption"]) == (
        "ImageObject",
        64,
        48,
        "The words Hill Fund below a green hill",
    )
    assert (photo["@type"], photo["width"], photo["height"]) == ("ImageObject", 48, 48)
    assert logo["url"].startswith("http://testserver/")
    assert "image" not in found["funder"][0]
    assert [set(found[role][0]) & {"logo", "image"} for role in ("sponsor", "contributor")] == [
        set(),
        set(),
    ]


def test_more_logos_take_no_more_queries(event, client):
    client.get(event.url)  # makes the sizes
    with CaptureQueriesContext(connection) as one:
        client.get(event.url)
    HostProfile.objects.filter(photo=None).update(photo=make_image("Others", "navy"))
    client.get(event.url)

    with CaptureQueriesContext(connection) as six:
        client.get(event.url)

    assert len(six) == len(one)


def test_programme_organises_what_is_only_paid_for(home, client, at_noon):
    hosts = [(organisation("The Hill Fund"), "funder")]
    there = {"venue_name": "The Kettle", **when(at_noon + timedelta(days=7))}
    event = make_event(make_programme(home), hosts=hosts, **there)

    found = told(client, event.url)["Event"]

    assert found["organizer"]["name"] == "Conversations"
    assert [host["name"] for host in found["funder"]] == ["The Hill Fund"]


def test_card_names_hosts_speakers_and_partners_but_not_who_paid(event, client):
    card = page_of(client, event.get_parent().url).select_one(".lift-card__hosts")

    assert card.text == (
        "Hosted by Ada Bell · Co-organiser: Town Library · Speaker: Bo Carr · Partner: Leeds Voices"
    )


def test_api_tells_role_biography_and_website(event, client):
    v2 = client.get(f"/api/v2/events/{event.pk}/").json()["hosts"]

    found = {host["name"]: (host["role"], host["role_label"], host["website"]) for host in v2}
    assert found["The Hill Fund"] == ("funder", "Funder", "https://hill.example.org/")
    assert [host["biography"] for host in v2 if host["name"] == "Bo Carr"] == [BIOGRAPHY]


def test_markdown_tells_biography_and_website(event, client):
    text = unescape(client.get(f"{event.url}markdown/").content.decode())

    assert "## Funder" in text
    assert "Bo has **nursed** for thirty years." in text
    assert "(https://hill.example.org/)" in text


def test_calendar_names_an_organiser_who_invites(event):
    row = EventOccurrence.objects.select_related("calendar_entry").get(page=event.pk)

    assert "ORGANIZER;CN=Town Library" in row.calendar_entry.text.replace('"', "")


def test_partner_who_did_not_agree_is_named_nowhere(event, client):
    event.event_hosts.get(role="funder").host.delete()
    hidden = make_host("Secret Fund", is_listed=False, kind=HostKind.ORGANISATION)
    event.event_hosts.create(host=hidden, role="funder")

    for url in (event.url, f"{event.url}markdown/", f"/api/v2/events/{event.pk}/"):
        assert "Secret Fund" not in client.get(url).content.decode()
