"""Insights packs as schema.org ``CreativeWork``."""

from typing import Any
from urllib.parse import urljoin

from django.http import HttpRequest

from ...formats.languages import language_of
from ...models.kinds import PackKind
from ..texts import introduction_of, plain
from .events import event_of_pack
from .hosts import listed_host
from .parts import filled, instant
from .recordings import recordings

TERMS_LENGTH = 1000


def pack_properties(
    pack: PackKind, request: HttpRequest | None, context: dict[str, Any]
) -> dict[str, Any] | None:
    """Return an open pack with its terms and the event it came from, ``None`` while it is closed.

    ``recordedAt`` is schema.org's inverse of the event's ``recordedIn``.
    """
    if not context.get("is_open"):
        return None
    url = pack.get_full_url(request) or ""
    licence, guide_url = context.get("licence"), context.get("guide_url", "")
    guide = {"@type": "CreativeWork", "url": urljoin(url, guide_url)} if guide_url else None
    recorded = recordings(pack.materials)
    event = event_of_pack(request, context)
    return filled(
        {
            "@type": "CreativeWork",
            "@id": url,
            "name": pack.title,
            "url": url,
            "description": plain(introduction_of(pack)),
            "inLanguage": language_of(pack).code,
            "isAccessibleForFree": True,
            "license": licence.url if licence else "",
            "conditionsOfAccess": plain(pack.licence_text, TERMS_LENGTH),
            "datePublished": instant(pack.first_published_at),
            "dateModified": instant(pack.last_published_at),
            "contributor": [listed_host(item, url) for item in context.get("hosts", ())],
            "hasPart": [guide, *recorded] if guide and recorded else guide or recorded,
            "isBasedOn": event.get("url", "") if event else "",
            "recordedAt": event,
        }
    )
