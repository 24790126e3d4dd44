"""Every cause of a purge gives one entry for each page that readers see otherwise."""

import pytest
from django.db import transaction
from wagtail.models import Locale, PageViewRestriction

from tests.acts import ACTS, publish, restrict
from tests.factories import make_event, meeting_of
from wagtail_lift.actions import (
    cancel_meeting,
    reinstate_meeting,
)
from wagtail_lift.pages.models import EventIndexPage
from wagtail_lift.webhooks.models import Change, Touch

pytestmark = pytest.mark.django_db
EVENT, ALIAS, PACK = "event.changed talk", "event.changed talk-again", "pack.changed learnt"
OTHER = "event.changed other"
ALL = {EVENT, ALIAS, PACK}
GONE = {"event.removed talk", "event.removed talk-again", "pack.removed learnt"}


def told(changes):
    """Return type and slug of entries, asserting that none is said twice."""
    words = [f"{change.type} {_slug(change)}" for change in changes]
    assert len(words) == len(set(words))
    return set(words)


def _slug(change):
    return change.identity["slug"]


UNPUBLISHED = {"event.removed talk", "event.removed talk-again", PACK}
CHAT = {"event.changed chat", ALIAS, PACK}
CHANGES = {
    "publish": ALL,
    "change of date": ALL,
    "slug": CHAT,
    "unpublish": UNPUBLISHED,
    "expiry": UNPUBLISHED,
    "cancel": ALL,
    "postpone": ALL,
    "reinstate": ALL,
    "places": ALL,
    "move in time": ALL,
    "host hidden": {*ALL, "host.removed ada-bell"},
    "host renamed": {*ALL, "host.changed ada-bell"},
    "new host": {"host.changed cy-dunn"},
    "host deleted": {"host.removed ben-cole", OTHER},
    "topic": ALL,
    "pack opens": ALL,
    "pack unpublished": {EVENT, ALIAS, "pack.removed learnt"},
    "pack deleted": {EVENT, ALIAS, "pack.removed learnt"},
    "restriction": GONE,
    "deletion": GONE,
    "programme": {"programme.changed far"},
    "draft": set(),
}


@pytest.mark.parametrize("name", ACTS)
def test_change_gives_one_entry_for_each_page(name, world, committed):
    found = committed(lambda: ACTS[name](world))

    assert told(found) == CHANGES[name]
    assert Touch.objects.count() == 0


def test_move_tells_of_all_below_and_of_old_and_new_addresses(world, committed):
    far = EventIndexPage.objects.get(slug="far")

    found = committed(lambda: world.move(far, pos="last-child"))

    assert told(found) == {*ALL, "programme.changed town"}
    (talk,) = [change for change in found if _slug(change) == "talk"]
    rebuilt = {address.removeprefix("http://testserver") for address in talk.rebuild}
    assert {"/town/talk/", "/far/talk/", "/town/", "/far/", "/far/calendar/2026/11/"} <= rebuilt
    assert {"/town/talk/learnt/", "/far/talk/learnt/"} <= rebuilt


def test_new_slug_of_a_programme_tells_of_all_below(world, committed):
    town = EventIndexPage.objects.get(slug="town")
    town.slug = "city"

    found = committed(lambda: town.save_revision().publish())

    assert told(found) == {EVENT, PACK, OTHER, "programme.changed city"}


def in_french(page, slug):
    """Publish a page in French."""
    french = Locale.objects.get_or_create(language_code="fr")[0]
    copy = page.copy_for_translation(french, copy_parents=True)
    copy.slug = slug
    copy.save_revision().publish()


@pytest.mark.parametrize("change", ["slug", "move", "unpublish"])
def test_other_language_is_told_when_an_address_that_its_head_names_changes(
    world, home, committed, change
):
    town, far = (EventIndexPage.objects.get(slug=slug) for slug in ("town", "far"))
    committed(lambda: (in_french(town, "ville"), in_french(world, "causerie")))
    town.slug = "city"
    acts = {
        "slug": lambda: town.save_revision().publish(),
        "move": lambda: EventIndexPage.objects.get(slug="town").move(far, pos="last-child"),
        "unpublish": town.unpublish,
    }

    found = told(committed(acts[change]))

    below = set() if change == "unpublish" else {"event.changed causerie"}
    assert ({"programme.changed ville"} | below) - found == set()


def test_new_title_of_a_programme_tells_of_the_pages_that_show_it(world, committed):
    town = EventIndexPage.objects.get(slug="town")
    town.title = "City"

    found = committed(lambda: town.save_revision().publish())

    assert told(found) == {"programme.changed town", EVENT, OTHER}


def test_many_changes_of_one_transaction_are_told_once(world, committed):
    def act():
        with transaction.atomic():
            cancel_meeting(meeting_of(world), user=None)
            reinstate_meeting(meeting_of(world), user=None)

    assert told(committed(act)) == ALL


def test_what_is_rolled_back_is_not_told(world, committed):
    def act():
        with pytest.raises(RuntimeError):
            _cancel_and_fail(world)

    assert committed(act) == []
    assert Touch.objects.count() == 0


def _cancel_and_fail(world):
    with transaction.atomic():
        cancel_meeting(meeting_of(world), user=None)
        raise RuntimeError


def test_restricted_page_leaves_nothing_but_a_removal(world, committed):
    committed(lambda: publish(world))

    found = committed(lambda: restrict(world))

    of_talk = Change.objects.filter(subject=f"page:{world.pk}")
    assert [c.type for c in of_talk.filter(is_withheld=False)] == ["event.removed"]
    assert of_talk.filter(is_withheld=True).count() == 2
    assert told(found) == GONE


def test_page_that_was_never_public_is_not_told_of(world, committed):
    hidden = EventIndexPage.objects.get(slug="far")
    committed(lambda: PageViewRestriction.objects.create(page=hidden, restriction_type="login"))

    def act():
        draft = make_event(EventIndexPage.objects.get(slug="town"), "Draft", live=False)
        below = make_event(hidden, "Below")
        draft.delete()
        below.delete()

    assert told(committed(act)) == set()


def test_entry_names_every_public_address_that_shows_the_event(world, committed):
    (talk, *_others) = committed(lambda: publish(world))

    assert talk.values() == {
        "cursor": str(talk.number),
        "type": "event.changed",
        "timestamp": "2026-11-23T12:00:00Z",
        "removed": False,
        "subject": {
            "kind": "event",
            "id": world.pk,
            "type": "wagtail_lift_pages.EventPage",
            "translation_key": str(world.translation_key),
            "locale": "en",
            "slug": "talk",
            "url": "http://testserver/town/talk/",
        },
        "date": None,
        "addresses": [
            f"http://testserver/town/{below}"
            for below in sorted(
                [
                    "",
                    "calendar/",
                    "calendar/2026/11/",
                    "feed/",
                    "feed/json/",
                    "hosts/ada-bell/",
                    "ics/",
                    "ics/host/ada-bell/",
                    "ics/tag/kindness/",
                    "insights/",
                    "talk/",
                    "talk/ics/",
                    "talk/learnt/",
                    "talk/learnt/cards/",
                    "talk/learnt/cards/pdf/",
                    "talk/learnt/pdf/",
                    "talk/learnt/guide/",
                    "talk/learnt/guide/markdown/",
                    "talk/learnt/markdown/",
                    "talk/markdown/",
                ]
            )
        ],
    }
