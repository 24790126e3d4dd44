"""The template context of an event page."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext

from ..calendars.links import CalendarLinks, calendar_links
from ..domain.lifecycle import Lifecycle
from ..domain.location import Location
from ..domain.next_steps import next_steps
from ..enums import AttendanceMode, BookingState, NextStepKind, Stage, Status
from ..events.date_lists import asked_for, lifecycle_of_one, list_dates
from ..events.date_names import choose_occurrence
from ..events.join_links import join_url_appears_at, public_join_url
from ..http.addresses import GUIDE_ROUTE, sub_route
from ..lists.agenda import shown_agenda
from ..lists.cards import NextStep, listed_hosts, programme_of
from ..lists.related import related_events
from ..lists.scopes import full_addresses
from ..lists.tag_links import audience_links, topic_links
from ..models.kinds import EventKind, PackKind
from ..packs.openness import find_open_pack


def event_context(page: EventKind, request: HttpRequest | None, now: datetime) -> dict[str, Any]:
    """Return the template context of an event page at ``now``; copes with any draft."""
    event = page.get_lifecycle(now)
    by_key = {o.date_key: o for o in page.occurrences}
    chosen = choose_occurrence(page.occurrences, asked_for(request))
    lifecycle = lifecycle_of_one(event, chosen, now) if chosen else event
    occurrence = chosen or by_key[event.headline.key]
    programme = programme_of(page)
    programme_url = (programme.get_url(request) or "") if programme else ""
    hosts_url = sub_route(programme, programme_url)
    pack = page.get_open_pack(now, date_key=chosen.date_key if chosen else None)
    location, venue = occurrence.location_on(page), occurrence.venue_on(page)
    join_url = public_join_url(page, occurrence, now)
    bookable = lifecycle.next_bookable
    dates = list_dates(page.occurrences, occurrence, request, now)
    return {
        **_whatever_the_date(page, now, programme_url),
        "now": now,
        "page_url": _url_of(page, request),
        "lifecycle": lifecycle,
        "status_sentence": _sentence(lifecycle, is_one_date=bool(dates.is_one_asked_for)),
        "occurrence": occurrence,
        "location": location,
        "venue": venue,
        "dates": dates,
        "next_bookable": by_key[bookable.key] if bookable else None,
        "hosts": listed_hosts(page, hosts_url),
        "agenda": shown_agenda(page, occurrence, hosts_url, request),
        "updates": page.updates_in(occurrence.timezone),
        "materials": page.materials_beside(pack),
        "pack": pack,
        "access_features": [str(feature.label) for feature in page.access_at(venue)],
        "join_url": join_url,
        "join_url_appears_at": join_url_appears_at(page, occurrence, now),
        "calendar": _calendar(page, request, now),
        "programme": programme,
        "actions": _steps(
            page, request, (lifecycle, event), pack, location, join_url, programme_url
        ),
    }


def _whatever_the_date(page: EventKind, now: datetime, programme_url: str) -> dict[str, Any]:
    """Return what the page tells of the event, the same for each of its dates."""
    return {
        "occurrences": page.occurrences,
        "recurrence_text": page.recurrence_text,
        "questions": page.questions,
        "related": related_events([page], full_addresses(), now)[page.pk],
        "inspired_by": find_open_pack(page.inspired_by_id, now),
        "topics": topic_links(page.facets, programme_url),
        "audiences": audience_links(page.facets, programme_url),
        "cost": page.cost,
        "contact": page.get_contact(),
        "conduct": page.get_conduct(),
    }


def _url_of(page: EventKind, request: HttpRequest | None) -> str:
    """Return where the page is shown: a draft that is shared, by its link."""
    return page.shared_url or page.get_url(request) or ""


def _sentence(lifecycle: Lifecycle, *, is_one_date: bool) -> str:
    """Return what the status means: of the event, or of the one date that is asked for."""
    if is_one_date and lifecycle.status is Status.CANCELLED:
        return gettext("This date is cancelled.")
    return str(lifecycle.status.sentence)


def _calendar(page: EventKind, request: HttpRequest | None, now: datetime) -> CalendarLinks | None:
    """Return the links to the event's calendar, ``None`` once all its dates have ended."""
    if all(occurrence.facts().has_ended(now) for occurrence in page.occurrences):
        return None
    is_public = all(occurrence.is_public for occurrence in page.occurrences)
    return calendar_links(page, request, is_public=is_public)


def _steps(
    page: EventKind,
    request: HttpRequest | None,
    lifecycles: tuple[Lifecycle, Lifecycle],
    pack: PackKind | None,
    location: Location,
    join_url: str,
    programme_url: str,
) -> list[NextStep]:
    """Return what a reader can do next: a link or, without a URL, advice.

    ``lifecycles`` are that of the date that is shown and that of the event.
    """
    lifecycle, event = lifecycles
    is_elsewhere = event.headline.key != lifecycle.headline.key
    has_next_date = is_elsewhere and event.stage in (Stage.UPCOMING, Stage.HAPPENING_NOW)
    map_url = "" if location.attendance is AttendanceMode.ONLINE else location.map_url
    is_bookable = lifecycle.booking_state != BookingState.NOT_NEEDED
    booking_url = page.source_booking_url if is_bookable else ""  # may fetch the source
    addresses = {
        NextStepKind.BOOK: booking_url,
        NextStepKind.WAITING_LIST: booking_url,
        NextStepKind.OTHER_DATE: booking_url,
        NextStepKind.JOIN: join_url,
        NextStepKind.COME_ALONG: map_url,
        NextStepKind.NEXT_DATE: _url_of(page, request),
        NextStepKind.OTHER_EVENTS: programme_url,
        NextStepKind.INSIGHTS: _pack_url(NextStepKind.INSIGHTS, pack, request),
        NextStepKind.GUIDE: _pack_url(NextStepKind.GUIDE, pack, request),
    }
    kinds = next_steps(
        lifecycle,
        can_join=bool(join_url),
        has_map=bool(map_url),
        has_next_date=has_next_date,
    )
    return [
        NextStep(kind, str(kind.label), addresses.get(kind) or "")
        for kind in kinds
        if kind not in addresses or addresses[kind]
    ]


def _pack_url(kind: NextStepKind, pack: PackKind | None, request: HttpRequest | None) -> str | None:
    url = pack.get_url(request) if pack else None
    if kind == NextStepKind.INSIGHTS:
        return url
    return (sub_route(pack, url, GUIDE_ROUTE) or None) if pack and pack.guide else None
