"""Insights packs as schema.org ``CreativeWork``."""

from typing import Any

from ...domain.descriptions import DescribedPack
from .events import event_properties
from .hosts import host_properties
from .parts import filled, instant


def pack_properties(pack: DescribedPack) -> dict[str, Any]:
    """Return an open pack with its terms and the event it came from.

    ``recordedAt`` is schema.org's inverse of the event's ``recordedIn``.
    """
    guide = {"@type": "CreativeWork", "url": pack.guide_url} if pack.guide_url else None
    return {
        **filled(
            {
                "@type": "CreativeWork",
                "@id": pack.url,
                "name": pack.name,
                "url": pack.url,
                "description": pack.description,
                "inLanguage": pack.language,
                "isAccessibleForFree": True,
                "license": pack.licence_url,
                "conditionsOfAccess": pack.licence_text,
                "datePublished": instant(pack.published_at),
                "dateModified": instant(pack.changed_at),
                "contributor": [host_properties(host) for host in pack.hosts],
                "hasPart": guide,
                "isBasedOn": pack.event.url if pack.event else "",
                "recordedAt": event_properties(pack.event) if pack.event else None,
            }
        ),
        **pack.more,
    }
