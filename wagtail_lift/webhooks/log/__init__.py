"""The log of changes: from what a transaction touched, and what the clock does, to entries."""

from .clock import follow_clock
from .lock import read_state
from .missed import touch_what_was_missed
from .pruning import prune
from .settling import settle, settle_all
from .sites import follow_site
from .touches import follow

__all__ = [
    "follow",
    "follow_clock",
    "follow_site",
    "prune",
    "read_state",
    "settle",
    "settle_all",
    "touch_what_was_missed",
]
