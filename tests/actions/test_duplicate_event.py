"""An event held again: what it is about comes along, what belongs to its date does not."""

import sys
from datetime import UTC, date, datetime, time

import pytest
from django.core.exceptions import PermissionDenied
from wagtail.models import Locale, PageLogEntry

from tests.factories import make_event, make_host, make_pack, make_programme, meeting_of
from wagtail_lift.actions import cancel_meeting, duplicate_event
from wagtail_lift.domain.duplicates import moved_to
from wagtail_lift.models import Meeting
from wagtail_lift.pages.models import EventPage, InsightsPack

NEW_DAY = date(2028, 1, 20)


@pytest.fixture
def programme(home):
    return make_programme(home)


def again(page, user=None, start_date=NEW_DAY, **times):
    typed = page.source.get_latest_revision_as_object().typed_dates
    values = {"start_time": typed.start_time, "end_time": typed.end_time, **times}
    return duplicate_event(page, moved_to(typed, start_date, **values), user=user)


def stream(name, *values):
    block = EventPage._meta.get_field(name).stream_block
    return block.to_python([{"type": kind, "value": value} for kind, value in values])


def test_oldest_wagtail_copies_with_its_own_action(programme, superuser, monkeypatch):
    monkeypatch.setitem(sys.modules, "wagtail.actions.registry", None)

    copy = again(make_event(programme), superuser)

    assert (copy.live, copy.slug) == (False, "kindness-at-work-1")


def test_copy_is_a_draft_beside_the_event_on_the_new_day(programme, superuser):
    event = make_event(programme, hosts=[make_host()], topics=["kindness"], venue_name="Library")

    copy = EventPage.objects.get(pk=again(event, superuser).pk)

    assert (copy.live, copy.slug, copy.title) == (False, "kindness-at-work-1", "Kindness at work")
    assert copy.get_parent().pk == programme.pk
    assert (copy.start_date, copy.start_time, copy.end_time) == (NEW_DAY, time(12, 30), time(14))
    assert [link.host.name for link in copy.event_hosts.all()] == ["Ada Bell"]
    assert ([tag.name for tag in copy.topics.all()], copy.venue_name) == (["kindness"], "Library")
    assert copy.owner == superuser
    assert copy.revisions.count() == 1
    assert copy.get_latest_revision_as_object().start_date == NEW_DAY
    assert PageLogEntry.objects.filter(page=copy.pk, action="wagtail.copy").count() == 1


def test_nothing_that_was_decided_or_learnt_comes_along(programme, superuser):
    event = make_event(programme)
    make_pack(event)
    cancel_meeting(meeting_of(event), user=superuser, public_note="Ill")
    Meeting.objects.update(places="full")

    copy = again(event, superuser)
    copy.get_latest_revision().publish()

    old, new = meeting_of(event), meeting_of(copy)
    assert (new.state, new.public_note, new.places) == ("scheduled", "", "available")
    assert new.starts_at == datetime(2028, 1, 20, 12, 30, tzinfo=UTC)
    assert new.uid != old.uid
    assert (old.state, old.public_note) == ("cancelled", "Ill")
    assert [pack.event_id for pack in InsightsPack.objects.all()] == [event.pk]


def test_what_belongs_to_the_old_date_begins_anew(programme):
    event = make_event(
        programme,
        recurrence_rule="FREQ=WEEKLY;COUNT=3",
        skipped_dates=stream("skipped_dates", ("date", "2027-06-08")),
        added_dates=stream("added_dates", ("date", {"start_date": "2027-07-01"})),
        after_body=stream("after_body", ("paragraph", "<p>Thank you.</p>")),
        booking_places="full",
        locked=True,
        expire_at=datetime(2027, 12, 1, tzinfo=UTC),
    )

    copy = again(event).get_latest_revision_as_object()

    assert copy.recurrence_rule == ""
    assert [len(getattr(copy, n)) for n in ("skipped_dates", "added_dates", "after_body")] == [
        0
    ] * 3
    assert (copy.booking_places, copy.locked, copy.expire_at) == ("available", False, None)


def test_booking_days_move_as_far_as_the_date(programme):
    window = {"booking_mode": "elsewhere", "booking_url": "https://example.org/"}
    days = {"booking_opens_date": date(2027, 5, 1), "booking_closes_date": date(2027, 5, 31)}
    event = make_event(programme, **window, **days, booking_closes_time=time(18))

    copy = again(event, start_date=date(2027, 6, 11))

    assert (copy.booking_opens_date, copy.booking_closes_date) == (
        date(2027, 5, 11),
        date(2027, 6, 10),
    )
    assert copy.booking_closes_time == time(18)


def test_booking_days_of_an_undated_event_stay(programme):
    event = make_event(
        programme,
        start_date=None,
        booking_closes_date=date(2027, 5, 31),
        booking_closes_time=time(9),
    )

    copy = again(event, start_time=time(9), end_time=time(10))

    assert (copy.booking_closes_date, copy.booking_closes_time) == (None, None)


def test_latest_draft_is_what_is_copied(programme):
    event = make_event(programme)
    event.summary, event.start_time = "Reworded.", time(18)
    event.end_time = time(19)
    event.save_revision()

    copy = again(event)

    assert (copy.summary, copy.start_time, copy.live) == ("Reworded.", time(18), False)
    assert EventPage.objects.get(pk=event.pk).summary == "A conversation about kindness."


def test_translation_is_held_again_with_the_plan_of_its_source_but_not_its_link(programme):
    event = make_event(programme, join_url="https://meet.example.org/secret", booking_places="full")
    german = event.copy_for_translation(
        Locale.objects.create(language_code="de"), copy_parents=True
    )

    copy = again(german)

    assert (copy.locale.language_code, copy.timezone) == ("de", "Europe/London")
    assert (copy.start_date, copy.start_time) == (NEW_DAY, time(12, 30))
    assert copy.join_url == ""
    assert copy.is_source
    assert copy.lift_event != event.lift_event


def test_alias_is_held_again_as_a_page_of_its_own(programme):
    event = make_event(programme)
    alias = event.create_alias(update_slug="alias")

    copy = again(alias)

    assert (copy.alias_of_id, copy.live, copy.start_date) == (None, False, NEW_DAY)
    assert copy.lift_event != event.lift_event


def test_who_may_not_copy_is_refused(programme, visitor):
    event = make_event(programme)

    with pytest.raises(PermissionDenied):
        again(event, visitor)

    assert EventPage.objects.count() == 1
