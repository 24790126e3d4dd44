"""Whatever changes a status value is purged where it is shown, once it is committed."""

import json
from datetime import timedelta

import pytest
import time_machine
from django.db import transaction
from wagtail.models import Locale, PageViewRestriction

from tests.acts import ACTS, say_that_it_is_full
from tests.factories import make_event, make_host, make_pack, make_programme, meeting_of, when
from tests.frontend_caches import SETTINGS, purged
from wagtail_lift.actions import (
    cancel_meeting,
    reinstate_meeting,
)
from wagtail_lift.models import EventOccurrence, HostProfile
from wagtail_lift.pages.models import EventIndexPage
from wagtail_lift.projection import (
    has_frontend_cache,
    public_addresses_of_host,
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


DECEMBER = {"/town/calendar/2026/12/"}
CHANGES = {
    "publish": ALL,
    "change of date": ALL | DECEMBER,
    "unpublish": ALL,
    "expiry": ALL - ELSEWHERE,
    "cancel": ALL,
    "postpone": ALL,
    "reinstate": ALL,
    "places": ALL,
    "move in time": ALL | DECEMBER,
    "host hidden": ALL,
    "topic": ALL,
    "pack opens": ALL,
    "pack unpublished": ALL,
    "pack deleted": ALL,
    "restriction": ALL,
    "deletion": EVENT | PACK | {"/town/"},
}


@pytest.mark.parametrize("name", CHANGES)
def test_change_is_purged_wherever_it_shows(name, world, changes):
    found = changes(lambda: ACTS[name](world))

    assert CHANGES[name] - found == set()
    assert found & (OTHER if name != "host hidden" else EVENT_BESIDE) == set()


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
    page = make_programme(home, "Listing", body=[("events", listed)])
    make_programme(home, "Listed once", body=[("events", listed)], live=False)
    make_programme(home, "Naming", contact_page=town)
    return page


def test_page_that_lists_a_programme_in_a_block_is_purged(world, listing, changes):
    found = changes(lambda: cancel_meeting(meeting_of(world), user=None))

    assert {"/listing/", "/town/", f"/api/v2/pages/{listing.pk}/"} - found == set()
    assert {"/naming/", "/listed-once/"} & found == set()


def test_programme_purges_itself_and_those_above(world, changes):
    hall = EventIndexPage.objects.get(slug="hall")

    found = changes(lambda: hall.save_revision().publish())

    assert {"/town/hall/", "/town/hall/ics/", "/town/"} - found == set()
    assert found & EVENT == set()


@pytest.mark.parametrize(
    ("fields", "is_inherited"),
    [
        ({"safeguarding_phone": "0300 1"}, True),
        ({"conduct_url": "https://example.org/code/"}, True),
        ({"default_currency": "EUR"}, False),
    ],
)
def test_what_pages_inherit_from_a_programme_is_purged_on_all_of_them(
    fields, is_inherited, world, changes
):
    town = EventIndexPage.objects.get(slug="town")
    vars(town).update(fields)

    found = changes(lambda: town.save_revision().publish())

    assert (found >= EVENT | PACK | EVENT_BESIDE) == is_inherited


@pytest.fixture
def town(world):
    """The programme, with a safeguarding contact for all that is below it."""
    town = EventIndexPage.objects.get(slug="town")
    town.safeguarding_name = "Ada"
    town.save()
    return town


def test_contact_of_a_programme_that_is_unpublished_is_purged_below_it(town, changes):
    assert changes(lambda: town.unpublish()) >= EVENT | PACK | EVENT_BESIDE


@pytest.fixture
def pointing(world, indexed):
    """Another event, which shows the event as a related one."""
    far = EventIndexPage.objects.get(slug="far")
    blocks = [{"type": "event", "value": world.pk, "id": "a"}]
    return make_event(far, "Pointing", related_events=json.dumps(blocks))


@pytest.mark.parametrize("name", ["cancel", "change of date", "unpublish"])
def test_page_that_points_to_an_event_is_purged_with_it(name, world, pointing, changes):
    assert "/far/pointing/" in changes(lambda: ACTS[name](world))


@pytest.fixture
def ville(world):
    """The programme in another language, without its events."""
    french = Locale.objects.get_or_create(language_code="fr")[0]
    ville = EventIndexPage.objects.get(slug="town").copy_for_translation(french, copy_parents=True)
    ville.title, ville.slug = "Ville", "ville"
    ville.save_revision().publish()
    return EventIndexPage.objects.get(pk=ville.pk)


LEAVING = {
    "published": lambda town: town.save_revision().publish(),
    "unpublished": lambda town: town.unpublish(),
    "restricted": lambda town: PageViewRestriction.objects.create(
        page=town, restriction_type="login"
    ),
    "moved": lambda town: town.move(EventIndexPage.objects.get(slug="far"), "last-child"),
    "deleted": lambda town: town.delete(),
}


@pytest.mark.parametrize("change", LEAVING)
def test_other_language_is_purged_whose_head_names_the_page(ville, changes, change):
    town = EventIndexPage.objects.get(slug="town")

    found = changes(lambda: LEAVING[change](town))

    assert ville.url in found


def test_site_in_one_language_has_no_other_to_purge(ville, settings, changes):
    settings.WAGTAIL_I18N_ENABLED = False
    town = EventIndexPage.objects.get(slug="town")

    found = changes(lambda: town.save_revision().publish())

    assert "/town/" in found
    assert [path for path in found if "ville" in path] == []


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
    say_that_it_is_full(world)

    assert changes(lambda: say_that_it_is_full(world)) == set()


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


@pytest.fixture
def nobody_follows(monkeypatch):
    monkeypatch.setattr("wagtail_lift.extension._followers", [])


def test_caches_are_purged_where_nobody_follows(world, changes, nobody_follows):
    far = EventIndexPage.objects.get(slug="far")

    published = changes(lambda: ACTS["publish"](world))
    moved = changes(lambda: world.move(far, pos="last-child"))

    assert ALL - published == set()
    assert (EVENT | {"/far/talk/", "/far/"}) - moved == set()


def test_followers_are_told_where_there_is_no_cache(world, monkeypatch):
    told = []
    monkeypatch.setattr("wagtail_lift.extension._followers", [told.append])

    world.move(EventIndexPage.objects.get(slug="far"), pos="last-child")

    assert any(world.pk in touched.moved for touched in told)
    assert any(world.pk in touched.pages for touched in told)


def test_public_pages_of_a_host_have_addresses(world):
    ada = HostProfile.objects.get(name="Ada Bell")

    everywhere = public_addresses_of_host(ada.translation_key)
    PageViewRestriction.objects.create(
        page=EventIndexPage.objects.get(slug="far"), restriction_type="login"
    )

    assert f"{ORIGIN}/town/hosts/ada-bell/" in everywhere
    assert {url for url in everywhere if "/far/" in url}
    assert public_addresses_of_host(ada.translation_key) == {
        url for url in everywhere if "/far/" not in url
    }


def test_nothing_is_asked_of_the_database_without_a_cache_or_a_follower(
    world, nobody_follows, django_assert_num_queries
):
    with django_assert_num_queries(0):
        purge_when_committed(world)
        purge_leaving(world)
        purge_host(world)

    assert has_frontend_cache() is False
