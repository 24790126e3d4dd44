"""That an insights pack has been open to all: it stays open until its editor closes it."""

from django.db import models

from .page_model import PAGE_MODEL


class PackOpening(models.Model):
    """A pack that was open before something changed at its event, and since when.

    Written by the projection before it applies a change. What hides a pack for a while (private,
    unpublished, expired) leaves it alone: only closing the pack deletes it.
    """

    pack = models.OneToOneField(
        PAGE_MODEL,
        primary_key=True,
        on_delete=models.CASCADE,
        related_name="lift_pack_opening",
    )
    opened_at = models.DateTimeField()

    class Meta:
        verbose_name = "opening of an insights pack"
        verbose_name_plural = "openings of insights packs"

    def __str__(self) -> str:
        return f"{self.pack_id}: {self.opened_at.isoformat()}"
