"""Short news about an event, each with its moment, such as "moved to room 2"."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.blocks import StreamValue, StructValue
from wagtail.rich_text import RichText

from ..domain.instants import on_the_clock, to_instant, zone
from .base import LiftStreamBlock, LiftStructBlock
from .dates import TypedDateBlock, TypedTimeBlock
from .rich_text import INLINE_FEATURES, PartBlock


class UpdateBlock(LiftStructBlock):
    """An update with the moment from which it holds, in the event's zone.

    API: ``{"date": ISO date | None, "time": ISO time | None, "text": rich text}``.
    """

    text = PartBlock(features=INLINE_FEATURES)
    date = TypedDateBlock(required=False)
    time = TypedTimeBlock(required=False)

    class Meta:
        label = pgettext_lazy("news of an event", "Update")
        icon = "bullhorn"
        description = _("Short news about the event, with its moment.")
        template = "wagtail_lift/blocks/update.html"
        label_format = "{date} {time}"
        field_labels = {"text": _("Text"), "date": _("Date"), "time": _("Time")}
        field_help = {
            "text": _("For example: We have moved to room 2."),
            "date": _("In the event's time zone. Now, if you leave date and time empty."),
        }
        preview_value = {"text": _("<p>We have moved to room 2, one floor up.</p>")}

    def get_api_representation(
        self, value: StructValue, context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Return the update with date and time as text."""
        told = super().get_api_representation(value, context=context)
        return {
            **told,
            "date": told["date"].isoformat() if told["date"] else None,
            "time": told["time"].isoformat() if told["time"] else None,
        }


class UpdatesStreamBlock(LiftStreamBlock):
    """The updates of an event, in any order."""

    update = UpdateBlock()

    class Meta:
        icon = "bullhorn"


@dataclass(frozen=True, slots=True)
class Update:
    """An update of an event; ``at`` is in the event's zone, ``None`` in a draft without it.

    Midnight stands for a day without a time.
    """

    id: str
    at: datetime | None
    text: RichText


def updates_of(stream_value: StreamValue | None, timezone: str) -> list[Update]:
    """Return the updates that say something, newest first; a draft's without a moment lead."""
    found = [
        Update(child.id or "", _moment_of(child.value, timezone), child.value["text"])
        for child in reversed(stream_value or ())
        if child.value.get("text")
    ]
    return sorted(found, key=_age)


def _age(update: Update) -> float:
    return -update.at.timestamp() if update.at else float("-inf")


def date_updates(stream_value: StreamValue | None, now: datetime, timezone: str) -> None:
    """Give each update without a moment the present one, to the minute; the others keep theirs.

    A time without a day is one of today.
    """
    local = on_the_clock(now, timezone).replace(second=0, microsecond=0)
    for child in stream_value or ():
        if not _is_typed(child.value.get("date")):
            has_time = _is_typed(child.value.get("time"))
            child.value["date"] = local.date()
            child.value["time"] = child.value["time"] if has_time else local.time()


def _is_typed(value: Any) -> bool:
    """Return whether somebody filled in a field, even with what is not understood."""
    return value is not None and str(value) != ""


def _moment_of(value: StructValue, timezone: str) -> datetime | None:
    if not value.get("date"):
        return None
    at = value.get("time")
    instant = to_instant(value["date"], at if isinstance(at, time) else time.min, timezone)
    return instant.astimezone(zone(timezone))
