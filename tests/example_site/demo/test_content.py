"""What the demo is made of, without a database: every status on every day, and nothing missing."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from example_site.demo.content.compassion_guide import COMPASSION_GUIDE
from example_site.demo.content.events import EVENTS
from example_site.demo.content.hosts import HOSTS
from example_site.demo.dates import demo_today, move_instants, typed_dates
from example_site.demo.pictures import motif_names
from example_site.demo.specs import ZONE, EventSpec
from wagtail_lift.domain.lifecycle import MeetingFacts, meeting_status
from wagtail_lift.domain.packs import PackFacts, covering_opens_at
from wagtail_lift.domain.schedule import (
    TypedDates,
    plan_first_date,
    window_closes_at,
    window_opens_at,
)
from wagtail_lift.domain.validation import TypedBooking, booking_problems, schedule_problems
from wagtail_lift.enums import BookingMode, BookingPlaces, Status

DAWN = datetime(2026, 1, 1, tzinfo=UTC)
INSTANTS = st.timedeltas(timedelta(0), timedelta(days=14 * 365)).map(lambda after: DAWN + after)
HOURS_AFTER = timedelta(hours=12)


def typed(spec: EventSpec, loaded_at: datetime) -> dict:
    """Return the dates that the demo types into an event's fields when it is loaded."""
    return dict(typed_dates(spec.schedule, demo_today(loaded_at))) if spec.schedule else {}


def as_typed_dates(dates: dict) -> TypedDates:
    names = ("start_date", "start_time", "end_date", "end_time")
    return TypedDates(*(dates.get(name) for name in names), timezone=ZONE)


def as_typed_booking(spec: EventSpec, dates: dict) -> TypedBooking:
    return TypedBooking(
        mode=BookingMode(spec.fields.get("booking_mode", BookingMode.NOT_NEEDED)),
        url=spec.fields.get("booking_url", ""),
        opens_date=dates.get("booking_opens_date"),
        opens_time=dates.get("booking_opens_time"),
        closes_date=dates.get("booking_closes_date"),
        closes_time=dates.get("booking_closes_time"),
    )


def facts(spec: EventSpec, loaded_at: datetime) -> MeetingFacts:
    """Return the facts of an event's meeting when the demo is loaded, worked out by the rules."""
    dates = typed(spec, loaded_at)
    planned = plan_first_date(as_typed_dates(dates))
    booking = as_typed_booking(spec, dates)
    starts_at, ends_at = planned.starts_at, planned.ends_at
    if spec.moved_to:
        starts_at, ends_at = move_instants(spec.moved_to, demo_today(loaded_at))
    known = MeetingFacts(
        state=spec.state,
        starts_at=starts_at,
        ends_at=ends_at,
        booking_mode=booking.mode,
        booking_opens_at=window_opens_at(booking.opens_date, booking.opens_time, ZONE),
        booking_closes_at=window_closes_at(booking.closes_date, booking.closes_time, ZONE),
        booking_places=spec.fields.get("booking_places", BookingPlaces.AVAILABLE),
    )
    is_open = spec.pack is not None and spec.pack.is_published
    opens_at = covering_opens_at([PackFacts(is_public=is_open)], known, [known])
    return MeetingFacts(**{**_fields(known), "pack_opens_at": opens_at})


def _fields(known: MeetingFacts) -> dict:
    return {name: getattr(known, name) for name in MeetingFacts.__dataclass_fields__}


@given(loaded_at=INSTANTS, later=st.timedeltas(timedelta(0), HOURS_AFTER))
def test_events_show_their_status_for_hours_after_any_load(loaded_at, later):
    shown = {spec.key: meeting_status(facts(spec, loaded_at), loaded_at + later) for spec in EVENTS}

    assert shown == {spec.key: spec.status for spec in EVENTS}


@given(loaded_at=INSTANTS)
def test_events_can_be_published_whenever_they_are_loaded(loaded_at):
    problems = []
    for spec in EVENTS:
        dates = typed(spec, loaded_at)
        problems += schedule_problems(as_typed_dates(dates))
        problems += booking_problems(as_typed_dates(dates), as_typed_booking(spec, dates))

    assert problems == []


def test_events_show_every_status():
    assert {spec.status for spec in EVENTS} == set(Status)


def test_programmes_hold_what_was_promised():
    below = {
        parent: sum(spec.parent == parent for spec in EVENTS) for parent in ("topic-led", "open")
    }

    assert below == {"topic-led": 5, "open": 8}


def test_every_picture_can_be_drawn():
    asked_for = {spec.picture.motif for spec in (*EVENTS, *HOSTS) if spec.picture}

    assert asked_for | {"kettle", "notes"} == set(motif_names())


def test_hosts_of_events_exist_and_each_event_has_one_to_name():
    listed = {host.key: host.is_listed for host in HOSTS}

    unnamed = [e.key for e in EVENTS if not any(listed[line.key] for line in e.hosts)]

    assert unnamed == []


def test_quotes_of_the_packs_name_nobody():
    packs = [spec.pack for spec in EVENTS if spec.pack]
    quotes = [
        part["value"]
        for pack in packs
        for part in pack.streams.get("insights", [])
        if part["type"] == "quote"
    ]

    assert [q["credit"].partition(",")[0] for q in quotes] == ["A participant"] * len(quotes)
    assert quotes != []


@pytest.mark.parametrize("kind", ["purpose", "preparation", "round", "break", "closing"])
def test_guide_has_each_kind_of_part(kind):
    assert kind in [part["type"] for part in COMPASSION_GUIDE]


def test_guide_takes_as_long_as_the_event():
    minutes = [part["value"]["minutes"] for part in COMPASSION_GUIDE if "minutes" in part["value"]]

    assert sum(minutes) == 90
