"""API values of listed events: complete cards, ready for JSON."""

from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType

from ...calendars.icalendar.entry import UID_SUFFIX
from ...domain.lifecycle import Lifecycle, booking_closes_at
from ...enums import AttendanceMode, BookingMode, FacetKind, word_or
from ...http.addresses import at_date
from ...lists.card_facts import CardFacts, CardHost
from ...lists.card_pages import CompleteCard
from ...lists.facet_options import FacetOption
from ...lists.pages_beside import NamedPage
from ...lists.scopes import ListScope
from ...models.occurrences import EventOccurrence
from ...models.page_model import get_page_model
from ..fields import image_facts, in_its_zone, in_utc
from .hours import hours_values

CARD_IMAGE = "fill-640x400"
"""Rendition of the lead image on a card, of the size of the site's own cards."""


def card_values(listed: CompleteCard, scope: ListScope) -> dict[str, Any]:
    """Return a card."""
    card, facts = listed.card, listed.facts
    occurrence = card.occurrence
    page_url = scope.addresses(occurrence.url_path)
    return {
        "id": card.page_id,
        "type": type_label(occurrence.page_type),
        "title": card.title,
        "url": card.url,
        "page_url": page_url,
        "slug": occurrence.page_slug,
        "locale": occurrence.page_language,
        "translation_key": str(occurrence.page_translation_key),
        "part": listed.part,
        "summary": card.summary,
        "lead_image": image_facts(card.lead_image, card.lead_image_alt_text, CARD_IMAGE, page_url),
        "more_dates": card.more_dates,
        **status_values(card.lifecycle),
        **date_values(occurrence),
        **_facts(facts, page_url),
    }


def type_label(content_type: int) -> str:
    """Return the label of a page type, such as ``wagtail_lift_pages.EventPage``."""
    model = ContentType.objects.get_for_id(content_type).model_class() or get_page_model()
    return model._meta.label


def status_values(lifecycle: Lifecycle) -> dict[str, Any]:
    """Return where an event or a date stands, until the clock next changes it."""
    return {
        "status": lifecycle.status.value,
        "status_label": str(lifecycle.status.label),
        "status_sentence": str(lifecycle.status.sentence),
        "status_until": in_utc(lifecycle.status_until),
        "stage": lifecycle.stage.value,
        "booking_state": lifecycle.booking_state.value,
    }


def date_values(occurrence: EventOccurrence) -> dict[str, Any]:
    """Return the date of a row: its identities, when and where it is, and what changed."""
    mode = word_or(AttendanceMode.IN_PERSON, occurrence.attendance_mode)
    return {
        **identity_of_date(occurrence),
        **hours_values(occurrence),
        "timezone": occurrence.timezone,
        "previous_starts_at": in_utc(occurrence.previous_starts_at),
        "local_previous_starts_at": in_its_zone(occurrence.local_previous_starts_at),
        **_booking_window(occurrence),
        "attendance_mode": mode.value,
        "attendance_mode_label": str(mode.label),
        "place": occurrence.place,
        "is_elsewhere": occurrence.location is not None,
        "public_note": occurrence.public_note,
    }


def identity_of_date(occurrence: EventOccurrence) -> dict[str, Any]:
    """Return what names a date: its key, the UID of its calendar entry, and its start."""
    return {
        "key": occurrence.date_key,
        "uid": f"{occurrence.uid}{UID_SUFFIX}",
        "starts_at": in_utc(occurrence.starts_at),
        "local_starts_at": in_its_zone(occurrence.local_starts_at),
    }


def _booking_window(occurrence: EventOccurrence) -> dict[str, Any]:
    facts = occurrence.facts()
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    if facts.booking_mode != BookingMode.NOT_NEEDED:
        opens_at, closes_at = facts.booking_opens_at, booking_closes_at(facts)
    return {"booking_opens_at": in_utc(opens_at), "booking_closes_at": in_utc(closes_at)}


def _facts(facts: CardFacts, page_url: str) -> dict[str, Any]:
    bookable = facts.next_bookable
    return {
        "topics": [tag_values(facet) for facet in facts.of_kind(FacetKind.TOPIC)],
        "audiences": [tag_values(facet) for facet in facts.of_kind(FacetKind.AUDIENCE)],
        "access_features": [
            {"value": facet.value, "label": facet.label}
            for facet in facts.of_kind(FacetKind.ACCESS)
        ],
        "hosts": [host_values(host) for host in facts.hosts],
        "programme": page_values(facts.programme),
        "pack": page_values(facts.pack),
        "translations": [
            {"id": page.id, "locale": page.locale, "url": page.url} for page in facts.translations
        ],
        "next_bookable": bookable
        and {**identity_of_date(bookable), "url": at_date(page_url, bookable.query)},
    }


def tag_values(facet: FacetOption) -> dict[str, str]:
    """Return a topic or audience."""
    return {"slug": facet.value, "label": facet.label}


def host_values(listed: CardHost) -> dict[str, Any]:
    """Return a host of an event, as lists name them."""
    host = listed.host
    return {
        "id": host.pk,
        "slug": host.slug or "",
        "translation_key": str(host.translation_key),
        "name": host.display_name,
        "role": listed.role.value,
        "role_label": str(listed.role.label),
        "url": listed.url,
    }


def page_values(page: NamedPage | None) -> dict[str, Any] | None:
    """Return a page that a list names."""
    if page is None:
        return None
    return {"id": page.id, "type": page.type, "title": page.title, "url": page.url}
