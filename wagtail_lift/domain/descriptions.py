"""What a page says of itself to machines: search engines, link previews, other programs.

Plain facts, of which everything may be shown to everybody who may see the page. Addresses are in
full; texts are plain, without HTML. ``wagtail_lift.seo.structured_data`` writes them down.
"""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from ..enums import HostKind, HostRole, Status
from .location import Location


@dataclass(frozen=True, slots=True)
class DescribedImage:
    """A picture at a size that suits a preview."""

    url: str
    width: int
    height: int
    alt: str = ""


@dataclass(frozen=True, slots=True)
class DescribedHost:
    """A person or organisation that has agreed to be named."""

    name: str
    kind: HostKind = HostKind.PERSON
    role: HostRole | None = None
    url: str = ""
    position: str = ""
    organisation: str = ""
    description: str = ""
    website: str = ""
    image: DescribedImage | None = None


@dataclass(frozen=True, slots=True)
class Price:
    """An amount of money; ``currency`` has three letters (ISO 4217)."""

    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class DescribedDate:
    """One date of an event, in the event's own zone; ``url`` shows this very date.

    ``location`` is its own, ``None`` where it is that of the event.
    """

    status: Status
    starts_at: datetime
    ends_at: datetime | None = None
    previous_starts_at: datetime | None = None
    booking_opens_at: datetime | None = None
    booking_closes_at: datetime | None = None
    url: str = ""
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class DescribedPack:
    """An open insights pack: what was learnt, and under which terms it may be used."""

    name: str
    url: str
    description: str = ""
    language: str = ""
    licence_url: str = ""
    licence_text: str = ""
    published_at: datetime | None = None
    changed_at: datetime | None = None
    hosts: tuple[DescribedHost, ...] = ()
    event: "DescribedEvent | None" = None
    guide_url: str = ""
    more: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DescribedEvent:
    """An event at the date it is known by (``date``); ``dates`` are all, if it has several.

    ``price`` is what a place costs, zero where it is free; unless a site says so, nobody knows.
    ``more`` are further properties of schema.org, which a site may add or put over ours.
    """

    name: str
    url: str
    date: DescribedDate | None = None
    dates: tuple[DescribedDate, ...] = ()
    description: str = ""
    language: str = ""
    image: DescribedImage | None = None
    location: Location = field(default_factory=Location)
    hosts: tuple[DescribedHost, ...] = ()
    organiser: str = ""
    organiser_url: str = ""
    pack: DescribedPack | None = None
    price: Price | None = None
    more: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DescribedList:
    """A list or a way back up: names and addresses in their order."""

    items: tuple[tuple[str, str], ...]
    name: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Sharing:
    """What a link to a page looks like where it is shared.

    ``url`` is the one address of the page, without what a reader filtered by. ``kind`` is an Open
    Graph type.
    """

    title: str
    url: str = ""
    description: str = ""
    kind: str = "website"
    image: DescribedImage | None = None
    locale: str = ""
    site_name: str = ""
