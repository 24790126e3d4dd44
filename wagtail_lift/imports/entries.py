"""One event of a file, whatever its format."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any


@dataclass(frozen=True, slots=True)
class Entry:
    """An event as a record of ``actions.imported_values``, with the identity that its file gives.

    ``place`` says where in the file it is. ``faults`` keep it out; ``notes`` say what of it was
    left behind. ``is_off``: the file says that it does not take place.
    """

    uid: str
    place: str
    told: Mapping[str, Any] = field(default_factory=dict)
    faults: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    is_off: bool = False

    @property
    def title(self) -> str:
        """Return the title, empty if the file gives none."""
        return str(self.told.get("title") or "")


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What was read in a file; ``notes`` are about the file as a whole."""

    entries: tuple[Entry, ...]
    notes: tuple[str, ...] = ()


def identity_of(told: Mapping[str, Any]) -> str:
    """Return by what an event is known that its file gives no identity: its title and start."""
    known = (str(told.get("title", "")).casefold(), told.get("start_date"), told.get("start_time"))
    return f"told-{sha256(repr(known).encode()).hexdigest()}"
