"""The reruns of an insights pack."""

from django.db.models import F, Max, Q

from ..events.identity import without_texts
from ..models.kinds import EventKind, PackKind, page_types
from ..models.occurrences import EventOccurrence

MOST = 24
"""How many reruns a pack lists, latest first."""


def events_inspired_by(pack: PackKind) -> list[EventKind]:
    """Return a pack's reruns, as pages that anybody may see, latest first.

    Each event appears once, by its page in the pack's language if there is one. An event may name
    any translation or alias of the pack. At most three queries, whatever is found, for a site with
    one event page type.
    """
    keys = _pages_to_show(pack) if pack.pk else []
    pages = {
        page.pk: page
        for model in page_types(EventKind)
        if keys
        for page in without_texts(model).filter(pk__in=keys).prefetch_related("lift_occurrences")
    }
    return [pages[key] for key in keys if key in pages]


def _pages_to_show(pack: PackKind) -> list[int]:
    """Return the keys of the pages to show for the events, latest first."""
    rows = EventOccurrence.objects.public().filter(_follows(pack), page__live=True)
    found = (
        rows.order_by()
        .values_list("meeting__event", "page", "page__locale", "page__alias_of")
        .annotate(latest=Max("starts_at"))
        .order_by(F("latest").desc(nulls_first=True), "page")
    )
    best: dict[int, tuple[bool, bool, int]] = {}
    for event_id, page_id, locale_id, alias_of, _latest in found:
        rank = (locale_id != pack.locale_id, alias_of is not None, page_id)
        best[event_id] = min(best.get(event_id, rank), rank)
    return [page_id for _locale, _alias, page_id in best.values()][:MOST]


def _follows(pack: PackKind) -> Q:
    """Return a ``Q`` for the occurrences whose page names the pack, in any language."""
    key = (pack.alias_of if pack.alias_of_id else pack).translation_key
    named = Q(inspired_by__translation_key=key) | Q(inspired_by__alias_of__translation_key=key)
    follows = Q(pk__in=[])
    for model in page_types(EventKind):
        follows |= Q(page__in=model._default_manager.filter(named).values("pk"))
    return follows
