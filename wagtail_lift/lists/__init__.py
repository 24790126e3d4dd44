"""Lists of events and packs: what they contain, in which order, and what each row shows."""

from .. import models as _models  # noqa: F401 -- first, whichever is asked for first
from .events import list_events, next_events, occurrences_below
from .packs import latest_packs, list_packs

__all__ = ["latest_packs", "list_events", "list_packs", "next_events", "occurrences_below"]
