"""What a programme shows, in version 3: lists of events, months, hosts and packs."""

from .events import router

__all__ = ["router"]
