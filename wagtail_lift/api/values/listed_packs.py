"""API values of packs in a list, ready for JSON."""

from collections.abc import Sequence
from typing import Any

from wagtail.rich_text import get_text_for_indexing

from ...calendars.icalendar.entry import UID_SUFFIX
from ...http.addresses import GUIDE_ROUTE, Addresses, sub_route_of
from ...models.kinds import PackKind
from ...models.occurrences import EventOccurrence
from ..fields import in_utc
from .cards import type_label


def packs_with_guide(packs: Sequence[PackKind]) -> set[int]:
    """Return the keys of the packs that have a guide; a query for each page type."""
    by_type: dict[type[PackKind], list[int]] = {}
    for pack in packs:
        by_type.setdefault(type(pack), []).append(pack.pk)
    found: set[int] = set()
    for model, keys in by_type.items():
        stored = model._default_manager.filter(pk__in=keys).only("guide")
        found |= {pack.pk for pack in stored if pack.guide}
    return found


def listed_packs(packs: Sequence[PackKind], addresses: Addresses) -> list[dict[str, Any]]:
    """Return packs; an event that is not public is not named. A few queries for all."""
    rows = (
        EventOccurrence.objects.public()
        .filter(pack__in=[pack.pk for pack in packs])
        .select_related("page", "meeting")
        .order_by("-starts_at")
    )
    about = {row.pack_id: row for row in rows}
    guides = packs_with_guide(packs)
    return [_pack(pack, about.get(pack.pk), addresses, pack.pk in guides) for pack in packs]


def _pack(
    pack: PackKind, row: EventOccurrence | None, addresses: Addresses, has_guide: bool
) -> dict[str, Any]:
    url = addresses(pack.url_path)
    return {
        "id": pack.pk,
        "type": pack._meta.label,
        "title": pack.title,
        "url": url,
        "slug": pack.slug,
        "translation_key": str(pack.translation_key),
        "introduction": " ".join(get_text_for_indexing(pack.introduction).split()),
        "guide_url": sub_route_of(type(pack), url, GUIDE_ROUTE) if has_guide else "",
        "first_published_at": in_utc(pack.first_published_at),
        "event": row
        and {
            "id": row.page_id,
            "type": type_label(row.page.content_type_id),
            "title": row.title,
            "url": addresses(row.page.url_path),
        },
        "date": row
        and {
            "key": row.date_key,
            "uid": f"{row.meeting.uid}{UID_SUFFIX}",
            "starts_at": in_utc(row.starts_at),
            "local_starts_at": row.local_starts_at and row.local_starts_at.isoformat(),
        },
    }
