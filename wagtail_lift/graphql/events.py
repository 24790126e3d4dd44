"""The type of an event: its values are those of the API."""

from collections.abc import Callable
from typing import Any

from django.utils import timezone
from graphene import ID, Boolean, Field, Int, ObjectType, String

from ..api.values import agenda as agenda_values
from ..api.values import conduct as conduct_values
from ..api.values import costs
from ..api.values import events as values
from ..api.values.occurrences import date_values
from ..api.values.page_links import named_pack
from ..api.values.related import related_event
from ..domain.lifecycle import is_over
from ..enums import FacetKind
from ..models.kinds import EventKind
from ..models.occurrences import EventOccurrence
from .types import (
    LiftAgendaDay,
    LiftBlock,
    LiftContact,
    LiftCost,
    LiftDate,
    LiftEventHost,
    LiftFeature,
    LiftImage,
    LiftPageLink,
    LiftQuestion,
    LiftRelatedEvent,
    LiftSafeguarding,
    LiftTag,
    LiftUpdate,
    LiftVenue,
    listed,
)
from .words import (
    LiftAttendanceMode,
    LiftBookingMode,
    LiftBookingState,
    LiftHours,
    LiftInstant,
    LiftRecording,
    LiftStage,
    LiftStatus,
)

MOST_DATES = 100
"""Dates of one event in one answer."""

Resolver = Callable[..., Any]


def read(value: Callable[[Any, Any], Any]) -> Resolver:
    """Return a resolver that reads a value of ``api.values``."""
    return lambda page, info: value(page, info.context)


def stream(name: str) -> Resolver:
    """Return a resolver for a public stream of a page."""

    def resolve(page: Any, info: Any) -> Any:
        blocks = getattr(page, name)
        return blocks.stream_block.get_api_representation(blocks, {"request": info.context})

    return resolve


def tags(kind: FacetKind) -> Resolver:
    """Return a resolver for the topics or the audiences of an event."""
    return lambda page, info: [facet for facet in page.facets if facet.kind == kind]


def date_of(row: EventOccurrence, page: EventKind) -> dict[str, Any]:
    """Return one date as the page shows it."""
    is_past = row.ends_at is not None and is_over(row.ends_at, timezone.now())
    return {**date_values(row, page, page.full_url or "", None), "is_past": is_past}


class LiftEvent(ObjectType):
    """An event that everybody may read, as it is published."""

    id = ID(required=True)
    title = String(required=True)
    slug = String(required=True)
    url = String(required=True)
    language = String(required=True)
    summary = String(required=True)
    status = LiftStatus(required=True, resolver=read(values.status))
    status_label = String(required=True, resolver=read(values.status_label))
    status_until = LiftInstant(resolver=read(values.status_until))
    stage = LiftStage(required=True, resolver=read(values.stage))
    booking_state = LiftBookingState(required=True, resolver=read(values.booking_state))
    date_key = String(required=True, resolver=read(values.date_key))
    starts_at = LiftInstant(resolver=read(values.starts_at))
    ends_at = LiftInstant(resolver=read(values.ends_at))
    date_hours = LiftHours(required=True, resolver=read(values.date_hours))
    timezone = String(required=True)
    recurrence_text = String(required=True, resolver=read(values.recurrence_text))
    dates = listed(
        LiftDate,
        first=Int(default_value=20),
        past=Boolean(default_value=False),
        description="Dates to come, soonest first; or past ones, latest first.",
    )
    lead_image = Field(LiftImage, resolver=read(values.lead_image))
    hosts = listed(LiftEventHost, resolver=read(values.hosts))
    questions = listed(LiftQuestion, resolver=read(values.questions))
    topics = listed(LiftTag, resolver=tags(FacetKind.TOPIC))
    audiences = listed(LiftTag, resolver=tags(FacetKind.AUDIENCE))
    audience = String(required=True)
    attendance_mode = LiftAttendanceMode()
    place = String(required=True)
    venue = Field(LiftVenue, resolver=read(values.venue))
    access_features = listed(LiftFeature, resolver=read(values.access_features))
    access_notes = String(required=True)
    languages = String(required=True)
    recording = LiftRecording(required=True)
    booking_mode = LiftBookingMode(required=True)
    booking_link = String(required=True, resolver=read(values.booking_link))
    cost = Field(LiftCost, required=True, resolver=read(costs.cost))
    contact = Field(LiftContact, resolver=read(values.contact))
    code_of_conduct = String(required=True, resolver=read(conduct_values.code_of_conduct))
    safeguarding = Field(LiftSafeguarding, resolver=read(conduct_values.safeguarding))
    body = listed(LiftBlock, resolver=stream("body"))
    after_body = listed(LiftBlock, resolver=stream("after_body"))
    conversation = listed(LiftBlock, resolver=stream("conversation"))
    agenda = listed(LiftAgendaDay, resolver=read(agenda_values.agenda_times))
    reading = listed(LiftBlock, resolver=stream("reading"))
    updates = listed(LiftUpdate, resolver=read(values.latest_updates))
    materials = listed(LiftBlock, description="Without what the open pack tells already.")
    pack = Field(LiftPageLink, description="The open insights pack.")
    inspired_by = Field(LiftPageLink, description="The open pack whose guide it follows.")
    related = listed(LiftRelatedEvent, description="Other events that it points to, in order.")

    def resolve_url(page, info: Any) -> str:  # noqa: N805 -- graphene passes the value
        """Return the full address."""
        return page.full_url or ""

    def resolve_language(page, info: Any) -> str:  # noqa: N805 -- graphene passes the value
        """Return the code of the language."""
        return str(page.locale.language_code)

    def resolve_attendance_mode(page, info: Any) -> str | None:  # noqa: N805 -- as above
        """Return how people take part, as planned."""
        return page.attendance_mode or None

    def resolve_dates(page, info: Any, first: int, past: bool) -> list[Any]:  # noqa: N805 -- graphene passes the page
        """Return some of the dates, 100 at most."""
        dates = [date_of(row, page) for row in page.occurrences]
        asked = [date for date in dates if date["is_past"] == past]
        asked = asked[::-1] if past else asked
        return asked[: max(0, min(first, MOST_DATES))]

    def resolve_pack(page, info: Any) -> Any:  # noqa: N805 -- graphene passes the value
        """Return the pack that the page leads to."""
        return _named(page, _open_pack_key(page))

    def resolve_materials(page, info: Any) -> Any:  # noqa: N805 -- graphene passes the value
        """Return the materials, without what the open pack tells already."""
        pack = page._lift_together.packs.get(_open_pack_key(page)) if page.materials else None
        return values.materials_beside(page, pack, info.context)

    def resolve_inspired_by(page, info: Any) -> Any:  # noqa: N805 -- graphene passes the value
        """Return the pack that the event follows."""
        return _named(page, page.inspired_by_id)

    def resolve_related(page, info: Any) -> list[Any]:  # noqa: N805 -- graphene passes the value
        """Return the events that it points to, fetched for all events of the list."""
        return [related_event(card) for card in page._lift_together.related[page.pk]]


def _open_pack_key(page: EventKind) -> int | None:
    """Return the key of the pack that the page leads to."""
    now = timezone.now()
    key = page.headline_occurrence.date_key
    rows = [o for o in reversed(page.occurrences) if o.pack_opens_at and o.pack_opens_at <= now]
    rows.sort(key=lambda row: row.date_key != key)
    return rows[0].pack_id if rows else None


def _named(page: EventKind, key: int | None) -> Any:
    """Return a pack among those fetched for all events of the list."""
    pack = page._lift_together.packs.get(key)
    return named_pack(pack) if pack is not None else None
