"""A copied event starts clean: insights packs are not copied with it."""

from wagtail.models import AbstractPage

from ..models.kinds import PackKind
from ..packs.lookup import delete_packs_below
from ..projection.pack_heirs import write_about


def discard_copied_packs(copy: AbstractPage) -> int:
    """Delete the insights packs that a recursive copy included; return how many.

    Call it with the copied page once the copy is complete. A pack copied by itself stays; it
    belongs to no event until an editor chooses one. ``copy()`` of our page types and copying in the
    admin or through the API call this. Wagtail sends no signal for a copy, so code that recursively
    copies another page type (a home page) must call it: nothing else tells packs that were included
    from packs that were copied by themselves.
    """
    return delete_packs_below(copy)


def keep_event(pack: PackKind, translation: PackKind) -> None:
    """Attach a pack's translation to the same event, because copying left it without one."""
    write_about(translation, pack.event_id, pack.meeting_id, draft=translation.latest_revision)
