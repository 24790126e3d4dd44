"""A venue that is edited, unpublished or deleted: what becomes of its events."""

from datetime import timedelta

import pytest
import time_machine

from tests import frontend_caches
from tests.conftest import searches_at_once
from tests.factories import make_event, make_programme, make_venue, meeting_of, when
from wagtail_lift.models import EventOccurrence, Meeting, Venue
from wagtail_lift.pages.models import EventPage
from wagtail_lift.projection import repair_events

pytestmark = pytest.mark.django_db
BASE = "http://testserver/conversations/kindness-at-work/"


@pytest.fixture(autouse=True)
def at_noon(now):
    with time_machine.travel(now, tick=False):
        yield now


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def venue():
    return make_venue(address="1 High Street", latitude=53.7974, longitude=-1.5438)


@pytest.fixture
def event(home, venue, at_noon, committed):
    with committed():
        return make_event(make_programme(home), venue=venue, **when(at_noon + timedelta(days=7)))


def change(venue, **values):
    """Edit a venue as its form does: a draft that is published."""
    draft = venue.get_latest_revision_as_object() if venue.latest_revision else venue
    for name, value in values.items():
        setattr(draft, name, value)
    draft.save_revision().publish()
    venue.refresh_from_db()


def test_date_to_come_is_where_the_venue_now_is(event, venue, client):
    before = meeting_of(event)

    change(venue, address="2 Low Street", latitude=53.8, longitude=-1.6)

    meeting = meeting_of(event)
    assert (meeting.venue_address, meeting.latitude) == ("2 Low Street", 53.8)
    assert meeting.sequence == before.sequence + 1
    text = client.get(f"{event.url}ics/").getvalue().decode()
    assert "LOCATION:The Kettle\\, 2 Low Street\r\nGEO" not in text
    assert "2 Low Street" in text
    assert "GEO:53.800000;-1.600000" in text
    assert "2 Low Street" in client.get(event.url).content.decode()


def test_date_that_has_taken_place_stays_where_it_was(home, venue, client, at_noon):
    event = make_event(make_programme(home), venue=venue, **when(at_noon - timedelta(days=7)))

    change(venue, name="The New Kettle", address="2 Low Street", latitude=1.0, longitude=2.0)

    row = EventOccurrence.objects.get(page=event.pk)
    assert (row.place, row.location.venue_address) == ("The Kettle", "1 High Street")
    assert (row.location.latitude, row.location.longitude) == (53.7974, -1.5438)
    page = client.get(event.url).content.decode()
    assert "1 High Street" in page
    assert "The New Kettle" not in page


def test_running_date_keeps_its_place_and_later_dates_move(home, venue, at_noon):
    begun = when(at_noon - timedelta(hours=1))
    event = make_event(
        make_programme(home), venue=venue, recurrence_rule="FREQ=WEEKLY;COUNT=3", **begun
    )

    change(venue, address="2 Low Street")

    addresses = Meeting.objects.filter(event=event.lift_event).order_by("starts_at")
    assert list(addresses.values_list("venue_address", flat=True)) == [
        "1 High Street",
        "2 Low Street",
        "2 Low Street",
    ]


def test_draft_of_a_venue_changes_no_event(event, venue, client):
    venue.name = "Secret Hall"
    venue.save_revision()

    assert "Secret Hall" not in client.get(event.url).content.decode()
    assert meeting_of(event).venue_name == "The Kettle"


def test_unpublished_venue_is_shown_no_longer(event, venue, client):
    venue.unpublish()

    assert "The Kettle" not in client.get(event.url).content.decode()
    assert meeting_of(event).venue_name == ""
    assert client.get(f"/api/v2/events/{event.pk}/").json()["venue"] is None


def test_pages_are_purged_when_how_to_get_there_changes(event, venue, settings, committed):
    settings.WAGTAILFRONTENDCACHE = frontend_caches.SETTINGS
    frontend_caches.purged.clear()

    with committed():
        change(venue, travel="<p>Bus 14.</p>")

    assert BASE in frontend_caches.purged
    assert "http://testserver/conversations/" in frontend_caches.purged


def test_followers_are_told_of_the_events_of_a_venue(event, venue, committed):
    from wagtail_lift.webhooks.models import Change

    before = Change.objects.count()
    with committed():
        change(venue, travel="<p>Bus 14.</p>")

    told = Change.objects.order_by("number")[before:]
    assert f"page:{event.pk}" in {entry.subject for entry in told}


@pytest.mark.parametrize("scheduled", ["expire_at", "go_live_at"])
def test_page_is_kept_no_longer_than_until_its_venue_changes(
    event, venue, client, at_noon, scheduled
):
    setattr(venue, scheduled, at_noon + timedelta(seconds=20))
    revision = venue.save_revision(clean=False)
    if scheduled == "expire_at":
        revision.publish()
    else:
        type(revision).objects.update(approved_go_live_at=venue.go_live_at)

    control = client.get(event.url)["Cache-Control"]

    assert "max-age=20" in control


def test_deleted_venue_leaves_its_words_and_past_dates_alone(event, venue, client):
    venue.delete()

    event = EventPage.objects.get(pk=event.pk)
    assert (event.venue, event.venue_name, event.venue_address) == (
        None,
        "The Kettle",
        "1 High Street",
    )
    assert event.map_url.startswith("https://www.openstreetmap.org/")
    meeting = meeting_of(event)
    assert (meeting.venue_name, meeting.latitude) == ("The Kettle", None)
    assert "The Kettle" in client.get(event.url).content.decode()


def test_deleted_venue_overwrites_nothing_that_is_typed(event, venue):
    EventPage.objects.filter(pk=event.pk).update(venue_name="Upstairs")

    Venue.objects.filter(pk=venue.pk).delete()

    assert EventPage.objects.get(pk=event.pk).venue_name == "Upstairs"
    assert meeting_of(event).venue_name == "Upstairs"


def test_deleted_draft_venue_leaves_nothing(home, at_noon):
    draft = make_venue("Secret Hall", live=False)
    event = make_event(make_programme(home), venue=draft, **when(at_noon + timedelta(days=7)))

    draft.delete()

    assert EventPage.objects.get(pk=event.pk).venue_name == ""


def test_draft_from_before_the_deletion_keeps_the_place(event, venue):
    event.summary = "Soon to be published."
    event.save_revision()
    venue.delete()

    event = EventPage.objects.get(pk=event.pk)
    event.get_latest_revision().publish()

    event = EventPage.objects.get(pk=event.pk)
    assert (event.summary, event.venue_name) == ("Soon to be published.", "The Kettle")
    assert meeting_of(event).venue_name == "The Kettle"


def test_missed_change_of_a_venue_is_found_and_repaired(event, venue, at_noon):
    Venue.objects.filter(pk=venue.pk).update(address="2 Low Street", last_published_at=at_noon)

    repaired = list(repair_events(at_noon))

    assert [found.event_id for found in repaired] == [event.lift_event.pk]
    assert meeting_of(event).venue_address == "2 Low Street"


@searches_at_once
@pytest.mark.usefixtures("indexed")
def test_event_is_found_by_the_name_and_address_of_its_venue(event, venue, committed):
    with committed():
        change(venue, name="Lantern House", address="5 Market Street")

    assert [page.pk for page in EventPage.objects.search("Lantern")] == [event.pk]
    assert [page.pk for page in EventPage.objects.search("Market Street")] == [event.pk]
    assert list(EventPage.objects.search("Kettle")) == []
