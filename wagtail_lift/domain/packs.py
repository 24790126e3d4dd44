"""When an insights pack is open: one rule for page, list, API, feed and status."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from .lifecycle import ALWAYS, MeetingFacts


@dataclass(frozen=True, slots=True)
class PackFacts:
    """What decides whether a pack is open.

    ``is_public``: live, with no view restriction on it or above it. ``date_key``: the date the pack
    is about, ``None`` for the whole event. ``is_opened_early``: the editor's tick. ``opened_at``:
    when it opened to all, whatever has changed at its event since. ``is_standalone``: a guide that
    was made without an event and has none; losing its event makes no pack standalone.
    """

    is_public: bool
    is_opened_early: bool = False
    date_key: str | None = None
    opened_at: datetime | None = None
    is_standalone: bool = False


def event_ends_at(meetings: Iterable[MeetingFacts]) -> datetime | None:
    """Return the last end of the meetings that go ahead, ``None`` if unknown.

    An undated meeting that goes ahead leaves the end open.
    """
    going_ahead = [m for m in meetings if m.is_going_ahead]
    ends = [m.ends_at for m in going_ahead if m.ends_at is not None]
    return max(ends) if ends and len(ends) == len(going_ahead) else None


def pack_opens_at(pack: PackFacts, meetings: Iterable[MeetingFacts]) -> datetime | None:
    """Return when a pack opens, ``None`` while it is not public or the end is unknown.

    The pack is open if the result is not later than ``now``. Once open to all it stays open, unless
    it is hidden.
    """
    if not pack.is_public:
        return None
    if pack.is_opened_early or pack.is_standalone:
        return ALWAYS
    if pack.opened_at is not None:
        return pack.opened_at
    known = list(meetings)
    if pack.date_key is not None:
        known = [m for m in known if m.key == pack.date_key]
    return event_ends_at(known)


def pack_is_open(pack: PackFacts, meetings: Iterable[MeetingFacts], now: datetime) -> bool:
    """Return whether a pack is live and public, and waits for no end of an event any more."""
    opens_at = pack_opens_at(pack, meetings)
    return opens_at is not None and opens_at <= now


def covering_opens_at(
    packs: Iterable[PackFacts], meeting: MeetingFacts, meetings: Iterable[MeetingFacts]
) -> datetime | None:
    """Return when the first pack about ``meeting`` or about the whole event opens."""
    known = list(meetings)
    instants = [
        opens_at
        for pack in packs
        if pack.date_key in (None, meeting.key)
        and (opens_at := pack_opens_at(pack, known)) is not None
    ]
    return min(instants, default=None)
