"""API values of events, ready for JSON, for ``shown()`` in ``api_fields``.

Every function takes the page and the request, which may be ``None``. Nothing here is private or
names a page that is not public.
"""

from typing import Any

from wagtail.blocks import StreamValue
from wagtail.models import AbstractPage

from ...blocks.rich_text import INLINE_FEATURES
from ...enums import BookingMode, Hours
from ...events.facets import public_host_links, tags_in_order
from ...lists.cards import ListedHost, hosts_url_of, listed_hosts
from ...models.kinds import EventKind, PackKind
from ...packs.openness import find_open_pack
from ..fields import (
    APIRequest,
    image_facts,
    in_its_zone,
    in_utc,
    is_read_by_an_editor,
    site_url,
)
from ..rich_text import rich_text
from ..schema_words import (
    BookingStateWord,
    HoursWord,
    Instant,
    StageWord,
    StatusWord,
)
from ..shapes import (
    AccessPromise,
    ContactDetails,
    ConversationQuestion,
    EventHostCard,
    EventHostRow,
    EventUpdate,
    PackLink,
    PageLink,
    Picture,
    TagLink,
    VenueCard,
)
from .hosts import PHOTO_SIZE
from .page_links import open_pack, public_page
from .venues import promises, venue_in_full

LEAD_IMAGE_SIZE = "max-1600x1600"
"""Rendition of the lead image in the API."""


def status(page: EventKind, request: APIRequest | None) -> StatusWord:
    """Return the headline status."""
    return page.lifecycle.status.value


def status_label(page: EventKind, request: APIRequest | None) -> str:
    """Return the headline status in words."""
    return str(page.lifecycle.status.label)


def status_until(page: EventKind, request: APIRequest | None) -> Instant | None:
    """Return the instant (UTC) at which time alone next changes the status."""
    return in_utc(page.lifecycle.status_until)


def stage(page: EventKind, request: APIRequest | None) -> StageWord:
    """Return the stage."""
    return page.lifecycle.stage.value


def booking_state(page: EventKind, request: APIRequest | None) -> BookingStateWord:
    """Return the booking state."""
    return page.lifecycle.booking_state.value


def date_key(page: EventKind, request: APIRequest | None) -> str:
    """Return the key of the date that the status describes; empty without a date."""
    return page.lifecycle.headline.key


def starts_at(page: EventKind, request: APIRequest | None) -> Instant | None:
    """Return when the date that the status describes starts (UTC)."""
    return in_utc(page.lifecycle.headline.starts_at)


def ends_at(page: EventKind, request: APIRequest | None) -> Instant | None:
    """Return when the date that the status describes ends (UTC), ``None`` for an open end."""
    headline = page.lifecycle.headline
    return in_utc(None if headline.hours == Hours.OPEN_END else headline.ends_at)


def date_hours(page: EventKind, request: APIRequest | None) -> HoursWord:
    """Return which times the date that the status describes has."""
    return str(page.lifecycle.headline.hours)


def recurrence_text(page: EventKind, request: APIRequest | None) -> str:
    """Return how the event repeats, in words."""
    return page.recurrence_text


def hosts(page: EventKind, request: APIRequest | None) -> list[EventHostCard]:
    """Return the public hosts in order, each in the page's language where it exists."""
    url = page.full_url or site_url(request)
    return [_host(listed, url, request) for listed in listed_hosts(page, hosts_url_of(page))]


def _host(listed: ListedHost, url: str, request: APIRequest | None) -> EventHostCard:
    host = listed.host
    return {
        "id": host.pk,
        "slug": host.slug or "",
        "translation_key": str(host.translation_key),
        "role": listed.role,
        "role_label": str(listed.role_label),
        "line": listed.line,
        "url": listed.url,
        "kind": host.kind,
        "name": host.name,
        "display_name": host.display_name,
        "initials": host.initials,
        "position": host.position,
        "organisation": host.organisation,
        "biography": rich_text(host.biography, request),
        "website": host.website,
        "photo": image_facts(host.photo, host.photo_alt_text, host.photo_spec(PHOTO_SIZE), url),
    }


def event_hosts(page: EventKind, request: APIRequest | None) -> list[EventHostRow]:
    """Return the rows that link to public hosts, in the form that version 3 accepts."""
    return [
        {"id": row.pk, "host_id": row.host_id, "role": row.role, "line": row.line}
        for row in public_host_links(page)
    ]


def lead_image(page: EventKind, request: APIRequest | None) -> Picture | None:
    """Return the lead image with its alt text and a rendition."""
    url = page.full_url or site_url(request)
    return image_facts(page.lead_image, page.lead_image_alt, LEAD_IMAGE_SIZE, url)


def questions(page: EventKind, request: APIRequest | None) -> list[ConversationQuestion]:
    """Return the conversation questions in order, each with its permanent id."""
    return [
        {
            "id": question.id,
            "number": question.number,
            "anchor": question.anchor,
            "question": question.question,
            "why": rich_text(question.why.source, request, INLINE_FEATURES),
            "minutes": question.minutes,
            "asked_by": question.asked_by,
        }
        for question in page.questions
    ]


def topics(page: EventKind, request: APIRequest | None) -> list[str]:
    """Return the names of the topics in order."""
    return [tag.name for tag in tags_in_order(page, "topics")]


def audiences(page: EventKind, request: APIRequest | None) -> list[str]:
    """Return the names of the audiences in order."""
    return [tag.name for tag in tags_in_order(page, "audiences")]


def topic_tags(page: EventKind, request: APIRequest | None) -> list[TagLink]:
    """Return the topics in order, with the slugs that filters take."""
    return [{"slug": tag.slug, "label": tag.name} for tag in tags_in_order(page, "topics")]


def audience_tags(page: EventKind, request: APIRequest | None) -> list[TagLink]:
    """Return the audiences in order, with the slugs that filters take."""
    return [{"slug": tag.slug, "label": tag.name} for tag in tags_in_order(page, "audiences")]


def access_features(page: EventKind, request: APIRequest | None) -> list[AccessPromise]:
    """Return the promised access provisions."""
    return promises(page.access)


def venue(page: EventKind, request: APIRequest | None) -> VenueCard | None:
    """Return the venue that readers see, ``None`` if the place is typed or nobody goes there."""
    found = page.shown_venue
    return venue_in_full(found, request) if found is not None else None


def latest_updates(page: EventKind, request: APIRequest | None) -> list[EventUpdate]:
    """Return the updates, newest first, each with its moment in UTC and in the event's zone."""
    told = page.updates_in(page.headline_occurrence.timezone)
    return [
        {
            "id": update.id,
            "at": in_utc(update.at),
            "local_at": in_its_zone(update.at),
            "text": rich_text(update.text.source, request, INLINE_FEATURES),
        }
        for update in told
    ]


def materials(page: EventKind, request: APIRequest | None) -> list[Any]:
    """Return the materials as blocks; editors also get what the open pack tells already."""
    if not page.materials or is_read_by_an_editor():
        return materials_beside(page, None, request)
    return materials_beside(page, page.get_open_pack(page.shown_at), request)


def materials_beside(
    page: EventKind, pack: PackKind | None, request: APIRequest | None
) -> list[Any]:
    """Return the materials as blocks, without what a pack tells already."""
    block = page.materials.stream_block
    kept = [(c.block_type, c.value, c.id) for c in page.materials_beside(pack)]
    told: list[Any] = block.get_api_representation(StreamValue(block, kept), {"request": request})
    return told


def booking_link(page: EventKind, request: APIRequest | None) -> str:
    """Return the link for booking elsewhere, empty if booking is not elsewhere."""
    is_elsewhere = page.headline_occurrence.booking_mode == BookingMode.ELSEWHERE
    return page.source_booking_url if is_elsewhere else ""  # may query the source


def contact(page: AbstractPage, request: APIRequest | None) -> ContactDetails | None:
    """Return the contact details, ``None`` if there are none."""
    found = page.get_contact()
    if found is None:
        return None
    named = public_page(page.contact_page)
    return {**found._asdict(), "url": named["url"] if named else found.url}


def contact_page(page: AbstractPage, request: APIRequest | None) -> PageLink | None:
    """Return the contact page if everybody may see it."""
    return public_page(page.contact_page)


def pack(page: EventKind, request: APIRequest | None) -> PackLink | None:
    """Return the event's insights pack while it is open."""
    return open_pack(page.get_open_pack(page.shown_at))


def inspired_by(page: EventKind, request: APIRequest | None) -> PackLink | None:
    """Return the insights pack that this event follows, while the pack is open."""
    return open_pack(find_open_pack(page.inspired_by_id, page.shown_at))
