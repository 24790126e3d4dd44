"""What the routes of lists answer, typed: only what can be missing is ``null``."""

from typing import Annotated, Literal

from ninja import Schema
from pydantic import WithJsonSchema

from ....enums import (
    AccessFeature,
    AttendanceMode,
    BookingState,
    HostKind,
    HostRole,
    Hours,
    Stage,
    Status,
)
from ...shapes import PictureFile
from .facet_schemas import Facets

Part = Literal["upcoming", "past"]

Instant = Annotated[str, WithJsonSchema({"type": "string", "format": "date-time"})]
"""An instant as ISO 8601 text: in UTC, or in the zone of the event where the name says local."""

Address = Annotated[str, WithJsonSchema({"type": "string", "format": "uri-reference"})]
"""A URL; empty where nothing is served."""

Day = Annotated[str, WithJsonSchema({"type": "string", "format": "date"})]

Identity = Annotated[str, WithJsonSchema({"type": "string", "format": "uuid"})]


class NamedPage(Schema):
    """A page as others name it."""

    id: int
    type: str
    title: str
    url: Address


class Tag(Schema):
    """A topic or an audience; filters take its slug."""

    slug: str
    label: str


class Feature(Schema):
    """A promise about access."""

    value: AccessFeature
    label: str


class NamedHost(Schema):
    """A host of an event; filters take the translation key."""

    id: int | str
    slug: str
    translation_key: Identity
    name: str
    role: HostRole
    role_label: str
    url: Address


class Translation(Schema):
    """The same page in another language."""

    id: int
    locale: str
    url: Address


class Image(Schema):
    """An image; without a rendition if its file cannot be read.

    ``sizes`` are those that the site names, ``srcset`` has all of them for an ``<img>``.
    """

    id: int | str
    alt: str
    rendition: PictureFile | None
    sizes: dict[str, PictureFile]
    srcset: str


class DateIdentity(Schema):
    """What names a date: its key in the event, the UID of its calendar entry, its start."""

    key: str
    uid: str
    starts_at: Instant | None
    local_starts_at: Instant | None


class BookableDate(DateIdentity):
    """A date that can be booked now."""

    url: Address


class ListedDate(DateIdentity):
    """When and where a date is, and what was changed."""

    ends_at: Instant | None
    local_ends_at: Instant | None
    hours: Hours
    previous_hours: Hours | None
    timezone: str
    previous_starts_at: Instant | None
    local_previous_starts_at: Instant | None
    booking_opens_at: Instant | None
    booking_closes_at: Instant | None
    attendance_mode: AttendanceMode
    attendance_mode_label: str
    place: str
    is_elsewhere: bool
    public_note: str


class DateStatus(Schema):
    """Where a date stands, until the clock next changes it."""

    status: Status
    status_label: str
    status_sentence: str
    status_until: Instant | None
    stage: Stage
    booking_state: BookingState


class EventCard(DateStatus, ListedDate):
    """A listed event, at one of its dates."""

    id: int
    type: str
    title: str
    url: Address
    page_url: Address
    slug: str
    locale: str
    translation_key: Identity
    part: Part
    summary: str
    lead_image: Image | None
    more_dates: int
    topics: list[Tag]
    audiences: list[Tag]
    access_features: list[Feature]
    hosts: list[NamedHost]
    programme: NamedPage | None
    pack: NamedPage | None
    translations: list[Translation]
    next_bookable: BookableDate | None


class EventList(Schema):
    """Events from a cursor on; ``next`` is the address of those that follow.

    ``facets`` is what the filters offer, where it is asked for.
    """

    items: list[EventCard]
    next: Address | None
    next_change: Instant | None
    suggestions: list[EventCard]
    facets: Facets | None = None


class DateOfEvent(DateStatus, ListedDate):
    """A date of an event, with where it is in parts."""

    url: Address
    venue_name: str
    venue_address: str
    map_url: str
    platform_name: str
    latitude: float | None
    longitude: float | None


class EventDates(Schema):
    """Dates of one event from a cursor on; ``next`` is the address of those that follow."""

    event: NamedPage
    items: list[DateOfEvent]
    next: Address | None
    next_change: Instant | None


class ListedHost(Schema):
    """A public host; filters take the translation key.

    ``urls`` are the pages about them: in the programme that is asked for, or in each programme with
    an event of theirs, the widest first.
    """

    id: int | str
    slug: str
    translation_key: Identity
    locale: str
    kind: HostKind
    name: str
    display_name: str
    initials: str
    position: str
    organisation: str
    photo: Image | None
    urls: list[Address]


class HostList(Schema):
    """Hosts by name, and how many there are."""

    count: int
    items: list[ListedHost]


class HostLink(Schema):
    """A page elsewhere about a host."""

    label: str
    url: str


class HostInFull(ListedHost):
    """A public host with all that their page shows; ``biography`` is rich text."""

    honorific: str
    pronouns: str
    biography: str
    website: str
    links: list[HostLink]
    tags: list[str]


class HostEvents(Schema):
    """A host, the first of their events, and the address of those that follow."""

    host: HostInFull
    events: EventList


class ListedPack(Schema):
    """An open insights pack, with its event if that is public."""

    id: int
    type: str
    title: str
    url: Address
    slug: str
    translation_key: Identity
    introduction: str
    guide_url: Address
    first_published_at: Instant | None
    event: NamedPage | None
    date: DateIdentity | None


class PackList(Schema):
    """Open packs, latest published first; ``next`` is the address of those that follow."""

    items: list[ListedPack]
    next: Address | None


class Found(Schema):
    """What a search finds."""

    events: list[EventCard]
    packs: list[ListedPack]
    hosts: list[ListedHost]
