"""API values of the dates of an event: the next ones, and where all of them are."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from django.urls import NoReverseMatch, reverse

from ...calendars.icalendar.entry import UID_SUFFIX
from ...domain.lifecycle import booking_closes_at, event_lifecycle
from ...enums import BookingMode
from ...http.addresses import at_date
from ...models.kinds import EventKind
from ...models.meetings import Meeting
from ...models.occurrences import EventOccurrence
from ..fields import APIRequest, in_its_zone, in_utc
from ..shapes import Occurrence
from .hours import hours_values

MOST_DATES = 20
"""How many dates an event tells by itself; a daily one has hundreds."""


def occurrences(page: EventKind, request: APIRequest | None) -> list[Occurrence]:
    """Return up to 20 dates in order: those to come next, else the latest."""
    url = page.full_url or ""
    shown = _shown_dates(page)
    meetings = _meetings_of(shown)
    return [date_values(o, page, url, meetings.get(o.meeting_id)) for o in shown]


def has_more_occurrences(page: EventKind, request: APIRequest | None) -> bool:
    """Return whether the event has other dates than ``occurrences``."""
    return len(page.occurrences) > MOST_DATES


def occurrences_url(page: EventKind, request: APIRequest | None) -> str:
    """Return the address of all dates to come, empty where the API does not serve them."""
    if request is None or page.pk is None:
        return ""
    router = getattr(request, "wagtailapi_router", None)
    if router is not None:
        return _address_in_version_2(router, page, request)
    try:
        path = reverse("wagtailapi_v3:lift_event_dates", args=[page.pk])
    except NoReverseMatch:
        return ""
    return str(request.build_absolute_uri(path))


def _address_in_version_2(router: Any, page: EventKind, request: APIRequest) -> str:
    from wagtail.api.v2.utils import get_object_detail_url  # here: it needs loaded models

    found = router.get_model_endpoint(type(page))
    url = get_object_detail_url(router, request, type(page), page.pk)
    return f"{url}dates/" if url and hasattr(found[1], "dates_view") else ""


def _shown_dates(page: EventKind) -> Sequence[EventOccurrence]:
    """Return 20 dates of many: from the next that has not ended, or fewer and those before it."""
    known, now = page.occurrences, page.shown_at
    to_come = sum(not occurrence.facts().has_ended(now) for occurrence in known)
    start = len(known) - max(to_come, MOST_DATES)
    return known[max(start, 0) :][:MOST_DATES]


def _meetings_of(shown: Iterable[EventOccurrence]) -> dict[int, Meeting]:
    """Return stored meetings by key; one query, none where they were fetched."""
    stored = [occurrence for occurrence in shown if occurrence.meeting_id]
    if all(EventOccurrence._meta.get_field("meeting").is_cached(row) for row in stored):
        return {row.meeting_id: row.meeting for row in stored}
    keys = [row.meeting_id for row in stored]
    return Meeting.objects.select_related("venue").in_bulk(keys)


def date_values(
    occurrence: EventOccurrence, page: EventKind, page_url: str, meeting: Meeting | None
) -> Occurrence:
    """Return one date as a page at ``page_url`` shows it.

    ``meeting`` is ``None`` for a date of a draft that publishing would make anew.
    """
    own_venue = occurrence.own_venue_of(meeting) if meeting else None
    facts = occurrence.facts()
    is_bookable = facts.booking_mode != BookingMode.NOT_NEEDED
    lifecycle = event_lifecycle([facts], page.shown_at)
    return {
        "key": occurrence.date_key,
        "uid": f"{meeting.uid}{UID_SUFFIX}" if meeting else None,
        "url": at_date(page_url, occurrence.query),
        "status": lifecycle.status.value,
        "status_label": str(lifecycle.status.label),
        "stage": lifecycle.stage.value,
        "booking_state": lifecycle.booking_state.value,
        "starts_at": in_utc(occurrence.starts_at),
        **hours_values(occurrence),
        "local_starts_at": in_its_zone(occurrence.local_starts_at),
        "booking_opens_at": in_utc(facts.booking_opens_at if is_bookable else None),
        "booking_closes_at": in_utc(booking_closes_at(facts) if is_bookable else None),
        "previous_starts_at": in_utc(occurrence.previous_starts_at),
        "timezone": occurrence.timezone,
        "place": occurrence.place,
        "venue_id": own_venue and own_venue.pk,
        **asdict(occurrence.location_on(page)),
        "public_note": occurrence.public_note,
    }
