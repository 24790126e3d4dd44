"""Packs whose event page is deleted stay open, and keep what they are about."""

from datetime import UTC, datetime

import pytest
import time_machine
from wagtail.models import Locale, Page

from tests.factories import make_event, make_pack, make_programme, meeting_of
from wagtail_lift import extension
from wagtail_lift.models import Event, EventPage, InsightsPack, Meeting, PackOpening

AFTER = datetime(2027, 6, 2, 12, tzinfo=UTC)


@pytest.fixture
def clock():
    with time_machine.travel(datetime(2027, 5, 1, tzinfo=UTC), tick=False) as traveller:
        yield traveller


@pytest.fixture
def event(home, clock):
    return make_event(make_programme(home))


@pytest.fixture
def library(home):
    return make_programme(home, "Library")


def stored(pack):
    return InsightsPack.objects.get(pk=pack.pk)


@pytest.mark.parametrize("way", ["page", "above", "query set"])
@pytest.mark.parametrize("is_about_a_date", [False, True])
def test_pack_stays_open_and_its_date_stays(event, library, clock, is_about_a_date, way):
    meeting = meeting_of(event)
    pack = make_pack(library, event=event, meeting=meeting if is_about_a_date else None)
    clock.move_to(AFTER)

    if way == "page":
        EventPage.objects.get(pk=event.pk).delete()
    elif way == "above":
        Page.objects.get(pk=event.get_parent().pk).delete()
    else:
        Page.objects.filter(pk=event.pk).delete()

    found = stored(pack)
    assert (found.event, found.meeting, found.is_open) == (None, meeting, True)
    assert Event.objects.get(meetings=meeting).source is None
    assert Page.find_problems() == ([], [], [], [], [])


def test_pack_that_leaves_with_its_event_leaves_nothing(event, clock):
    make_pack(event)
    clock.move_to(AFTER)

    EventPage.objects.get(pk=event.pk).delete()

    assert not PackOpening.objects.exists()
    assert not Meeting.objects.exists()
    assert Page.find_problems() == ([], [], [], [], [])


def test_pack_is_about_what_is_left_of_its_event(event, library, clock):
    german = Locale.objects.create(language_code="de")
    translation = event.copy_for_translation(german, copy_parents=True)
    translation.save_revision().publish()
    pack = make_pack(library, event=event)
    pack.save_revision()
    clock.move_to(AFTER)

    EventPage.objects.get(pk=event.pk).delete()

    draft = stored(pack).get_latest_revision_as_object()
    assert stored(pack).event_id == draft.event_id == translation.pk
    assert (stored(pack).is_open, stored(pack).meeting) == (True, None)
    shown = EventPage.objects.get(pk=translation.pk)
    assert shown.get_lifecycle(AFTER).has_open_pack


def test_packs_about_other_events_stay_as_they_are(event, library, clock):
    other = make_event(event.get_parent(), "Other")
    meeting = meeting_of(other)
    kept = make_pack(library, "Kept", event=event)
    bereaved = make_pack(library, "Bereaved", event=other)
    clock.move_to(AFTER)

    EventPage.objects.get(pk=other.pk).delete()

    assert (stored(kept).event_id, stored(kept).meeting) == (event.pk, None)
    assert (stored(bereaved).event_id, stored(bereaved).meeting) == (None, meeting)


def test_pack_is_about_the_last_date_that_has_ended(library, clock):
    event = make_event(library, recurrence_rule="FREQ=WEEKLY;COUNT=3")
    second = event.lift_event.meetings.order_by("date_key")[1]
    pack = make_pack(library, event=event, opens_early=True)
    clock.move_to(datetime(2027, 6, 9, tzinfo=UTC))

    EventPage.objects.get(pk=event.pk).delete()

    assert stored(pack).meeting == second


def test_pack_of_an_event_to_come_is_about_no_date(event, library):
    pack = make_pack(library, event=event, opens_early=True)

    EventPage.objects.get(pk=event.pk).delete()

    assert (stored(pack).event, stored(pack).meeting) == (None, None)


def test_draft_of_a_pack_is_opened_by_no_deletion(event, library, clock):
    make_pack(library, event=event, live=False)
    clock.move_to(AFTER)

    EventPage.objects.get(pk=event.pk).delete()

    assert not PackOpening.objects.exists()


def test_draft_that_is_about_another_event_stays_about_it(event, library, clock):
    other = make_event(event.get_parent(), "Other")
    pack = make_pack(library, event=event)
    pack.event = other.page_ptr
    pack.save_revision()
    clock.move_to(AFTER)

    EventPage.objects.get(pk=event.pk).delete()

    assert stored(pack).get_latest_revision_as_object().event_id == other.pk


def test_app_that_fails_to_say_who_relies_leaves_the_tree_sound(event, monkeypatch, caplog):
    def fails(meetings):
        raise RuntimeError

    monkeypatch.setattr(extension, "_reliances", [fails])

    EventPage.objects.get(pk=event.pk).delete()

    assert not EventPage.objects.exists()
    assert Page.find_problems() == ([], [], [], [], [])
    assert Meeting.objects.exists()  # until lift_tick asks again
    assert [record.message for record in caplog.records] == ["deletion_not_followed"]
