"""Whatever changes a status value is purged where it is shown, once it is committed."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import transaction
from wagtail.models import PageViewRestriction

from tests.factories import make_event, make_host, make_pack, make_programme, meeting_of, when
from tests.frontend_caches import SETTINGS, purged
from wagtail_lift.actions import (
    cancel_meeting,
    change_meeting,
    postpone_meeting,
    reinstate_meeting,
    set_places,
)
from wagtail_lift.enums import BookingPlaces
from wagtail_lift.models import EventOccurrence, Meeting
from wagtail_lift.pages.models import EventIndexPage, EventPage, InsightsPack
from wagtail_lift.projection import (
    has_frontend_cache,
    purge_host,
    purge_leaving,
    purge_when_committed,
    rebuild_occurrences,
)

pytestmark = pytest.mark.django_db
ORIGIN = "http://testserver"
EVENT = {"/town/talk/", "/town/talk/ics/"}
ELSEWHERE = {"/far/", "/far/ics/", "/far/talk-again/"}
PACK = {"/town/talk/learnt/", "/town/talk/learnt/guide/"}
LISTS = {
    "/town/",
    "/town/ics/",
    "/town/insights/",
    "/town/calendar/2026/11/",
    "/town/hosts/ada-bell/",
    "/town/ics/host/ada-bell/",
    "/town/ics/tag/kindness/",
    "/town/hall/",
}
ALL = EVENT | ELSEWHERE | PACK | (LISTS - {"/town/hall/"})
OTHER = {
    "/town/other/",
    "/town/other/ics/",
    "/town/hosts/ben-cole/",
    "/town/ics/tag/patience/",
    "/town/calendar/2027/02/",
    "/town/hall/",
}
"""What no change of the event concerns."""
EVENT_BESIDE = {"/town/other/", "/town/other/ics/"}
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def world(home, now):
    """An event in a programme, shown again elsewhere, with a pack; and another event beside it."""
    with time_machine.travel(now, tick=False):
        town, far = make_programme(home, "Town"), make_programme(home, "Far")
        make_programme(town, "Hall")
        talk = make_event(
            town,
            "Talk",
            hosts=[make_host("Ada Bell")],
            topics=["Kindness"],
            **when(now + timedelta(days=2)),
        )
        other = when(now + timedelta(days=90))
        make_event(town, "Other", hosts=[make_host("Ben Cole")], topics=["Patience"], **other)
        talk.create_alias(parent=far, update_slug="talk-again")
        make_pack(talk, "Learnt")
        yield talk


@pytest.fixture
def changes(settings, django_capture_on_commit_callbacks):
    """Return a function that does something and gives the paths that it purged."""
    settings.WAGTAILFRONTENDCACHE = SETTINGS

    def paths(act):
        purged.clear()
        with django_capture_on_commit_callbacks(execute=True):
            act()
            before_commit = list(purged)
        assert before_commit == []
        assert all(url.startswith(ORIGIN) for url in purged)
        return {url.removeprefix(ORIGIN) for url in purged}

    return paths


def _publish(talk):
    talk.title = "Talk of the town"
    talk.save_revision().publish()


def _change_date(talk):
    for name, value in when(talk.occurrences[0].starts_at + timedelta(days=31)).items():
        setattr(talk, name, value)
    talk.save_revision().publish()


def _move(talk):
    start = talk.occurrences[0].starts_at + timedelta(days=31)
    end = start + timedelta(hours=1)
    change_meeting(meeting_of(talk), starts_at=start, ends_at=end, user=None)


def _say_that_it_is_full(talk):
    Meeting.objects.update(booking_mode="elsewhere")
    set_places(meeting_of(talk), BookingPlaces.FULL, user=None)


def _reinstate(talk):
    cancel_meeting(meeting_of(talk), user=None)
    reinstate_meeting(meeting_of(talk), user=None)


def _expire(talk):
    EventPage.objects.filter(pk=talk.pk).update(expire_at=LONG_AGO)
    call_command("publish_scheduled")


def _hide_host(talk):
    host = talk.event_hosts.get().host
    host.is_listed = False
    host.save()


def _remove_topic(talk):
    talk.topics.clear()
    talk.save()


def _open_pack_early(talk):
    pack = InsightsPack.objects.get()
    pack.opens_early = True
    pack.save_revision().publish()


def _restrict(talk):
    PageViewRestriction.objects.create(page=talk, restriction_type="login")


DECEMBER = {"/town/calendar/2026/12/"}
CHANGES = {
    "publish": (_publish, ALL),
    "change of date": (_change_date, ALL | DECEMBER),
    "unpublish": (lambda talk: talk.unpublish(), ALL),
    "expiry": (_expire, ALL - ELSEWHERE),
    "cancel": (lambda talk: cancel_meeting(meeting_of(talk), user=None), ALL),
    "postpone": (lambda talk: postpone_meeting(meeting_of(talk), user=None), ALL),
    "reinstate": (_reinstate, ALL),
    "places": (_say_that_it_is_full, ALL),
    "move in time": (_move, ALL | DECEMBER),
    "host": (_hide_host, ALL),
    "topic": (_remove_topic, ALL),
    "pack opens": (_open_pack_early, ALL),
    "pack unpublished": (lambda talk: InsightsPack.objects.get().unpublish(), ALL),
    "pack deleted": (lambda talk: InsightsPack.objects.get().delete(), ALL),
    "restriction": (_restrict, ALL),
    "deletion": (
        lambda talk: EventPage.objects.get(pk=talk.pk).delete(),
        EVENT | PACK | {"/town/"},
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_change_is_purged_wherever_it_shows(name, world, changes):
    change, expected = CHANGES[name]

    found = changes(lambda: change(world))

    assert expected - found == set()
    assert found & (OTHER if name != "host" else EVENT_BESIDE) == set()


def test_move_in_the_tree_purges_old_and_new_addresses_and_lists(world, changes):
    far = EventIndexPage.objects.get(slug="far")

    found = changes(lambda: world.move(far, pos="last-child"))

    new = {path.replace("/town/", "/far/") for path in EVENT | PACK}
    assert (EVENT | PACK | new | {"/town/", "/far/", "/town/calendar/2026/11/"}) - found == set()


def test_new_slug_of_a_programme_purges_the_old_addresses_of_all_below(world, changes):
    town = EventIndexPage.objects.get(slug="town")
    town.slug = "city"

    found = changes(lambda: town.save_revision().publish())

    assert (EVENT | PACK | {"/town/", "/town/insights/", "/town/other/"}) - found == set()
    assert {"/city/", "/city/talk/"} - found == set()


@pytest.fixture
def listing(world, home, indexed):
    """Pages that list the programme in a block, did so until unpublished, and only name it."""
    town = EventIndexPage.objects.get(slug="town")
    listed = {"title": "", "programme": town, "what": "upcoming", "count": 3}
    make_programme(home, "Listing", body=[("events", listed)])
    make_programme(home, "Listed once", body=[("events", listed)], live=False)
    make_programme(home, "Naming", contact_page=town)


def test_page_that_lists_a_programme_in_a_block_is_purged(world, listing, changes):
    found = changes(lambda: cancel_meeting(meeting_of(world), user=None))

    assert {"/listing/", "/town/"} - found == set()
    assert {"/naming/", "/listed-once/"} & found == set()


def test_programme_purges_itself_and_those_above(world, changes):
    hall = EventIndexPage.objects.get(slug="hall")

    found = changes(lambda: hall.save_revision().publish())

    assert {"/town/hall/", "/town/hall/ics/", "/town/"} - found == set()
    assert found & EVENT == set()


def test_restriction_of_a_programme_purges_all_below(world, changes):
    town = EventIndexPage.objects.get(slug="town")

    found = changes(lambda: PageViewRestriction.objects.create(page=town, restriction_type="login"))

    assert (ELSEWHERE | EVENT | PACK | LISTS | OTHER) - found == set()


def test_host_is_purged_in_every_programme(world, changes):
    found = changes(lambda: make_host("Cy Dunn"))

    assert {"/town/hosts/cy-dunn/", "/far/hosts/cy-dunn/"} - found == set()


def test_draft_purges_nothing(world, changes):
    world.title = "Not yet"

    assert changes(lambda: world.save_revision()) == set()


def test_word_on_places_that_is_said_again_purges_nothing(world, changes):
    _say_that_it_is_full(world)

    assert changes(lambda: _say_that_it_is_full(world)) == set()


def test_many_changes_are_purged_together_and_once(world, changes, monkeypatch):
    batches = []
    monkeypatch.setattr("tests.frontend_caches.RecordingBackend.purge_batch", _keep(batches))

    def act():
        with transaction.atomic():
            cancel_meeting(meeting_of(world), user=None)
            reinstate_meeting(meeting_of(world), user=None)

    changes(act)

    assert [len(urls) for urls in batches] == [len(set(batches[0]))]


def _keep(batches):
    return lambda self, urls: batches.append(urls)


def test_what_is_rolled_back_is_not_purged(world, changes):
    def act():
        with pytest.raises(RuntimeError):
            _cancel_and_fail(world)

    assert changes(act) == set()


def _cancel_and_fail(world):
    with transaction.atomic():
        cancel_meeting(meeting_of(world), user=None)
        raise RuntimeError


def test_rebuilding_purges_only_what_had_drifted(world, changes):
    in_order = changes(lambda: list(rebuild_occurrences()))
    EventOccurrence.objects.filter(page=world.pk).update(place="Somewhere else")

    drifted = changes(lambda: list(rebuild_occurrences()))

    assert in_order == set()
    assert EVENT - drifted == set()
    assert drifted & EVENT_BESIDE == set()


def test_dates_of_an_event_have_addresses_to_purge(world, now):
    world.recurrence_rule = "FREQ=WEEKLY;COUNT=2"
    with time_machine.travel(now, tick=False):
        world.save()

    assert world.get_cached_paths() == [
        "/",
        "/ics/",
        "/markdown/",
        "/?date=2026-11-25",
        "/?date=2026-12-02",
    ]


def test_nothing_is_asked_of_the_database_without_a_cache_or_a_follower(
    world, settings, monkeypatch, django_assert_num_queries
):
    monkeypatch.setattr("wagtail_lift.extension._followers", [])

    with django_assert_num_queries(0):
        purge_when_committed(world)
        purge_leaving(world)
        purge_host(world)

    assert has_frontend_cache() is False
