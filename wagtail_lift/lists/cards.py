"""Cards: what lists and pages show of events, packs and hosts, as plain values."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.http import HttpRequest
from wagtail.images.models import AbstractImage
from wagtail.models import AbstractPage

from ..domain.lifecycle import Lifecycle, event_lifecycle
from ..domain.people import NamedHost, read_people
from ..enums import NextStepKind
from ..events.facets import public_host_links
from ..formats.pictures import words_of_picture
from ..http.addresses import Addresses, at_date, host_path, sub_route
from ..models.hosts import AbstractHostProfile, get_host_model
from ..models.kinds import EventKind, PackKind, ProgrammeKind, is_kind
from ..models.occurrences import EventOccurrence
from .rows import ListedEvent, ListRows


@dataclass(frozen=True, slots=True)
class EventCard:
    """An event in a list, at one of its dates; ``more_dates`` counts other matches going ahead."""

    page_id: int
    title: str
    url: str
    summary: str
    lead_image: AbstractImage | None
    lead_image_alt_text: str
    occurrence: EventOccurrence
    lifecycle: Lifecycle
    people: tuple[NamedHost, ...] = ()
    more_dates: int = 0

    @property
    def host_names(self) -> tuple[str, ...]:
        """Return the names of the event's public hosts, whatever they do."""
        return tuple(person.name for person in self.people)


@dataclass(frozen=True, slots=True)
class PackCard:
    """An open insights pack in a list."""

    page: PackKind
    title: str
    url: str
    event_title: str
    introduction: str
    occurrence: EventOccurrence | None


@dataclass(frozen=True, slots=True)
class ListedHost:
    """A public host as an event shows them, in the page's language if there is a translation."""

    host: AbstractHostProfile
    role: str
    role_label: str
    line: str
    url: str


@dataclass(frozen=True, slots=True)
class NextStep:
    """Something a reader can do next; without ``url`` it is advice only."""

    kind: NextStepKind
    label: str
    url: str = ""


def event_cards(
    occurrences: Iterable[EventOccurrence], addresses: Addresses, rows: ListRows
) -> list[EventCard]:
    """Return the cards of occurrences among ``rows``, as fetched by ``with_path()``; one query."""
    shown = list(occurrences)
    events = rows.events_of(shown)
    return [_event_card(o, events.get(o.page_id), addresses, rows) for o in shown]


def _event_card(
    occurrence: EventOccurrence, event: ListedEvent | None, addresses: Addresses, rows: ListRows
) -> EventCard:
    facts = occurrence.facts()
    url = addresses(occurrence.url_path)
    if event is not None:
        if event.pack_opens_at != facts.pack_opens_at:
            facts = replace(facts, pack_opens_at=event.pack_opens_at)
        url = at_date(url, occurrence.query) if rows.names_date_of(facts) else url
    return EventCard(
        page_id=occurrence.page_id,
        title=occurrence.title,
        url=url,
        summary=occurrence.summary,
        lead_image=occurrence.lead_image,
        lead_image_alt_text=words_of_picture(occurrence.lead_image, occurrence.lead_image_alt_text),
        occurrence=occurrence,
        lifecycle=event_lifecycle([facts], rows.now),
        people=read_people(occurrence.host_names),
        more_dates=event.besides(facts, rows.now) if event is not None else 0,
    )


def event_card_of(
    occurrence: EventOccurrence, lifecycle: Lifecycle, addresses: Addresses
) -> EventCard:
    """Return the card of an event as a whole, at the date that its status is about.

    ``occurrence`` is fetched by ``with_path()``; the card leads to the event, without a picture.
    """
    return EventCard(
        page_id=occurrence.page_id,
        title=occurrence.title,
        url=addresses(occurrence.url_path),
        summary=occurrence.summary,
        lead_image=None,
        lead_image_alt_text="",
        occurrence=occurrence,
        lifecycle=lifecycle,
        people=read_people(occurrence.host_names),
    )


def pack_cards(packs: Sequence[PackKind], request: HttpRequest) -> list[PackCard]:
    """Return the cards of packs; an event that is not public is not named."""
    occurrences = {
        o.pack_id: o
        for o in EventOccurrence.objects.public()
        .filter(pack__in=[p.pk for p in packs])
        .order_by("-starts_at")
    }
    return [_pack_card(pack, occurrences.get(pack.pk), request) for pack in packs]


def _pack_card(
    pack: PackKind, occurrence: EventOccurrence | None, request: HttpRequest
) -> PackCard:
    return PackCard(
        page=pack,
        title=pack.title,
        url=pack.get_url(request) or "",
        event_title=occurrence.title if occurrence else "",
        introduction=pack.introduction,
        occurrence=occurrence,
    )


def listed_hosts(page: EventKind, hosts_url: str = "") -> list[ListedHost]:
    """Return the public hosts of an event in order, in the page's language where possible."""
    listed = []
    links = public_host_links(page)
    translations = translations_of_hosts(page, [link.host for link in links])
    for link in links:
        host = translations.get(link.host.translation_key, link.host)
        url = f"{hosts_url}{host_path(host.slug)}" if hosts_url and host.slug else ""
        listed.append(ListedHost(host, link.role, link.get_role_display(), link.line, url))
    return listed


def programme_of(page: AbstractPage) -> AbstractPage | None:
    """Return the published programme directly above a page, or ``None``.

    A view restriction on a programme also covers its descendants: whoever may read the page may
    read the programme.
    """
    parent = page.get_parent() if page.depth else None
    return parent if is_kind(parent, ProgrammeKind) and parent.live else None


def hosts_url_of(page: EventKind) -> str:
    """Return the full URL of the programme that shows a page's hosts, empty if there is none."""
    programme = programme_of(page)
    return sub_route(programme, programme.full_url) if programme is not None else ""


def translations_of_hosts(
    page: EventKind, hosts: Sequence[AbstractHostProfile]
) -> dict[UUID, AbstractHostProfile]:
    """Return the public translations, in the page's language, of hosts in another language."""
    foreign = [host.translation_key for host in hosts if host.locale_id != page.locale_id]
    if not foreign:
        return {}
    manager = get_host_model()._default_manager
    found = manager.public().filter(translation_key__in=foreign, locale_id=page.locale_id)
    return {host.translation_key: host for host in found.select_related("photo")}
