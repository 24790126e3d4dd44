"""Records that an insights pack has been open to all: it stays open until its editor closes it."""

from django.db import models

from .page_model import PAGE_MODEL


class PackOpening(models.Model):
    """When a pack opened, stored before something changes at its event.

    The projection writes it before it applies a change. Hiding a pack for a while (private,
    unpublished, expired) keeps the row: only closing the pack deletes it.
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
