"""API values of venues, ready for JSON."""

from typing import Any

from ..fields import APIRequest, image_facts, site_url
from ..rich_text import rich_text
from ..shapes import AccessPromise, VenueCard, VenuePhoto

PHOTO_SIZE = "max-1600x1600"
"""Rendition of a photo in the API."""


def venue_in_full(venue: Any, request: APIRequest | None) -> VenueCard:
    """Return a venue that readers see, with all that the page of an event shows of it."""
    features = venue._meta.get_field("travel").features
    return {
        "id": venue.pk,
        "translation_key": str(venue.translation_key),
        "name": venue.name,
        "address": venue.address,
        "latitude": venue.latitude,
        "longitude": venue.longitude,
        "map_url": venue.facts.shown_map_url,
        "travel": rich_text(venue.travel, request, features),
        "access_features": promises(venue.promised_access),
        "access_notes": venue.access_notes,
        "photos": photos(venue, request),
    }


def promises(features: Any) -> list[AccessPromise]:
    """Return access provisions with their words."""
    return [{"value": feature.value, "label": str(feature.label)} for feature in features]


def photos(venue: Any, request: APIRequest | None) -> list[VenuePhoto]:
    """Return the photos in order, each with its description."""
    url = site_url(request)
    shown = []
    for block in venue.photos:
        image = block.value.get("image")
        facts = image_facts(image, _words_of(image), PHOTO_SIZE, url) if image else None
        if facts is not None:
            shown.append(VenuePhoto(**facts, caption=block.value.get("caption") or ""))
    return shown


def _words_of(image: Any) -> str:
    return "" if image.decorative else image.contextual_alt_text or ""
