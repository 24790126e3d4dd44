"""What the pages tell search engines, read back from their HTML."""

import json
from datetime import timedelta

import pytest
import time_machine
from wagtail.models import PageViewRestriction

from tests.factories import (
    make_event,
    make_host,
    make_image,
    make_pack,
    make_programme,
    meeting_of,
    when,
)
from tests.seo.heads import head_of, make_full_event, told
from tests.testapp.models import Gathering
from wagtail_lift.actions import cancel_meeting, change_meeting
from wagtail_lift.page_types.event import EventPageMixin

pytestmark = pytest.mark.django_db
HOSTILE = '</script><script>alert(1)</script>\u2028 "quoted" <!--'
GUIDE = [("round", {"title": "Talk", "minutes": 5})]
# https://developers.google.com/search/docs/appearance/structured-data/event
REQUIRED = {"name", "startDate", "location"}
RECOMMENDED = {
    "description",
    "endDate",
    "eventAttendanceMode",
    "eventStatus",
    "image",
    "offers",
    "organizer",
    "performer",
    "url",
}


@pytest.fixture(autouse=True)
def at_noon(now):
    with time_machine.travel(now, tick=False):
        yield now


@pytest.fixture
def programme(home):
    return make_programme(home)


def test_event_has_what_search_engines_ask_for(programme, client, at_noon):
    event = make_full_event(programme, at_noon)

    found = told(client, event.url)["Event"]

    assert found.keys() >= REQUIRED | RECOMMENDED
    assert found["startDate"] == "2026-11-30T12:00:00+00:00"
    assert found["location"]["address"]["streetAddress"] == "1 High Street Leeds"
    assert found["image"]["url"].startswith("http://testserver/media/")
    assert found["url"] == "http://testserver/conversations/kindness-at-work/"
    assert found["organizer"] == [
        {
            "@type": "Person",
            "name": "Ada Bell",
            "url": "http://testserver/conversations/hosts/ada-bell/",
        }
    ]
    assert [host["name"] for host in found["performer"]] == ["Ben Cole"]


def test_event_leads_back_up_to_its_programme(programme, client, at_noon):
    event = make_full_event(programme, at_noon)

    found = told(client, event.url)["BreadcrumbList"]["itemListElement"]

    assert [(step["name"], step["item"]) for step in found] == [
        ("Conversations", "http://testserver/conversations/"),
        ("Kindness at work", "http://testserver/conversations/kindness-at-work/"),
    ]


def test_hostile_values_are_told_as_they_are(home, client, at_noon):
    programme = make_programme(home, HOSTILE, slug="hostile")
    event = make_event(
        programme,
        HOSTILE,
        slug="event",
        summary="Safe <b>and</b> sound",
        hosts=[make_host(HOSTILE, slug="host", position=HOSTILE, biography="<p>Hello</p>")],
        venue_name=HOSTILE,
        **when(at_noon + timedelta(days=7)),
    )

    event_told = told(client, event.url)
    host_told = told(client, f"{programme.url}hosts/host/")

    assert event_told["Event"]["name"] == HOSTILE
    assert event_told["Event"]["location"]["name"] == HOSTILE
    assert host_told["Person"]["jobTitle"] == HOSTILE
    assert all(
        "alert" not in (s.string or "") or s.get("type")
        for s in head_of(client, event.url).find_all("script")
    )


def test_online_event_is_at_its_page_and_never_tells_the_join_link(programme, client, at_noon):
    event = make_full_event(
        programme,
        at_noon,
        attendance_mode="online",
        join_url="https://meet.example.org/secret",
        join_link_rule="everyone",
        **when(at_noon),
    )

    text = json.dumps(told(client, event.url))

    assert b"meet.example.org" in client.get(event.url).content
    assert "meet.example.org" not in text
    assert '"VirtualLocation", "url": "http://testserver/conversations/kindness-at-work/"' in text


def test_host_without_consent_is_told_nowhere(programme, client, at_noon):
    event = make_full_event(programme, at_noon)

    for url in (event.url, programme.url):
        assert "Secret" not in json.dumps(told(client, url))


def test_cancelled_and_moved_event_says_so(programme, client, at_noon):
    event = make_full_event(programme, at_noon)
    start = at_noon + timedelta(days=9)
    change_meeting(
        meeting_of(event), starts_at=start, ends_at=start + timedelta(hours=1), user=None
    )
    moved = told(client, event.url)["Event"]
    cancel_meeting(meeting_of(event), user=None)

    cancelled = told(client, event.url)["Event"]

    assert moved["eventStatus"] == "https://schema.org/EventRescheduled"
    assert moved["previousStartDate"] == "2026-11-30T12:00:00+00:00"
    assert cancelled["eventStatus"] == "https://schema.org/EventCancelled"
    assert "offers" not in cancelled


def test_each_of_several_dates_is_told_with_its_own_status_and_address(programme, client, at_noon):
    event = make_full_event(programme, at_noon, recurrence_rule="FREQ=WEEKLY;COUNT=3")
    cancel_meeting(event.lift_event.meetings.get(date_key__startswith="2026-12-07"), user=None)
    base = "http://testserver/conversations/kindness-at-work/"

    found = told(client, event.url)["Event"]
    second = told(client, f"{event.url}?date=2026-12-07")["Event"]

    assert (found["url"], found["startDate"]) == (base, "2026-11-30T12:00:00+00:00")
    assert [(e["url"], e["eventStatus"].rpartition("/")[2]) for e in found["subEvent"]] == [
        (f"{base}?date=2026-11-30", "EventScheduled"),
        (f"{base}?date=2026-12-07", "EventCancelled"),
        (f"{base}?date=2026-12-14", "EventScheduled"),
    ]
    assert all(each.keys() >= REQUIRED for each in found["subEvent"])
    assert (second["url"], second["startDate"]) == (
        f"{base}?date=2026-12-07",
        "2026-12-07T12:00:00+00:00",
    )
    assert "subEvent" not in second


def test_event_whose_date_is_to_come_is_not_told(programme, client):
    event = make_event(programme, start_date=None)

    assert list(told(client, event.url)) == ["BreadcrumbList"]


def test_page_type_of_a_site_is_told_likewise(programme, client, at_noon):
    gathering = Gathering(title="Bread", venue_name="Mill", **when(at_noon + timedelta(days=1)))
    programme.add_child(instance=gathering)

    found = told(client, gathering.url)["Event"]

    assert (found["name"], found["location"]["name"]) == ("Bread", "Mill")
    assert found["organizer"]["name"] == "Conversations"


def test_pack_is_told_once_it_is_open(programme, client, at_noon):
    event = make_full_event(programme, at_noon)
    pack = make_pack(event, guide=GUIDE, introduction="<p>We <b>learnt</b></p>")
    closed = told(client, pack.url)

    with time_machine.travel(at_noon + timedelta(days=8), tick=False):
        opened = told(client, pack.url)["CreativeWork"]
        of_event = told(client, event.url)["Event"]

    assert closed == {}
    assert opened["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert opened["description"] == "We learnt"
    assert (
        opened["hasPart"]["url"]
        == "http://testserver/conversations/kindness-at-work/what-we-learnt/guide/"
    )
    assert opened["isBasedOn"] == opened["recordedAt"]["url"] == of_event["url"]
    assert opened["recordedAt"].keys() >= REQUIRED
    assert of_event["recordedIn"]["url"] == opened["url"]


def test_pack_tells_nothing_of_a_private_event(programme, client, at_noon):
    event = make_full_event(programme, at_noon, **when(at_noon - timedelta(days=7)))
    pack = make_pack(programme, event=event)
    PageViewRestriction.objects.create(page=event, restriction_type="login")

    found = told(client, pack.url)["CreativeWork"]

    assert not {"recordedAt", "isBasedOn", "contributor"} & found.keys()


def test_lists_tell_what_they_show(programme, client, at_noon):
    event = make_full_event(programme, at_noon)
    make_pack(event, opens_early=True)
    private = make_event(programme, "Private", **when(at_noon + timedelta(days=1)))
    PageViewRestriction.objects.create(page=private, restriction_type="login")

    names = {
        below: [
            item["name"]
            for item in told(client, f"{programme.url}{below}")["ItemList"]["itemListElement"]
        ]
        for below in ("", "hosts/ada-bell/", "insights/")
    }

    assert names == {
        "": ["Kindness at work"],
        "hosts/ada-bell/": ["Kindness at work"],
        "insights/": ["What we learnt"],
    }


def test_host_page_tells_who_it_is_and_never_the_private_address(programme, client):
    make_host(
        "Ada Bell",
        honorific="Dr",
        email="ada@private.example.org",
        website="https://ada.example.org",
        biography="<p>Nurse.</p>",
        photo=make_image(),
    )

    found = told(client, f"{programme.url}hosts/ada-bell/")["Person"]

    image = found.pop("image")
    assert (image["width"], image["height"]) == (48, 48)
    assert found == {
        "@type": "Person",
        "name": "Dr Ada Bell",
        "url": "http://testserver/conversations/hosts/ada-bell/",
        "description": "Nurse.",
        "sameAs": "https://ada.example.org",
        "@context": "https://schema.org",
    }


def test_site_extends_what_is_told_and_how_it_is_shared(programme, client, monkeypatch, at_noon):
    event = make_full_event(programme, at_noon)
    ours = EventPageMixin.get_structured_data
    monkeypatch.setattr(
        EventPageMixin,
        "get_structured_data",
        lambda self, request, context: [*ours(self, request, context), {"@type": "FAQPage"}],
    )

    assert set(told(client, event.url)) == {"Event", "BreadcrumbList", "FAQPage"}
