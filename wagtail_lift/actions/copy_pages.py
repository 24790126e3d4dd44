"""A copied event starts clean: insights packs are never copied along."""

from typing import Any

from ..packs.lookup import delete_packs_below


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
    about = {"event_id": pack.event_id, "meeting_id": pack.meeting_id}
    type(translation)._default_manager.filter(pk=translation.pk).update(**about)
    revision = translation.latest_revision
    if revision is not None:
        revision.content = {
            **revision.content,
            "event": pack.event_id,
            "meeting": pack.meeting_id,
        }
        revision.save(update_fields=["content"])
