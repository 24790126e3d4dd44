"""How long each page may be kept: nothing it shows changes before."""

from datetime import timedelta

import pytest
import time_machine
from django.template.response import TemplateResponse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from tests.factories import make_event, make_host, make_pack, make_programme, meeting_of, when
from tests.testapp.models import Gathering
from wagtail_lift.actions import cancel_meeting
from wagtail_lift.models import EventOccurrence, EventPage, HostProfile
from wagtail_lift.page_types.cache_times import next_change_of_lists, next_scheduled_change

pytestmark = pytest.mark.django_db
SOON = timedelta(seconds=100)
PRIVATE = "private, no-store"
ELSEWHERE = {"booking_mode": "elsewhere", "booking_url": "https://tickets.example.org/1"}
ONLINE = {
    "attendance_mode": "online",
    "join_url": "https://meet.example.org/secret",
    "join_link_rule": "everyone",
    "join_link_minutes": 15,
}
GUIDE = [("round", {"title": "Talk", "minutes": 5})]


@pytest.fixture
def at_noon(now):
    with time_machine.travel(now, tick=False):
        yield now


@pytest.fixture
def programme(home, at_noon):
    return make_programme(home)


def cache_control(client, url):
    response = client.get(url)
    assert response.status_code == 200
    assert "Cookie" in response["Vary"]
    return response["Cache-Control"]


def window(instant, name):
    return {f"booking_{name}_date": instant.date(), f"booking_{name}_time": instant.time()}


def dates_around(now):
    """Return the fields of an event that changes in a hundred seconds, for each kind of change."""
    later = when(now + timedelta(days=7))
    return {
        "begins": when(now + SOON),
        "ends": when(now + SOON - timedelta(hours=2)),
        "booking opens": {**later, **ELSEWHERE, **window(now + SOON, "opens")},
        "booking closes": {**later, **ELSEWHERE, **window(now + SOON, "closes")},
        "join link appears": {**when(now + SOON + timedelta(minutes=15)), **ONLINE},
        "is unpublished": {**later, "expire_at": now + SOON},
    }


@pytest.mark.parametrize("change", dates_around(timezone.now()))
def test_event_is_kept_until_what_it_shows_changes(change, programme, client, at_noon):
    event = make_event(programme, **dates_around(at_noon)[change])

    assert cache_control(client, event.url) == "public, max-age=100"


def test_event_that_rests_is_kept_as_long_as_the_site_says(programme, client, at_noon):
    event = make_event(programme, **when(at_noon + timedelta(days=7)))

    assert cache_control(client, event.url) == "public, max-age=300"


def test_window_of_a_cancelled_date_changes_nothing(programme, client, at_noon):
    fields = dates_around(at_noon)["booking opens"]
    event = make_event(programme, **fields)
    cancel_meeting(meeting_of(event), user=None)

    assert cache_control(client, event.url) == "public, max-age=300"


def test_event_with_a_scheduled_draft_is_kept_until_it_goes_live(programme, client, at_noon):
    event = make_event(programme, **when(at_noon + timedelta(days=7)))
    event.save_revision().publish()
    event.refresh_from_db()
    event.go_live_at = at_noon + SOON
    event.save_revision().publish()

    assert cache_control(client, event.url) == "public, max-age=100"
    assert cache_control(client, programme.url) == "public, max-age=100"


def expire_event(event, at):
    EventPage.objects.get(pk=event.pk).save_revision()
    event.expire_at = at
    event.save_revision().publish()


def expire_pack(event, at):
    earlier = make_event(event.get_parent().specific, "Earlier", **when(at - timedelta(days=3)))
    make_pack(earlier, expire_at=at)


def expire_host(event, at):
    make_host("Leaving", expire_at=at)


def plan_draft(event, at):
    EventPage.objects.get(pk=event.pk).save_revision().publish()
    draft = EventPage.objects.get(pk=event.pk)
    draft.go_live_at = at
    draft.save_revision().publish()


def plan_draft_of_a_host(event, at):
    make_host("Ada Bell").save_revision().publish()
    draft = HostProfile.objects.get(name="Ada Bell")
    draft.go_live_at = at
    draft.save_revision().publish()


SCHEDULED = (expire_event, expire_pack, expire_host, plan_draft, plan_draft_of_a_host)
BELOW = (
    "",
    "?page=2",
    "?each=date",
    "calendar/",
    "ics/",
    "ics/tag/care/",
    "feed/",
    "feed/json/",
    "insights/",
)


@pytest.mark.parametrize("below", [*BELOW, "bread/", "bread/ics/"])
@pytest.mark.parametrize("schedule", SCHEDULED, ids=lambda schedule: schedule.__name__)
def test_answer_is_kept_until_what_was_scheduled_happens(
    schedule, below, programme, client, at_noon, settings
):
    settings.WAGTAIL_LIFT_PAGE_SIZE = 1
    event = make_event(programme, "Bread", topics=["Care"], **when(at_noon + timedelta(days=7)))
    make_event(programme, "Later", **when(at_noon + timedelta(days=8)))
    before = cache_control(client, f"{programme.url}{below}")

    schedule(event, at_noon + SOON)

    assert before == "public, max-age=300"
    assert cache_control(client, f"{programme.url}{below}") == "public, max-age=100"


def test_calendars_ask_once_for_what_is_scheduled(programme, client, at_noon):
    event = make_event(programme, "Bread", **when(at_noon + timedelta(days=7)))
    expire_event(event, at_noon + SOON)
    other = make_event(programme, "Wine", **when(at_noon + timedelta(days=7)))
    plan_draft(other, at_noon + SOON / 2)

    assert next_scheduled_change(at_noon) == at_noon + SOON / 2


def test_programme_that_is_unpublished_is_kept_no_longer(programme, client, at_noon):
    inner = make_programme(programme, "Inner", expire_at=at_noon + SOON)

    for url in (programme.url, inner.url, f"{inner.url}ics/"):
        assert cache_control(client, url) == "public, max-age=100"


def test_event_is_kept_until_the_pack_that_inspired_it_opens(programme, client, at_noon):
    earlier = make_event(programme, "Earlier", **when(at_noon + SOON - timedelta(hours=2)))
    event = make_event(
        programme, inspired_by=make_pack(earlier), **when(at_noon + timedelta(days=7))
    )

    assert cache_control(client, event.url) == "public, max-age=100"


def test_page_type_without_routes_is_kept_likewise(programme, client, at_noon):
    gathering = Gathering(title="Bread", **when(at_noon + SOON))
    programme.add_child(instance=gathering)

    assert cache_control(client, gathering.url) == "public, max-age=100"


def test_closed_pack_is_kept_until_it_opens(programme, client, at_noon):
    event = make_event(programme, **when(at_noon + SOON - timedelta(hours=2)))
    pack = make_pack(event, guide=GUIDE)
    before = cache_control(client, pack.url)

    with time_machine.travel(at_noon + SOON, tick=False):
        after = [cache_control(client, f"{pack.url}{below}") for below in ("", "guide/")]

    assert (before, after) == ("public, max-age=100", ["public, max-age=300"] * 2)


@pytest.mark.parametrize("below", ["", "?when=past", "hosts/ada-bell/", "insights/"])
def test_list_is_kept_until_a_row_enters_or_leaves_it(below, programme, client, at_noon):
    host = make_host("Ada Bell")
    make_event(programme, hosts=[host], **when(at_noon + timedelta(days=7)))
    resting = cache_control(client, f"{programme.url}{below}")
    make_event(programme, "Ends", **when(at_noon + SOON - timedelta(hours=2)))

    assert resting == "public, max-age=300"
    assert cache_control(client, f"{programme.url}{below}") == "public, max-age=100"


def test_list_is_kept_until_booking_of_an_event_it_shows_opens(programme, client, at_noon):
    make_event(programme, **dates_around(at_noon)["booking opens"])

    assert cache_control(client, programme.url) == "public, max-age=100"


def test_reader_with_a_session_gets_what_nobody_keeps(programme, client, visitor, at_noon):
    event = make_event(programme)
    pack = make_pack(event, opens_early=True, guide=GUIDE)
    client.force_login(visitor)

    urls = [event.url, programme.url, f"{programme.url}insights/", f"{pack.url}guide/"]

    assert {cache_control(client, url) for url in urls} == {PRIVATE}


def test_restricted_page_is_never_kept(programme, client, visitor):
    event = make_event(programme)
    restriction = PageViewRestriction.objects.create(page=event, restriction_type="login")
    redirected = client.get(event.url)
    restriction.restriction_type, restriction.password = "password", "open"
    restriction.save()
    asked = client.get(event.url)

    for response in (redirected, asked):
        assert "private" in response["Cache-Control"]
        assert "public" not in response["Cache-Control"]


def test_preview_is_never_kept(programme):
    for page in (make_event(programme), programme.add_child(instance=Gathering(title="Bread"))):
        response = page.make_preview_request(preview_mode=page.default_preview_mode)

        assert "no-store" in response["Cache-Control"]


def test_answer_that_decides_for_itself_is_left_alone(programme, rf, at_noon):
    response = TemplateResponse(rf.get("/"), "unused.html", {})
    response["Cache-Control"] = "no-cache"

    programme.with_cache_headers(response, rf.get("/"), at_noon)

    assert response["Cache-Control"] == "no-cache"


def test_lists_ask_once_for_what_comes_next(programme, at_noon, django_assert_num_queries):
    make_event(programme, **when(at_noon + SOON))
    assert EventOccurrence.objects.count() == 1

    with django_assert_num_queries(1):
        assert next_change_of_lists(at_noon) == at_noon + SOON
