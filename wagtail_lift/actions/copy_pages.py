"""A copied event starts clean: insights packs are never copied along."""

from typing import Any

from ..packs.lookup import delete_packs_below
from ..projection.pack_heirs import write_about


def discard_copied_packs(copy: Any) -> int:
    """Delete the insights packs that a recursive copy carried along; return how many.

    To be called with the copied page once the copy is complete. A pack that was copied by itself
    stays; it belongs to no event until an editor chooses one. ``copy()`` of our own page types and
    copying in the admin or through the API call it. Wagtail sends no signal for a copy, and of
    one that code makes of another page type (a home page, recursively) nothing tells a pack that
    was carried along from one that was copied: that code calls this itself.
    """
    return delete_packs_below(copy)


def keep_event(pack: Any, translation: Any) -> None:
    """Let the translation of a pack, which copying leaves without one, be about the same event."""
    write_about(translation, pack.event_id, pack.meeting_id, draft=translation.latest_revision)
