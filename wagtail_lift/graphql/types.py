"""Types of what events and packs are made of: plain values, without a way back to a page."""

from typing import Any

from graphene import ID, Boolean, Field, Float, Int, List, NonNull, ObjectType, String
from graphene.types.generic import GenericScalar

from ..api.values import hosts as host_values
from ..http.addresses import host_path
from .words import (
    LiftAccessFeature,
    LiftAttendanceMode,
    LiftBookingState,
    LiftCostKind,
    LiftHostKind,
    LiftHostRole,
    LiftHours,
    LiftInstant,
    LiftStage,
    LiftStatus,
)


def texts(*names: str) -> dict[str, String]:
    """Return fields with a text that is never null, by name."""
    return {name: String(required=True) for name in names}


def listed(kind: Any, **arguments: Any) -> Field:
    """Return a field with a list, in which nothing is null."""
    return Field(NonNull(List(NonNull(kind))), **arguments)


class LiftPageLink(ObjectType):
    """A public page, by its title and address."""

    id = ID(required=True)
    type = String(required=True)
    title = String(required=True)
    url = String(required=True)
    guide_url = String(description="Of an insights pack: its printable guide, if it has one.")


class LiftRendition(ObjectType):
    """A picture file."""

    url = String(required=True)
    width = Int(required=True)
    height = Int(required=True)


class LiftImage(ObjectType):
    """A picture with its alternative text."""

    id = ID(required=True)
    alt = String(required=True)
    rendition = Field(LiftRendition)


class LiftTag(ObjectType):
    """A topic or an audience; lists filter by its slug."""

    slug = String(required=True)
    label = String(required=True)

    def resolve_slug(facet, info: Any) -> str:  # noqa: N805 -- graphene passes the value
        """Return the value of a facet."""
        return str(facet.value)


class LiftFeature(ObjectType):
    """An access feature that is promised."""

    value = LiftAccessFeature(required=True)
    label = String(required=True)


class LiftPhoto(LiftImage):
    """A photo with a caption."""

    caption = String(required=True)


class LiftVenue(ObjectType):
    """The venue of an event, in the language of its page where there is a translation."""

    id = ID(required=True)
    name = String(required=True)
    address = String(required=True)
    latitude = Float()
    longitude = Float()
    map_url = String(required=True)
    travel = String(required=True)
    access_features = listed(LiftFeature)
    access_notes = String(required=True)
    photos = listed(LiftPhoto)


class LiftCost(ObjectType):
    """What it costs to come to an event; amounts are decimal numbers as text."""

    kind = LiftCostKind(required=True)
    label = String(required=True)
    amount = String()
    up_to = String()
    currency = String(required=True)
    note = String(required=True)
    url = String(required=True)


class LiftRelatedEvent(ObjectType):
    """A public event that another one points to, at the date that its status is about."""

    id = ID(required=True)
    title = String(required=True)
    url = String(required=True)
    summary = String(required=True)
    status = LiftStatus(required=True)
    status_label = String(required=True)
    starts_at = LiftInstant()
    ends_at = LiftInstant()
    local_starts_at = LiftInstant()
    local_ends_at = LiftInstant()
    hours = LiftHours(required=True)
    timezone = String(required=True)
    place = String(required=True)


class LiftContact(ObjectType):
    """Whom to ask about an event or a pack."""

    name = String(required=True)
    email = String(required=True)
    url = String(required=True)


class LiftSafeguarding(ObjectType):
    """Whom to tell who worries about somebody's safety."""

    name = String(required=True)
    email = String(required=True)
    phone = String(required=True)


class LiftQuestion(ObjectType):
    """A question of the conversation, with its permanent id."""

    id = ID(required=True)
    number = Int(required=True)
    anchor = String(required=True)
    question = String(required=True)
    why = String(required=True)
    minutes = Int()
    asked_by = String(required=True)


class LiftAgendaSpeaker(ObjectType):
    """Who speaks; without an id it is a name without a profile."""

    id = ID()
    name = String(required=True)
    url = String(required=True)


class LiftAgendaSession(ObjectType):
    """A part of an agenda: "session", "break" or "parallel"; times in the event's zone."""

    id = ID(required=True)
    kind = String(required=True)
    title = String(required=True)
    start_time = String()
    end_time = String()
    local_starts_at = LiftInstant()
    local_ends_at = LiftInstant()
    minutes = Int()
    room = String(required=True)
    description = String(required=True)
    speakers = listed(LiftAgendaSpeaker)


class LiftAgendaPart(LiftAgendaSession):
    """A part of an agenda; sessions are those that begin together."""

    sessions = listed(LiftAgendaSession)


class LiftAgendaDay(ObjectType):
    """A day of an agenda, at the date that the status is about."""

    number = Int(required=True)
    date = String()
    title = String(required=True)
    parts = listed(LiftAgendaPart)


class LiftBlock(ObjectType):
    """A block of a stream, as both versions of the API show it."""

    id = ID()
    type = String(required=True)
    value = GenericScalar()


class LiftUpdate(ObjectType):
    """Short news about an event; midnight stands for a day without a time."""

    id = ID(required=True)
    at = LiftInstant()
    local_at = LiftInstant()
    text = String(required=True)


class LiftEventHost(ObjectType):
    """A public host of an event, in the language of its page where there is a translation."""

    id = ID(required=True)
    role = LiftHostRole(required=True)
    role_label = String(required=True)
    line = String(required=True)
    url = String(required=True)
    kind = LiftHostKind(required=True)
    name = String(required=True)
    display_name = String(required=True)
    initials = String(required=True)
    position = String(required=True)
    organisation = String(required=True)
    biography = String(required=True)
    website = String(required=True)
    photo = Field(LiftImage)


class LiftHost(ObjectType):
    """A host who is public: published, and with the consent to be listed."""

    id = ID(required=True)
    slug = String(required=True)
    kind = LiftHostKind(required=True)
    name = String(required=True)
    honorific = String(required=True)
    display_name = String(required=True)
    initials = String(required=True)
    pronouns = String(required=True)
    position = String(required=True)
    organisation = String(required=True)
    biography = String(required=True)
    website = String(required=True)
    path = String(required=True, description="Where the host is, below a programme.")
    photo = Field(LiftImage)
    tags = listed(String)

    def resolve_photo(host, info: Any) -> Any:  # noqa: N805 -- graphene passes the value
        """Return a rendition of the photo."""
        return host_values.photo(host, info.context)

    def resolve_tags(host, info: Any) -> list[str]:  # noqa: N805 -- graphene passes the value
        """Return the names of the tags in order."""
        return host_values.tags(host, info.context)

    def resolve_path(host, info: Any) -> str:  # noqa: N805 -- graphene passes the value
        """Return the path below a programme."""
        return host_path(host.slug)


class LiftDate(ObjectType):
    """One date of an event."""

    key = String(required=True)
    url = String(required=True)
    status = LiftStatus(required=True)
    status_label = String(required=True)
    stage = LiftStage(required=True)
    booking_state = LiftBookingState(required=True)
    starts_at = LiftInstant()
    ends_at = LiftInstant()
    local_starts_at = LiftInstant()
    local_ends_at = LiftInstant()
    hours = LiftHours(required=True)
    previous_hours = LiftHours()
    booking_opens_at = LiftInstant()
    booking_closes_at = LiftInstant()
    previous_starts_at = LiftInstant()
    timezone = String(required=True)
    place = String(required=True)
    attendance_mode = LiftAttendanceMode()
    venue_name = String(required=True)
    venue_address = String(required=True)
    map_url = String(required=True)
    platform_name = String(required=True)
    latitude = Float()
    longitude = Float()
    public_note = String(required=True)
    is_past = Boolean(required=True)

    def resolve_attendance_mode(date, info: Any) -> str | None:  # noqa: N805 -- as above
        """Return how people take part, ``None`` if a draft did not say."""
        return date["attendance_mode"] or None
