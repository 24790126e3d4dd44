"""Types of what the API answers, for the OpenAPI document: nothing is checked against them.

Annotate what ``shown()`` reads with them. ``typing_extensions.TypedDict`` is the one that pydantic
reads on every Python the package supports.
"""

from typing import Annotated

from typing_extensions import TypedDict

from ..enums import (
    AccessFeature,
    AttendanceMode,
    CostKind,
    HostKind,
)
from .schema_words import (
    BookingStateWord,
    HostId,
    HoursWord,
    Instant,
    OneOf,
    RoleWord,
    StageWord,
    StatusWord,
)


class PictureFile(TypedDict):
    """A picture in the size in which it is shown."""

    url: str
    width: int
    height: int


class PictureInBlock(PictureFile):
    """The picture of a block as it is shown, with its words."""

    alt: str


class PictureSizes(TypedDict):
    """A picture in each size that the site names, and all of them as ``srcset`` of an ``<img>``."""

    sizes: dict[str, PictureFile]
    srcset: str


class Film(TypedDict):
    """A film or the like on another website, as far as it is known without asking there.

    ``html`` and ``thumbnail_url`` load from that website; they are empty if nothing is stored.
    """

    url: str
    type: str
    provider: str
    title: str
    author: str
    html: str
    thumbnail_url: str
    width: int | None
    height: int | None


class Picture(PictureSizes):
    """An image of a page or host; ``rendition`` is null if its file cannot be read."""

    id: int
    alt: str
    rendition: PictureFile | None


class PageLink(TypedDict):
    """A page that everybody may see."""

    id: int
    type: str
    title: str
    url: str


class ChildProgramme(PageLink):
    """A programme directly below another, as its card on the page shows it."""

    slug: str
    summary: str


class PackLink(PageLink):
    """An open insights pack; ``guide_url`` is empty if it has no guide."""

    guide_url: str


class Rerun(PageLink):
    """A public event that follows the guide of a pack."""

    status: StatusWord
    starts_at: Instant | None


class RelatedEvent(TypedDict):
    """A public event that another one points to, at the date that its status is about."""

    id: int
    title: str
    url: str
    summary: str
    status: StatusWord
    status_label: str
    starts_at: Instant | None
    ends_at: Instant | None
    local_starts_at: Instant | None
    local_ends_at: Instant | None
    hours: HoursWord
    timezone: str
    place: str


class GuideWithoutParts(TypedDict):
    """What a guide takes, in minutes, ``without`` the parts of these titles."""

    minutes: int
    without: list[str]


class ContactDetails(TypedDict):
    """Who to ask; at least one value is not empty."""

    name: str
    email: str
    url: str


class SafeguardingContact(TypedDict):
    """Whom to tell who worries about somebody's safety; at least one value is not empty."""

    name: str
    email: str
    phone: str


class Occurrence(TypedDict):
    """One date of an event, with what is true of that date alone."""

    key: str
    uid: str | None
    url: str
    status: StatusWord
    status_label: str
    stage: StageWord
    booking_state: BookingStateWord
    starts_at: Instant | None
    ends_at: Instant | None
    local_starts_at: Instant | None
    local_ends_at: Instant | None
    hours: HoursWord
    previous_hours: HoursWord | None
    booking_opens_at: Instant | None
    booking_closes_at: Instant | None
    previous_starts_at: Instant | None
    timezone: str
    place: str
    venue_id: int | None
    attendance_mode: Annotated[str, OneOf(AttendanceMode, or_empty=True)]
    venue_name: str
    venue_address: str
    map_url: str
    platform_name: str
    latitude: float | None
    longitude: float | None
    public_note: str


class EventHostCard(TypedDict):
    """A public host as an event names them."""

    id: HostId
    slug: str
    translation_key: str
    role: RoleWord
    role_label: str
    line: str
    url: str
    kind: Annotated[str, OneOf(HostKind)]
    name: str
    display_name: str
    initials: str
    position: str
    organisation: str
    biography: str
    website: str
    photo: Picture | None


class EventHostRow(TypedDict):
    """The link of an event to a public host, as version 3 also accepts it."""

    id: int | None
    host_id: HostId | None
    role: RoleWord
    line: str


class ConversationQuestion(TypedDict):
    """A question of the conversation; ``id`` never changes."""

    id: str
    number: int
    anchor: str
    question: str
    why: str
    minutes: int | None
    asked_by: str


class EventUpdate(TypedDict):
    """Short news about an event; midnight stands for a day without a time."""

    id: str
    at: Instant | None
    local_at: Instant | None
    text: str


class TagLink(TypedDict):
    """A topic or audience, with the slug that filters take."""

    slug: str
    label: str


class AccessPromise(TypedDict):
    """An access provision that the event promises."""

    value: Annotated[str, OneOf(AccessFeature)]
    label: str


class CostFacts(TypedDict):
    """What it costs to come; amounts are decimal numbers as text, null where there is none."""

    kind: Annotated[str, OneOf(CostKind)]
    label: str
    amount: str | None
    up_to: str | None
    currency: str
    note: str
    url: str


class VenuePhoto(Picture):
    """A photo of a venue; ``alt`` is empty if it only decorates."""

    caption: str


class VenueCard(TypedDict):
    """The venue of an event, with all that its page shows of it."""

    id: int
    translation_key: str
    name: str
    address: str
    latitude: float | None
    longitude: float | None
    map_url: str
    travel: str
    access_features: list[AccessPromise]
    access_notes: str
    photos: list[VenuePhoto]


class MeetingLink(TypedDict):
    """The one date that a pack is about."""

    id: int
