"""What the demo is made of, without a database: every status on every day, and nothing missing."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from example_site.demo.content.compassion_guide import COMPASSION_GUIDE
from example_site.demo.content.events import EVENTS
from example_site.demo.content.events.kitchen_table import KITCHEN_TABLE
from example_site.demo.content.hosts import HOSTS
from example_site.demo.dates import added_dates, demo_today, move_instants, typed_dates
from example_site.demo.pictures import motif_names
from example_site.demo.specs import TUESDAY, ZONE, EventSpec
from wagtail_lift.domain.booking import Lead, TypedBooking, booking_window
from wagtail_lift.domain.lifecycle import MeetingFacts, event_lifecycle
from wagtail_lift.domain.packs import PackFacts, covering_opens_at
from wagtail_lift.domain.schedule import PlannedDate, TypedDates
from wagtail_lift.domain.series import TypedSeries, plan_dates, series_problems
from wagtail_lift.domain.validation import booking_problems
from wagtail_lift.enums import BookingMode, BookingPlaces, Hours, Status

DAWN = datetime(2026, 1, 1, tzinfo=UTC)
INSTANTS = st.timedeltas(timedelta(0), timedelta(days=14 * 365)).map(lambda after: DAWN + after)
HOURS_AFTER = timedelta(hours=12)


def typed(spec: EventSpec, loaded_at: datetime) -> dict:
    """Return the dates that the demo types into an event's fields when it is loaded."""
    today = demo_today(loaded_at)
    return dict(typed_dates(spec.schedule, today, spec.rule)) if spec.schedule else {}


def as_typed_dates(dates: dict) -> TypedDates:
    names = ("start_date", "start_time", "end_date", "end_time")
    hours = dates.get("hours", Hours.START_AND_END)
    return TypedDates(*(dates.get(name) for name in names), timezone=ZONE, hours=hours)


def as_series(spec: EventSpec, loaded_at: datetime) -> TypedSeries:
    added = added_dates(spec.schedule, demo_today(loaded_at)) if spec.schedule else ()
    return TypedSeries(as_typed_dates(typed(spec, loaded_at)), spec.rule, added=added)


def as_typed_booking(spec: EventSpec, dates: dict) -> TypedBooking:
    return TypedBooking(
        mode=BookingMode(spec.fields.get("booking_mode", BookingMode.NOT_NEEDED)),
        url=spec.fields.get("booking_url", ""),
        opens_date=dates.get("booking_opens_date"),
        opens_time=dates.get("booking_opens_time"),
        opens_before=lead(spec, "opens"),
        closes_date=dates.get("booking_closes_date"),
        closes_time=dates.get("booking_closes_time"),
        closes_before=lead(spec, "closes"),
    )


def lead(spec: EventSpec, end: str) -> Lead | None:
    amount = spec.fields.get(f"booking_{end}_before")
    return amount and Lead(amount, spec.fields[f"booking_{end}_unit"])


def status(spec: EventSpec, loaded_at: datetime, at: datetime) -> Status:
    """Return the status of an event at an instant after a load, worked out by the rules."""
    dates = plan_dates(as_series(spec, loaded_at), until=at.date() + timedelta(days=70))
    return event_lifecycle([facts(spec, loaded_at, planned) for planned in dates], at).status


def facts(spec: EventSpec, loaded_at: datetime, planned: PlannedDate) -> MeetingFacts:
    """Return the facts of one of an event's meetings when the demo is loaded."""
    booking = as_typed_booking(spec, typed(spec, loaded_at))
    starts_at, ends_at = planned.starts_at, planned.ends_at
    if spec.moved_to:
        starts_at, ends_at = move_instants(spec.moved_to, demo_today(loaded_at))
    window = booking_window(booking, starts_at, ZONE)
    known = MeetingFacts(
        key=planned.key,
        state=spec.state,
        starts_at=starts_at,
        ends_at=ends_at,
        booking_mode=booking.mode,
        booking_opens_at=window.opens_at,
        booking_closes_at=window.closes_at,
        places=spec.fields.get("booking_places", BookingPlaces.AVAILABLE),
    )
    is_open = spec.pack is not None and spec.pack.is_published
    opens_at = covering_opens_at([PackFacts(is_public=is_open)], known, [known])
    return MeetingFacts(**{**_fields(known), "pack_opens_at": opens_at})


def _fields(known: MeetingFacts) -> dict:
    return {name: getattr(known, name) for name in MeetingFacts.__dataclass_fields__}


@given(loaded_at=INSTANTS, later=st.timedeltas(timedelta(0), HOURS_AFTER))
def test_events_show_their_status_for_hours_after_any_load(loaded_at, later):
    kept = [spec for spec in EVENTS if spec.status]

    shown = {spec.key: status(spec, loaded_at, loaded_at + later) for spec in kept}

    assert shown == {spec.key: spec.status for spec in kept}


@given(loaded_at=INSTANTS, later=st.timedeltas(timedelta(0), timedelta(days=3 * 365)))
def test_kitchen_table_stays_current_however_long_ago_it_was_made(loaded_at, later):
    at = loaded_at + later
    local = at.astimezone(ZoneInfo(ZONE))
    is_second_tuesday = local.weekday() == TUESDAY and 8 <= local.day <= 14

    shown = status(KITCHEN_TABLE, loaded_at, at)

    is_on = is_second_tuesday and local.hour == 19
    assert shown == (Status.HAPPENING_NOW if is_on else Status.DROP_IN)


@pytest.mark.parametrize(
    ("local_time", "shown"),
    [
        (time(18, 59, 59), Status.DROP_IN),
        (time(19, 0), Status.HAPPENING_NOW),
        (time(19, 59, 59), Status.HAPPENING_NOW),
        (time(20, 0), Status.DROP_IN),
    ],
)
def test_kitchen_table_is_on_for_one_hour_in_summer_as_in_winter(local_time, shown):
    days = date(2026, 12, 8), date(2027, 7, 13)
    instants = [datetime.combine(day, local_time, ZoneInfo(ZONE)) for day in days]

    assert [status(KITCHEN_TABLE, DAWN, at) for at in instants] == [shown, shown]


@given(loaded_at=INSTANTS)
def test_events_can_be_published_whenever_they_are_loaded(loaded_at):
    problems = []
    for spec in EVENTS:
        dates = typed(spec, loaded_at)
        problems += series_problems(as_series(spec, loaded_at), months=24)
        problems += booking_problems(as_typed_dates(dates), as_typed_booking(spec, dates))

    assert problems == []


def test_events_show_every_status():
    assert {spec.status for spec in EVENTS if spec.status} == set(Status)


def test_programmes_hold_what_was_promised():
    below = {
        parent: sum(spec.parent == parent for spec in EVENTS) for parent in ("topic-led", "open")
    }

    assert below == {"topic-led": 6, "open": 10}


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
