"""Pages and profiles on which everything is missing that publishing asks for, and its places."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import CharField
from wagtail.blocks import (
    BaseStructBlock,
    BooleanBlock,
    ChooserBlock,
    DateBlock,
    FieldBlock,
    IntegerBlock,
    ListBlock,
    RichTextBlock,
)
from wagtail.blocks.field_block import BaseChoiceBlock
from wagtail.fields import StreamField
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page
from wagtail.test.utils.form_data import rich_text

from tests.factories import make_image
from wagtail_lift.blocks.base import LiftStructBlock
from wagtail_lift.blocks.links import LinkedBlock
from wagtail_lift.blocks.materials import TranscriptBlock
from wagtail_lift.models import HostProfile
from wagtail_lift.pages.models import EventIndexPage, EventPage, InsightsPack

Place = tuple[str | int, ...]
Rows = Mapping[type, int]
URL = "https://example.org/"
COLUMNS_KEPT = {"path", "title", "slug", "timezone", "booking_mode", "hours"}
"""Columns that no draft can be without, and those that others of this table need."""


@dataclass
class Incomplete:
    """Values for the fields of a page, as JSON; where the gate must find something missing."""

    model: type
    fields: dict[str, Any]
    places: set[Place] = field(default_factory=set)

    @property
    def streams(self) -> list[StreamField]:
        """Return the streams of the model."""
        return [f for f in self.model._meta.get_fields() if isinstance(f, StreamField)]

    @property
    def places_in_form(self) -> set[Place]:
        """Return the places in a form, which leaves out rows in which nothing is written."""
        moved = {s.name: _rows_in_form(s, self.fields[s.name]) for s in self.streams}
        places = set()
        for name, *path in self.places:
            row = moved[name].get(path[0]) if name in moved else None
            if name not in moved:
                places.add((name, *path))
            elif row is not None:
                places.add((name, row, *path[1:]))
        return places


def _rows_in_form(stream: StreamField, rows: list[Any]) -> dict[int, int]:
    """Return where a form shows each row that it keeps."""
    values = stream.stream_block.to_python(rows)
    kept = [
        number
        for number, child in enumerate(values)
        if not (isinstance(child.block, LiftStructBlock) and child.block.is_unwritten(child.value))
    ]
    return {old: new for new, old in enumerate(kept)}


def incomplete(model: type, programme: Any) -> Incomplete:
    """Return a page or profile that lacks all that can be lacking."""
    rows = {get_image_model(): make_image().pk, Page: programme.pk}
    made = Incomplete(model, {})
    for stream in made.streams:
        blocks = []
        for name, block in stream.stream_block.child_blocks.items():
            for path, value in lacking(block, rows):
                made.places.add((stream.name, len(blocks), "value", *path))
                blocks.append({"type": name, "value": value})
        made.fields[stream.name] = blocks
    for column in model._meta.fields:
        if _is_required_text(column):
            made.fields[column.name] = ""
            made.places.add((column.name,))
    _BESIDE[model](made)
    return made


def _is_required_text(column: Any) -> bool:
    return (
        isinstance(column, CharField)
        and column.editable
        and not column.blank
        and column.name not in COLUMNS_KEPT
    )


def _beside_event(made: Incomplete) -> None:
    made.fields |= {"start_date": date(2027, 6, 1), "booking_mode": "elsewhere"}
    made.fields |= {"slug": "calendar", "event_hosts": [{"role": "host"}]}
    made.places |= {("start_time",), ("end_time",), ("booking_url",), ("slug",)}
    made.places |= {("event_hosts", 0, "host_id")}


def _beside_programme(made: Incomplete) -> None:
    made.fields |= {"default_timezone": "Europe/Nowhere", "slug": "calendar"}
    made.places |= {("default_timezone",), ("slug",)}


def _beside_pack(made: Incomplete) -> None:
    made.fields |= {"slug": "calendar"}
    made.places |= {("slug",)}


def _beside_host(made: Incomplete) -> None:
    made.fields |= {"name": "Ada Bell", "is_listed": True}
    made.places |= {("consent_given_by",), ("consent_given_on",)}
    made.places -= {("name",)}


_BESIDE = {
    EventPage: _beside_event,
    EventIndexPage: _beside_programme,
    InsightsPack: _beside_pack,
    HostProfile: _beside_host,
}


def lacking(block: Any, rows: Rows) -> Iterator[tuple[Place, Any]]:
    """Yield the values of a block that lack one thing each, with the place of what they lack."""
    if isinstance(block, BaseStructBlock):
        whole = complete(block, rows)
        for name in ("image", "alt_text") if isinstance(block, ImageBlock) else ():
            yield (name,), {**whole, name: None if name == "image" else ""}
        if isinstance(block, TranscriptBlock):
            yield ("text",), {**whole, "document": None, "url": "", "text": ""}
        elif isinstance(block, LinkedBlock) and block.is_link_required:
            yield (block.link_fields[0],), {**whole, **dict.fromkeys(block.link_fields), "url": ""}
        for name, child in {} if isinstance(block, ImageBlock) else block.child_blocks.items():
            for path, value in lacking(child, rows):
                yield (name, *path), {**whole, name: value}
    elif isinstance(block, ListBlock):
        for path, value in lacking(block.child_block, rows):
            yield (0, *path), [value]
    elif isinstance(block, FieldBlock) and block.required:
        yield (), None if isinstance(block, ChooserBlock | IntegerBlock | DateBlock) else ""


def complete(block: Any, rows: Rows) -> Any:
    """Return a value in which nothing is missing, as JSON."""
    if isinstance(block, ImageBlock):
        return {"image": rows[get_image_model()], "alt_text": "A room", "decorative": False}
    if isinstance(block, BaseStructBlock):
        return {
            name: URL if name == "url" else complete(child, rows)
            for name, child in block.child_blocks.items()
            if name not in getattr(block, "private_fields", ())
        }
    if isinstance(block, ListBlock):
        return []
    if not block.required:
        return block.get_prep_value(block.get_default())
    if isinstance(block, ChooserBlock):
        return rows[block.model_class]
    if isinstance(block, BaseChoiceBlock):
        return next(value for value, _ in block.field.choices if value)
    return next((value for kind, value in _WORDS.items() if isinstance(block, kind)), "Words")


_WORDS = {IntegerBlock: 5, DateBlock: "2027-06-01"}


def as_form(block: Any, value: Any) -> Any:
    """Return a value of a block as a browser sends it, to be nested."""
    if isinstance(block, RichTextBlock):
        return rich_text(value or "")
    if isinstance(block, BaseStructBlock):
        return {name: as_form(child, value.get(name)) for name, child in block.child_blocks.items()}
    if isinstance(block, ListBlock):
        items = {
            str(n): {"value": as_form(block.child_block, item), "deleted": "", "order": n, "id": ""}
            for n, item in enumerate(value)
        }
        return {"count": len(items), **items}
    if isinstance(block, BooleanBlock):
        return "on" if value else ""
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    return "" if value is None else value
