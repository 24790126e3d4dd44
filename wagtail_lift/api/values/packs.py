"""What the API says of insights packs: of one that is not open, only that it opens later.

Editors, who read through version 3 with a token, are shown the whole pack at any time. What is
held back is ``None``, which version 3 does not take: sending it back can empty nothing.
"""

from collections.abc import Callable
from typing import Any

from django.utils import timezone

from ...domain.lifecycle import ALWAYS
from ...enums import Licence
from ...http.addresses import GUIDE_ROUTE, sub_route
from ...packs.context import is_about_a_public_event, occurrence_about
from ...packs.reruns import events_inspired_by
from ..fields import in_utc, is_read_by_an_editor, rich_text
from . import events as api_content

Read = Callable[[Any, Any], Any]


def while_open(read: Read) -> Read:
    """Return ``read`` for open packs and editors; for everybody else it says ``None``."""

    def read_while_open(pack: Any, request: Any) -> Any:
        return read(pack, request) if is_shown(pack) else None

    return read_while_open


def is_shown(pack: Any) -> bool:
    """Return whether this reader may see what is in the pack."""
    return is_read_by_an_editor() or is_open(pack, None)


def is_open(pack: Any, request: Any) -> bool:
    """Return whether the pack is open; a query that lists open ones alone has said so already."""
    known: bool | None = getattr(pack, "lift_is_open", None)
    return pack.is_open_at(timezone.now()) if known is None else known


def opens_at(pack: Any, request: Any) -> str | None:
    """Return from when the pack is open (UTC), ``None`` if that is not known or it always was.

    It is when the event ends, which nobody is told of an event that is not public.
    """
    if not (is_read_by_an_editor() or is_about_a_public_event(pack)):
        return None
    instant = pack.get_opens_at()
    return in_utc(instant) if instant != ALWAYS else None


def stream(name: str) -> Read:
    """Return what reads a stream of the pack."""

    def read(pack: Any, request: Any) -> Any:
        value = getattr(pack, name)
        return value.stream_block.get_api_representation(value, {"request": request})

    return while_open(read)


def text(name: str) -> Read:
    """Return what reads rich text of the pack."""

    def read(pack: Any, request: Any) -> Any:
        features = pack._meta.get_field(name).features
        return rich_text(getattr(pack, name), request, features)

    return while_open(read)


def value(name: str) -> Read:
    """Return what reads a plain value of the pack."""
    return while_open(lambda pack, request: getattr(pack, name))


def guide_url(pack: Any, request: Any) -> str | None:
    """Return the address of the guide laid out to print, empty where there is none."""
    return sub_route(pack, pack.full_url, GUIDE_ROUTE) if pack.guide else ""


def event(pack: Any, request: Any) -> dict[str, Any] | None:
    """Return the event if everybody may see it."""
    return api_content.public_page(pack.event)


def meeting(pack: Any, request: Any) -> dict[str, Any] | None:
    """Return the one date the pack is about, ``None`` if it is about the event as a whole."""
    return {"id": pack.meeting_id} if pack.meeting_id else None


def starts_at(pack: Any, request: Any) -> str | None:
    """Return when the date the pack is about, or is known by, started (UTC)."""
    if not is_about_a_public_event(pack):
        return None
    return in_utc(occurrence_about(pack).starts_at)


def questions(pack: Any, request: Any) -> list[dict[str, Any]]:
    """Return the questions of the event, which findings name by their id."""
    if not is_about_a_public_event(pack):
        return []
    return api_content.questions(pack.event_page, request)


def reruns(pack: Any, request: Any) -> list[dict[str, Any]]:
    """Return the events that follow this pack and that everybody may see, the latest first."""
    return [
        {
            **named,
            "status": page.lifecycle.status.value,
            "starts_at": api_content.starts_at(page, request),
        }
        for page in events_inspired_by(pack)
        if (named := api_content.public_page(page)) is not None
    ]


def licence_label(pack: Any, request: Any) -> str:
    """Return the licence in words."""
    return str(pack.get_licence_display())


def licence_url(pack: Any, request: Any) -> str:
    """Return the address of the licence's deed, empty for own words."""
    return Licence(pack.licence).url if pack.licence in Licence.values else ""
