"""The dates of an event on its page: which is asked for, which are listed, in which order."""

from datetime import UTC, datetime, timedelta

from django.test import RequestFactory

from wagtail_lift.domain.lifecycle import event_lifecycle
from wagtail_lift.enums import MeetingState, Status
from wagtail_lift.events.date_lists import lifecycle_of_one, list_dates
from wagtail_lift.events.date_names import name_dates
from wagtail_lift.models import EventOccurrence

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def occurrence(day, hour=18, key=None, **fields):
    starts_at = datetime(2026, 11, 1, hour, tzinfo=UTC) + timedelta(days=day - 1)
    key = key or f"{starts_at:%Y-%m-%dT%H:%M}"
    fields = {"ends_at": starts_at + timedelta(hours=1), "timezone": "Europe/London", **fields}
    return EventOccurrence(
        date_key=key, state=MeetingState.SCHEDULED, starts_at=starts_at, **fields
    )


def named(*occurrences):
    name_dates(occurrences)
    return list(occurrences)


def request(query=""):
    return RequestFactory().get(f"/kindness/{query}")


def test_next_date_comes_first_and_the_latest_past_one_leads_the_past():
    found = named(occurrence(1), occurrence(8), occurrence(24), occurrence(30))

    dates = list_dates(found, found[2], request(), NOW)

    assert [item.query for item in dates.to_come] == ["?date=2026-11-24", "?date=2026-11-30"]
    assert [item.query for item in dates.past] == ["?date=2026-11-08", "?date=2026-11-01"]
    assert [item.is_shown for item in dates.to_come] == [True, False]
    assert [item.status for item in dates.past] == [Status.TAKEN_PLACE, Status.TAKEN_PLACE]
    assert (dates.count, dates.all_query) == (4, "")


def test_long_lists_are_cut_until_all_are_asked_for():
    found = named(*(occurrence(day) for day in range(1, 60)))

    cut = list_dates(found, found[30], request(), NOW)
    whole = list_dates(found, found[30], request("?dates=all"), NOW)

    assert (len(cut.to_come), len(cut.past), cut.all_query) == (12, 6, "?dates=all")
    assert (len(whole.to_come), len(whole.past), whole.all_query) == (37, 22, "")


def test_page_tells_whether_one_date_or_a_missing_one_was_asked_for():
    found = named(occurrence(24), occurrence(30))

    plain, one, missing = (
        list_dates(found, found[0], request(query), NOW)
        for query in ("", "?date=2026-11-30", "?date=2026-12-31")
    )

    assert (plain.is_one_asked_for, plain.is_missing) == (False, False)
    assert (one.is_one_asked_for, one.is_missing) == (True, False)
    assert (missing.is_one_asked_for, missing.is_missing) == (False, True)


def test_date_that_cannot_be_booked_leads_to_the_next_that_can():
    booked = {"booking_mode": "elsewhere", "places": "available"}
    full = occurrence(24, booking_mode="elsewhere", places="full")
    open_one = occurrence(30, **booked)
    event = event_lifecycle([full.facts(), open_one.facts()], NOW)

    of_full = lifecycle_of_one(event, full, NOW)
    of_open = lifecycle_of_one(event, open_one, NOW)

    assert (of_full.status, of_full.next_bookable.key) == (Status.FULLY_BOOKED, open_one.date_key)
    assert (of_open.status, of_open.next_bookable.key) == (
        Status.BOOKING_AVAILABLE,
        open_one.date_key,
    )
