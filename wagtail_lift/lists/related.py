"""The events that an event points to, as everybody may see them now."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from ..blocks.events import MOST_RELATED
from ..domain.lifecycle import Lifecycle
from ..http.addresses import Addresses
from ..models.kinds import EventKind
from ..models.occurrences import EventOccurrence
from ..models.page_model import get_page_model
from .cards import EventCard, event_card_of
from .lifecycles import lifecycles_of
from .rows import with_path


def related_events(
    pages: Sequence[EventKind], addresses: Addresses, now: datetime
) -> dict[int | None, list[EventCard]]:
    """Return the cards of the events that each page points to, by page key.

    They are in the order chosen, each once, in the language of the page if they are published in
    it. What is not public is left out, and so is the page itself. Four queries whatever is found,
    none if nothing was chosen.
    """
    chosen = {page.pk: chosen_events(page) for page in pages}
    asked = {key for keys in chosen.values() for key in keys}
    if not asked:
        return {page.pk: [] for page in pages}
    shown = _Shown(asked, {page.locale_id for page in pages}, addresses, now)
    return {page.pk: shown.cards(chosen[page.pk], page) for page in pages}


def chosen_events(page: EventKind) -> list[int]:
    """Return the keys of the chosen pages in order, each once; fetches none of them."""
    stored = page.related_events.get_prep_value()
    keys = dict.fromkeys(block["value"] for block in stored if block["value"])
    return [key for key in keys if isinstance(key, int)][:MOST_RELATED]


class _Shown:
    """The public pages of chosen events, in some languages, with their cards."""

    def __init__(
        self, asked: set[int], locales: set[int], addresses: Addresses, now: datetime
    ) -> None:
        pages = get_page_model()._default_manager
        known = pages.filter(pk__in=asked).values_list("pk", "translation_key")
        self.key_of: dict[int, UUID] = dict(known)
        there = Q(pk__in=asked) | Q(translation_key__in=self.key_of.values(), locale__in=locales)
        found = pages.filter(there, live=True).values_list("pk", "translation_key", "locale")
        self.page_of = {(key, locale): pk for pk, key, locale in found}
        self.headlines = _headlines({*self.page_of.values()}, now)
        self.addresses = addresses

    def cards(self, chosen: Iterable[int], page: EventKind) -> list[EventCard]:
        """Return the cards that a page shows."""
        keys = [self.page_of.get((self.key_of.get(pk), page.locale_id), pk) for pk in chosen]
        shown = [
            pk
            for pk, asked in zip(keys, chosen, strict=True)
            if pk in self.headlines and self.key_of.get(asked) != page.translation_key
        ]
        return [self._card(pk) for pk in dict.fromkeys(shown)]

    def _card(self, pk: int) -> EventCard:
        occurrence, lifecycle = self.headlines[pk]
        return event_card_of(occurrence, lifecycle, self.addresses)


def _headlines(pages: set[int], now: datetime) -> dict[int, tuple[EventOccurrence, Lifecycle]]:
    """Return what the status of each public page is about; two queries."""
    lifecycles = lifecycles_of(pages, now)
    keys = {lifecycle.headline.key for lifecycle in lifecycles.values()}
    rows = EventOccurrence.objects.public().filter(page__in=pages, date_key__in=keys)
    return {
        row.page_id: (row, lifecycles[row.page_id])
        for row in with_path(rows)
        if row.date_key == lifecycles[row.page_id].headline.key
    }
