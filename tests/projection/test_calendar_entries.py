"""The stored entries of calendars: rendered once, and again only when their content changes."""

from datetime import timedelta
from itertools import pairwise

import pytest
import time_machine

from tests.factories import make_event, make_host, make_programme, meeting_of, when
from wagtail_lift.actions import cancel_meeting
from wagtail_lift.calendars.icalendar import FORMAT_VERSION
from wagtail_lift.models import CalendarEntry, EventOccurrence, Meeting
from wagtail_lift.pages.models import EventPage
from wagtail_lift.projection import (
    mark_moved_entries,
    project_page,
    rebuild_occurrences,
)


@pytest.fixture(autouse=True)
def frozen(now):
    with time_machine.travel(now, tick=False) as traveller:
        yield traveller


@pytest.fixture
def event(home, now):
    fields = {"topics": ["Care"], **when(now + timedelta(days=9))}
    return make_event(make_programme(home), hosts=[make_host("Ada Bell")], **fields)


def stored() -> list[dict]:
    """Return what is stored of each entry: how it is known, and its text."""
    columns = ("pk", "entry_timezone", "entry_version", "entry_fingerprint", "entry_changed_at")
    rows = EventOccurrence.objects.order_by("pk")
    return list(rows.values("page", "meeting", *columns, "calendar_entry__text"))


def test_entry_of_what_has_not_changed_stays_as_it_is(event, now, frozen):
    before = stored()
    frozen.move_to(now + timedelta(days=1))
    Meeting.objects.update(places="full")
    event.save_revision().publish()

    list(rebuild_occurrences())

    assert stored() == before


def test_change_of_words_changes_the_entry_and_its_time_but_not_the_sequence(event, now, frozen):
    (before,) = stored()
    frozen.move_to(now + timedelta(days=1))
    event.title = "Other words"
    event.save_revision().publish()

    (entry,) = stored()
    assert entry["entry_changed_at"] == now + timedelta(days=1)
    assert entry["entry_fingerprint"] != before["entry_fingerprint"]
    assert "SUMMARY:Other words\r\n" in entry["calendar_entry__text"]
    assert "SEQUENCE:0\r\n" in entry["calendar_entry__text"]


def test_entry_that_older_code_rendered_gets_a_new_text_and_keeps_its_time(event, now, frozen):
    before = stored()
    frozen.move_to(now + timedelta(days=1))
    CalendarEntry.objects.update(text="")
    EventOccurrence.objects.update(entry_version=FORMAT_VERSION - 1)

    project_page(event.pk)

    (again,), (was,) = stored(), before
    assert again["entry_fingerprint"] != was["entry_fingerprint"]
    assert {**again, "entry_fingerprint": was["entry_fingerprint"]} == was


def test_change_with_a_clock_that_was_set_back_comes_after_the_one_before(event, now, frozen):
    frozen.move_to(now - timedelta(days=400))
    event.title = "Other words"
    event.save_revision().publish()

    (entry,) = stored()
    assert entry["entry_changed_at"] == now + timedelta(seconds=1)


def test_new_address_is_another_fingerprint_each_time_at_the_same_instant(event):
    (before,) = stored()
    seen = [before["entry_fingerprint"]]
    for _ in range(20):
        mark_moved_entries(event)
        seen.append(stored()[0]["entry_fingerprint"])

    assert all(first != second for first, second in pairwise(seen))
    assert stored() == [{**before, "entry_fingerprint": seen[-1]}]


def test_content_that_comes_back_is_told_from_what_it_was(event):
    (before,) = stored()
    for title in ("Other words", event.title):
        event.title = title
        event.save_revision().publish()

    (entry,) = stored()
    assert entry["calendar_entry__text"] == before["calendar_entry__text"]
    assert entry["entry_fingerprint"] != before["entry_fingerprint"]


def test_entry_at_a_new_address_is_not_rendered_again(event, now, frozen):
    mark_moved_entries(event)
    before = stored()
    frozen.move_to(now + timedelta(days=1))

    event.save_revision().publish()

    assert stored() == before


def test_lost_entry_is_as_old_as_what_it_says(event, now, frozen):
    frozen.move_to(now + timedelta(days=1))
    cancel_meeting(meeting_of(event), user=None)
    before = stored()
    frozen.move_to(now + timedelta(days=2))
    CalendarEntry.objects.all().delete()

    list(rebuild_occurrences())

    (again,), (was,) = stored(), before
    assert {**again, "entry_fingerprint": was["entry_fingerprint"]} == was
    assert before[0]["entry_changed_at"] == now + timedelta(days=1)
    assert str(CalendarEntry.objects.get()) == str(before[0]["pk"])


def test_undated_meeting_has_no_entry(home):
    make_event(make_programme(home), start_date=None)

    assert not CalendarEntry.objects.exists()
    assert stored()[0]["entry_fingerprint"] is None


def test_date_that_is_withdrawn_takes_its_entry_along(event):
    event.unpublish()

    assert not CalendarEntry.objects.exists()


def test_unpublished_event_has_the_same_content_when_it_comes_back(event, now, frozen):
    (before,) = stored()
    event.unpublish()
    frozen.move_to(now + timedelta(days=1))

    event.save_revision().publish()

    (entry,) = stored()
    assert entry["entry_fingerprint"] == before["entry_fingerprint"]
    assert entry["entry_changed_at"] == now + timedelta(days=1)


def test_deleted_event_takes_its_entries_along(event):
    event.delete()

    assert not CalendarEntry.objects.exists()


def test_alias_has_an_entry_of_its_own_under_the_same_uid(event, home):
    alias = event.create_alias(parent=make_programme(home, "Other"), update_slug="alias")

    own, other = stored()
    assert (own["page"], other["page"]) == (event.pk, alias.pk)
    assert own["calendar_entry__text"] == other["calendar_entry__text"]


def test_new_address_with_a_clock_that_was_set_back_comes_after_the_old_one(event, now, frozen):
    frozen.move_to(now - timedelta(days=1))

    mark_moved_entries(event)

    assert stored()[0]["entry_changed_at"] == now + timedelta(seconds=1)


@pytest.mark.parametrize(
    ("fields", "location"),
    [
        ({"attendance_mode": "online", "venue_name": "The Loft"}, "Online"),
        ({"attendance_mode": "both", "venue_name": "The Loft"}, "The Loft · Online"),
        ({"attendance_mode": "in_person", "venue_name": "The Loft"}, "The Loft"),
    ],
)
def test_place_never_says_how_to_join(fields, location, home, now):
    private = {"join_url": "https://secret.example.org", "platform_name": "Zoom"}
    make_event(make_programme(home), **fields, **private, **when(now))

    (entry,) = CalendarEntry.objects.all()
    assert f"LOCATION:{location}\r\n" in entry.text
    assert "secret" not in entry.text


def test_address_that_is_none_is_no_organiser(home, now):
    event = make_event(make_programme(home), **when(now))
    EventPage.objects.update(contact_email="x@y\r\nATTENDEE:z", contact_name="Ada")
    project_page(event.pk)

    (entry,) = CalendarEntry.objects.all()
    assert "ORGANIZER;CN=Ada:invalid:nomail\r\n" in entry.text.replace('"', "")
    assert "ATTENDEE" not in entry.text


def test_new_address_is_a_change_of_everything_at_or_below_it(event, home, now, frozen):
    make_event(make_programme(home, "Other"), "Elsewhere", **when(now))
    frozen.move_to(now + timedelta(days=1))

    mark_moved_entries(event.get_parent())

    known = EventOccurrence.objects.order_by("pk").values_list("page", "entry_changed_at")
    assert [(page == event.pk, at - now) for page, at in known] == [
        (True, timedelta(days=1)),
        (False, timedelta(0)),
    ]
