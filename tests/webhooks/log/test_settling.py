"""Every cause of a purge gives one entry for each page that readers see otherwise."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import transaction
from wagtail.models import PageViewRestriction

from tests.factories import make_event, make_host, meeting_of, when
from wagtail_lift.actions import (
    cancel_meeting,
    change_meeting,
    postpone_meeting,
    reinstate_meeting,
    set_places,
)
from wagtail_lift.enums import BookingPlaces
from wagtail_lift.models import HostProfile, Meeting
from wagtail_lift.pages.models import EventIndexPage, EventPage, InsightsPack
from wagtail_lift.webhooks.models import Change, Touch

pytestmark = pytest.mark.django_db
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
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


def _publish(talk):
    talk.title = "Talk of the town"
    talk.save_revision().publish()


def _change_date(talk):
    for name, value in when(talk.occurrences[0].starts_at + timedelta(days=31)).items():
        setattr(talk, name, value)
    talk.save_revision().publish()


def _move_in_time(talk):
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


def _rename_host(talk):
    host = talk.event_hosts.get().host
    host.name = "Ada Bellamy"
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


def _new_slug(talk):
    talk.slug = "chat"
    talk.save_revision().publish()


UNPUBLISHED = {"event.removed talk", "event.removed talk-again", PACK}
CHAT = {"event.changed chat", ALIAS, PACK}
CHANGES = {
    "publish": (_publish, ALL),
    "change of date": (_change_date, ALL),
    "slug": (_new_slug, CHAT),
    "unpublish": (lambda talk: talk.unpublish(), UNPUBLISHED),
    "expiry": (_expire, UNPUBLISHED),
    "cancel": (lambda talk: cancel_meeting(meeting_of(talk), user=None), ALL),
    "postpone": (lambda talk: postpone_meeting(meeting_of(talk), user=None), ALL),
    "reinstate": (_reinstate, ALL),
    "places": (_say_that_it_is_full, ALL),
    "move in time": (_move_in_time, ALL),
    "host hidden": (_hide_host, {*ALL, "host.removed ada-bell"}),
    "host renamed": (_rename_host, {*ALL, "host.changed ada-bell"}),
    "new host": (lambda talk: make_host("Cy Dunn"), {"host.changed cy-dunn"}),
    "host deleted": (
        lambda talk: HostProfile.objects.get(slug="ben-cole").delete(),
        {"host.removed ben-cole", OTHER},
    ),
    "topic": (_remove_topic, ALL),
    "pack opens": (_open_pack_early, ALL),
    "pack unpublished": (
        lambda talk: InsightsPack.objects.get().unpublish(),
        {EVENT, ALIAS, "pack.removed learnt"},
    ),
    "pack deleted": (
        lambda talk: InsightsPack.objects.get().delete(),
        {EVENT, ALIAS, "pack.removed learnt"},
    ),
    "restriction": (_restrict, GONE),
    "deletion": (lambda talk: EventPage.objects.get(pk=talk.pk).delete(), GONE),
    "programme": (
        lambda talk: EventIndexPage.objects.get(slug="far").save_revision().publish(),
        {"programme.changed far"},
    ),
    "draft": (lambda talk: talk.save_revision(), set()),
}


@pytest.mark.parametrize("name", CHANGES)
def test_change_gives_one_entry_for_each_page(name, world, committed):
    change, expected = CHANGES[name]

    found = committed(lambda: change(world))

    assert told(found) == expected
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
    committed(lambda: _publish(world))

    found = committed(lambda: _restrict(world))

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
    (talk, *_others) = committed(lambda: _publish(world))

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
                    "hosts/ada-bell/",
                    "ics/",
                    "ics/host/ada-bell/",
                    "ics/tag/kindness/",
                    "insights/",
                    "talk/",
                    "talk/ics/",
                    "talk/learnt/",
                    "talk/learnt/guide/",
                ]
            )
        ],
    }
