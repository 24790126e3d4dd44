"""API values of insights packs; a pack that is not open says only that it opens later.

Editors, who read through version 3 with a token, always see the whole pack. Values held back are
``None``, which version 3 does not accept, so sending them back cannot empty anything.
"""

from collections.abc import Callable
from typing import Any, get_type_hints

from django.utils import timezone

from ...domain.lifecycle import ALWAYS
from ...enums import Licence
from ...http.addresses import CARDS_ROUTE, GUIDE_ROUTE, PDF_ROUTE, sub_route
from ...models.kinds import PackKind
from ...packs.reruns import events_inspired_by
from ...page_types.pack_context import is_about_a_public_event, occurrence_about, question_cards
from ...pdf.responses import can_make_pdf
from ..fields import APIRequest, in_utc, is_read_by_an_editor, rich_text_of
from ..shapes import ConversationQuestion, GuideWithoutParts, Instant, MeetingLink, PageLink, Rerun
from . import events as api_content

Read = Callable[[Any, Any], Any]


def while_open(read: Read) -> Read:
    """Wrap ``read`` to return ``None`` unless the pack is open or the reader is an editor."""

    def read_while_open(pack: PackKind, request: APIRequest | None) -> Any:
        return read(pack, request) if is_shown(pack) else None

    returned = get_type_hints(read, include_extras=True).get("return", Any)
    # As a whole: from Python 3.14 on, what is read here is worked out anew by some readers.
    read_while_open.__annotations__ = {"return": returned | None if returned is not Any else Any}
    return read_while_open


def is_shown(pack: PackKind) -> bool:
    """Return whether this reader may see the content; who reads a draft sees all of it."""
    return pack.shows_draft or is_read_by_an_editor() or is_open(pack, None)


def is_open(pack: PackKind, request: APIRequest | None) -> bool:
    """Return whether the pack is open; a queryset of open packs has annotated it already."""
    known: bool | None = getattr(pack, "lift_is_open", None)
    return pack.is_open_at(timezone.now()) if known is None else known


def opens_at(pack: PackKind, request: APIRequest | None) -> Instant | None:
    """Return when the pack opens (UTC), ``None`` if that is unknown or it always was open.

    That is when the event ends, so it is held back if the event is not public.
    """
    if not (is_read_by_an_editor() or is_about_a_public_event(pack)):
        return None
    instant = pack.get_opens_at()
    return in_utc(instant) if instant != ALWAYS else None


def stream(name: str) -> Read:
    """Return a reader for a stream of the pack."""

    def read(pack: PackKind, request: APIRequest | None) -> list[Any]:
        value = getattr(pack, name)
        return value.stream_block.get_api_representation(value, {"request": request})

    return while_open(read)


def text(name: str) -> Read:
    """Return a reader for rich text of the pack."""
    return while_open(rich_text_of(name))


def number(name: str) -> Read:
    """Return a reader for a number of the pack."""

    def read(pack: PackKind, request: APIRequest | None) -> int | None:
        count: int | None = getattr(pack, name)
        return count

    return while_open(read)


def is_guide_only(pack: PackKind, request: APIRequest | None) -> bool:
    """Return whether the pack is a guide, with nothing that was learnt."""
    return bool(pack.is_guide_only)


def shorter_guide(pack: PackKind, request: APIRequest | None) -> GuideWithoutParts | None:
    """Return the guide without the parts that can be left out, ``None`` if there are none."""
    shorter = pack.shorter_guide
    return {"minutes": shorter.minutes, "without": list(shorter.without)} if shorter else None


def guide_url(pack: PackKind, request: APIRequest | None) -> str:
    """Return the address of the printable guide, empty if there is none."""
    return sub_route(pack, pack.full_url, GUIDE_ROUTE) if pack.guide else ""


def pdf_url(pack: PackKind, request: APIRequest | None) -> str:
    """Return the address of the pack as PDF, empty if it is not open or no PDF can be made."""
    is_made = can_make_pdf() and is_open(pack, request)
    return sub_route(pack, pack.full_url, PDF_ROUTE) if is_made else ""


def cards_url(pack: PackKind, request: APIRequest | None) -> str:
    """Return the address of the question cards, empty if the pack is not open or has none."""
    asked = pack.event_page.questions if is_about_a_public_event(pack) else ()
    has_cards = is_open(pack, request) and bool(question_cards(pack, asked))
    return sub_route(pack, pack.full_url, CARDS_ROUTE) if has_cards else ""


def event(pack: PackKind, request: APIRequest | None) -> PageLink | None:
    """Return the event if everybody may see it."""
    return api_content.public_page(pack.event)


def meeting(pack: PackKind, request: APIRequest | None) -> MeetingLink | None:
    """Return the one date the pack is about, ``None`` if it is about the event as a whole."""
    return {"id": pack.meeting_id} if pack.meeting_id else None


def starts_at(pack: PackKind, request: APIRequest | None) -> Instant | None:
    """Return when the pack's date, or else its event's headline date, started (UTC)."""
    if not is_about_a_public_event(pack):
        return None
    return in_utc(occurrence_about(pack).starts_at)


def questions(pack: PackKind, request: APIRequest | None) -> list[ConversationQuestion]:
    """Return the event's questions, which findings refer to by id."""
    if not is_about_a_public_event(pack):
        return []
    return api_content.questions(pack.event_page, request)


def reruns(pack: PackKind, request: APIRequest | None) -> list[Rerun]:
    """Return the public reruns of this pack, the latest first."""
    return [
        {
            **named,
            "status": page.lifecycle.status.value,
            "starts_at": api_content.starts_at(page, request),
        }
        for page in events_inspired_by(pack)
        if (named := api_content.public_page(page)) is not None
    ]


def licence_label(pack: PackKind, request: APIRequest | None) -> str:
    """Return the licence in words."""
    return str(pack.get_licence_display())


def licence_url(pack: PackKind, request: APIRequest | None) -> str:
    """Return the address of the licence deed, empty for a licence in the editor's own words."""
    return Licence(pack.licence).url if pack.licence in Licence.values else ""
