"""The API says how long everybody may keep what it shows, and tells cheaply that it is the same."""

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings as suite_settings
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from tests.factories import make_event, make_host, make_pack, make_programme, meeting_of, when
from tests.frontend_caches import SETTINGS, purged
from wagtail_lift.actions import cancel_meeting
from wagtail_lift.pages.models import EventPage
from wagtail_lift.webhooks.log import settle_all, touch_what_was_missed

pytestmark = pytest.mark.django_db
ADDRESSES = {
    "v2 event": "/api/v2/events/{event}/",
    "v2 events": "/api/v2/events/?fields=*",
    "v2 page": "/api/v2/pages/{event}/",
    "v2 pack": "/api/v2/insights/{pack}/",
    "v2 packs": "/api/v2/insights/",
    "v2 host": "/api/v2/hosts/{host}/",
    "v2 hosts": "/api/v2/hosts/",
}
if suite_settings.HAS_API_V3:
    ADDRESSES |= {
        "v3 event": "/api/v3/pages/{event}/",
        "v3 pack": "/api/v3/pages/{pack}/",
        "v3 events": "/api/v3/pages/?type=wagtail_lift_pages.EventPage",
    }
OF_EVENTS = [name for name in ADDRESSES if "event" in name or "page" in name]


@pytest.fixture
def world(home, now):
    with time_machine.travel(now, tick=False):
        host = make_host()
        programme = make_programme(home)
        event = make_event(programme, "Talk", hosts=[host], **when(now + timedelta(days=2)))
        pack = make_pack(event, "Learnt", opens_early=True)
        touch_what_was_missed()
        settle_all(now)
        yield {"event": event.pk, "pack": pack.pk, "host": host.pk, "page": event}


@pytest.fixture(params=ADDRESSES)
def address(request, world):
    return ADDRESSES[request.param].format(**world)


def test_public_answer_may_be_shared(address, client):
    response = client.get(address)

    assert response.status_code == 200
    assert response["Cache-Control"] == "public, max-age=300"
    assert {"Cookie", "Authorization", "Accept"} <= set(response["Vary"].split(", "))
    assert response["ETag"].startswith('"')


def test_same_answer_is_a_304_without_building_it(address, client, django_assert_max_num_queries):
    known = client.get(address)["ETag"]

    with django_assert_max_num_queries(3):
        response = client.get(address, headers={"if-none-match": known})

    assert (response.status_code, response.content) == (304, b"")
    assert response["Cache-Control"] == "public, max-age=300"
    assert response["ETag"] == known


def test_change_is_seen_at_once(address, client, world, django_capture_on_commit_callbacks):
    known = client.get(address)["ETag"]
    with django_capture_on_commit_callbacks(execute=True):
        world["page"].title = "Another talk"
        world["page"].save_revision().publish()

    response = client.get(address, headers={"if-none-match": known})

    assert response.status_code == 200
    assert response["ETag"] != known


@pytest.mark.parametrize("name", OF_EVENTS)
def test_change_that_is_not_in_the_log_yet_is_seen(name, client, world):
    address = ADDRESSES[name].format(**world)
    known = client.get(address)["ETag"]
    world["page"].title = "Another talk"
    world["page"].save_revision().publish()  # nothing is committed in this test

    response = client.get(address, headers={"if-none-match": known})

    assert "Another talk" in response.content.decode()
    assert response["ETag"] != known


@pytest.mark.parametrize("name", OF_EVENTS)
def test_answer_ends_when_the_clock_changes_it(name, client, world, now):
    address = ADDRESSES[name].format(**world)
    with time_machine.travel(now + timedelta(days=2, seconds=-100), tick=False) as clock:
        before = client.get(address)
        clock.shift(timedelta(seconds=101))
        after = client.get(address, headers={"if-none-match": before["ETag"]})

    assert before["Cache-Control"] == "public, max-age=100"
    assert after.status_code == 200
    assert after["ETag"] != before["ETag"]


def test_answer_ends_when_booking_opens(client, world, now):
    meeting = meeting_of(world["page"])
    opens = {"booking_mode": "elsewhere", "booking_opens_at": now + timedelta(seconds=90)}
    meeting.occurrences.update(**opens)

    response = client.get(ADDRESSES["v2 event"].format(**world))

    assert response["Cache-Control"] == "public, max-age=90"


def test_answer_to_a_member_is_private(address, client, visitor):
    to_all = client.get(address)["ETag"]
    client.force_login(visitor)

    response = client.get(address, headers={"if-none-match": to_all})

    assert response["Cache-Control"] == "private, no-store"
    assert (response.status_code, response.get("ETag") == to_all) == (200, False)


def test_answer_to_a_token_is_private(address, client):
    response = client.get(address, headers={"authorization": "Bearer nonsense"})

    assert "public" not in response.get("Cache-Control", "")


def test_restricted_page_is_found_by_nobody_who_knew_it(
    client, world, django_capture_on_commit_callbacks
):
    address = ADDRESSES["v2 event"].format(**world)
    known = client.get(address)["ETag"]
    with django_capture_on_commit_callbacks(execute=True):
        PageViewRestriction.objects.create(page=world["page"], restriction_type="login")

    response = client.get(address, headers={"if-none-match": known})

    assert response.status_code == 404
    assert response["Cache-Control"] == "private, no-store"


def test_languages_do_not_share_an_answer(address, client):
    english = client.get(address, headers={"accept-language": "en"})
    french = client.get(address, headers={"accept-language": "fr"})

    assert english["ETag"] != french["ETag"]


def test_refusal_is_not_kept(client, world):
    response = client.get("/api/v2/events/?nonsense=1")

    assert response.status_code == 400
    assert response["Cache-Control"] == "private, no-store"


def test_pages_of_other_types_are_left_alone(client, home):
    response = client.get(f"/api/v2/pages/{home.pk}/")

    assert "Cache-Control" not in response


def test_without_a_log_the_body_is_compared(address, client, monkeypatch):
    monkeypatch.setattr("wagtail_lift.extension._states", [])
    first = Client().get(address)

    again = client.get(address, headers={"if-none-match": first["ETag"]})

    assert again.status_code == 304


def test_addresses_of_the_api_are_purged(world, settings, django_capture_on_commit_callbacks):
    settings.WAGTAILFRONTENDCACHE = SETTINGS
    purged.clear()
    with django_capture_on_commit_callbacks(execute=True):
        cancel_meeting(meeting_of(world["page"]), user=None)

    expected = {
        f"http://testserver{address.format(**world)}"
        for name, address in ADDRESSES.items()
        if "?" not in address and name not in ("v2 host",)
    }
    assert expected - set(purged) == set()


def test_page_that_moves_while_it_is_read_is_read_again(world, client, monkeypatch):
    url = ADDRESSES["v2 event"].format(**world)
    expected = client.get(url)
    get_parent, asked = EventPage.get_parent, []

    def of_a_page_that_moves(page, *args, **kwargs):
        asked.append(page)
        if len(asked) == 1:
            raise Page.DoesNotExist
        return get_parent(page, *args, **kwargs)

    monkeypatch.setattr(EventPage, "get_parent", of_a_page_that_moves)
    answer = client.get(url)

    assert asked
    assert (answer.status_code, answer.json()) == (200, expected.json())
