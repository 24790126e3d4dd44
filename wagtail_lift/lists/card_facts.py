"""What a separate front end shows of listed events besides their cards, in few queries for all."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Window
from django.db.models.functions import RowNumber

from ..domain.lifecycle import has_open_pack
from ..enums import BookingMode, BookingState, FacetKind, HostRole, word_or
from ..http.addresses import Addresses, host_path
from ..models.hosts import AbstractHostProfile, get_host_model
from ..models.occurrences import EventFacet, EventOccurrence
from ..models.status_expressions import booking_state_expression
from .cards import EventCard
from .facet_options import FacetOption, options_of
from .pages_beside import NamedPage, PagesBeside, Translation, pages_beside, path_above

_OF_HOSTS = ("slug", "name", "honorific", "translation_key", "locale")

KINDS = (FacetKind.TOPIC, FacetKind.AUDIENCE, FacetKind.ACCESS)


@dataclass(frozen=True, slots=True)
class CardHost:
    """A public host of an event, in the language of its page if there is a translation."""

    host: AbstractHostProfile
    role: HostRole
    url: str


@dataclass(frozen=True, slots=True)
class CardFacts:
    """What belongs to one listed page; ``next_bookable`` is its first date to be booked now."""

    facets: Sequence[FacetOption] = ()
    hosts: Sequence[CardHost] = ()
    programme: NamedPage | None = None
    pack: NamedPage | None = None
    translations: Sequence[Translation] = ()
    next_bookable: EventOccurrence | None = None

    def of_kind(self, kind: FacetKind) -> list[FacetOption]:
        """Return the facets of one kind, in order."""
        return [facet for facet in self.facets if facet.kind == kind]


def facts_of_cards(
    cards: Sequence[EventCard], addresses: Addresses, now: datetime
) -> dict[int, CardFacts]:
    """Return the facts by page; the rows of the cards are annotated by ``with_identity()``.

    The number of queries does not grow with the rows: one for each page type, and a few.
    """
    occurrences = [card.occurrence for card in cards]
    listed = {occurrence.page_id: occurrence for occurrence in occurrences}
    if not listed:
        return {}
    packs = _open_packs(cards, now)
    beside = pages_beside(listed.values(), packs.values(), addresses)
    facets, hosts = _facets(listed), _hosts(listed, beside)
    bookable = _first_bookable(occurrences, now)
    return {
        key: CardFacts(
            facets=facets.get(key, ()),
            hosts=hosts.get(key, ()),
            programme=beside.programmes.get(path_above(occurrence)),
            pack=beside.packs.get(packs.get(key, 0)),
            translations=beside.translations_of(occurrence),
            next_bookable=bookable.get(key),
        )
        for key, occurrence in listed.items()
    }


def _open_packs(cards: Iterable[EventCard], now: datetime) -> dict[int, int]:
    """Return the key of the open pack by page: the listed date's, else that of the latest date.

    One query if the pack of another date is open, else none.
    """
    found: dict[int, int] = {}
    of_other_dates = set()
    for card in cards:
        row = card.occurrence
        if row.pack_id and has_open_pack(row.facts(), now):
            found[row.page_id] = row.pack_id
        elif card.lifecycle.has_open_pack:
            of_other_dates.add(row.page_id)
    if of_other_dates:
        opened = EventOccurrence.objects.filter(
            page__in=of_other_dates, pack__isnull=False, pack_opens_at__lte=now
        )
        found |= dict(opened.order_by("listed_at", "pk").values_list("page", "pack"))
    return found


def _facets(pages: Iterable[int]) -> dict[int, list[FacetOption]]:
    rows = EventFacet.objects.filter(page__in=pages, kind__in=KINDS).order_by("pk")
    by_page: dict[int, list[tuple[str, str, str]]] = {}
    for page, *facet in rows.values_list("page", "kind", "value", "label"):
        by_page.setdefault(page, []).append(tuple(facet))
    return {page: options_of(facets) for page, facets in by_page.items()}


def _hosts(listed: Mapping[int, EventOccurrence], beside: PagesBeside) -> dict[int, list[CardHost]]:
    """Return the public hosts of pages in order; a query for each page type, one for languages."""
    links = [link for by_type in _pages_by_type(listed) for link in _host_links(*by_type)]
    translated = _translations(links, listed)
    found: dict[int, list[CardHost]] = {}
    for link in links:
        row = listed[link.page_id]
        host = translated.get((link.host.translation_key, row.page_locale), link.host)
        base = beside.routes.get(path_above(row), "")
        url = f"{base}{host_path(host.slug)}" if base and host.slug else ""
        card = CardHost(host, word_or(HostRole.HOST, link.role), url)
        found.setdefault(link.page_id, []).append(card)
    return found


def _pages_by_type(
    listed: Mapping[int, EventOccurrence],
) -> Iterable[tuple[type[Any] | None, list[int]]]:
    by_type: dict[int, list[int]] = {}
    for key, row in listed.items():
        by_type.setdefault(row.page_type, []).append(key)
    for kind, keys in by_type.items():
        yield ContentType.objects.get_for_id(kind).model_class(), keys


def _host_links(page_type: type[Any] | None, keys: list[int]) -> list[Any]:
    if not hasattr(page_type, "event_hosts"):
        return []
    model = page_type._meta.get_field("event_hosts").related_model
    links = model._default_manager.filter(
        page__in=keys, host__live=True, host__is_listed=True
    ).select_related("host")
    if get_host_model().display_name is AbstractHostProfile.display_name:  # it needs no more
        links = links.only("page", "role", *(f"host__{name}" for name in _OF_HOSTS))
    return list(links.order_by("sort_order", "pk"))


def _translations(
    links: Iterable[Any], listed: Mapping[int, EventOccurrence]
) -> dict[tuple[UUID, int], AbstractHostProfile]:
    """Return public hosts by identity and language, of those whose pages have another language."""
    foreign = {
        link.host.translation_key
        for link in links
        if link.host.locale_id != listed[link.page_id].page_locale
    }
    if not foreign:
        return {}
    hosts = get_host_model()._default_manager.public().filter(translation_key__in=foreign)
    return {(host.translation_key, host.locale_id): host for host in hosts}


def _first_bookable(
    occurrences: Iterable[EventOccurrence], now: datetime
) -> dict[int, EventOccurrence]:
    """Return the first date of each page that can be booked now; one query, often none."""
    pages = {o.page_id for o in occurrences if o.booking_mode != BookingMode.NOT_NEEDED}
    if not pages:
        return {}
    is_available = {"booking_state_now": BookingState.AVAILABLE.value}
    order = Window(RowNumber(), partition_by="page", order_by=("listed_at", "pk"))
    rows = (
        EventOccurrence.objects.filter(page__in=pages, ends_at__gt=now)
        .annotate(booking_state_now=booking_state_expression(now))
        .filter(**is_available)
        .annotate(place_in_order=order, uid=F("meeting__uid"))
        .filter(place_in_order=1)
    )
    return {row.page_id: row for row in rows}
