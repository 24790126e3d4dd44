"""What is told of an event as it goes along, and what it leaves behind."""

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField

from ..blocks import (
    MaterialsStreamBlock,
    Update,
    UpdatesStreamBlock,
    date_updates,
    materials_not_in,
    updates_of,
)
from ..models.kinds import PackKind


class EventMaterialsMixin(models.Model):
    """Updates with their moments, and materials; each language has its own."""

    updates = StreamField(
        UpdatesStreamBlock(required=False),
        verbose_name=_("updates"),
        blank=True,
        help_text=_("Short news, told on the page and in feeds, newest first."),
    )
    materials = StreamField(
        MaterialsStreamBlock(required=False),
        verbose_name=_("recordings and other materials"),
        blank=True,
        help_text=_("Shown as soon as there are any, also before the event."),
    )

    class Meta:
        abstract = True

    def updates_in(self, timezone: str) -> list[Update]:
        """Return the updates, newest first, each with its moment in a zone."""
        return updates_of(self.updates, timezone)

    def materials_beside(self, pack: PackKind | None) -> list[StreamValue.StreamChild]:
        """Return the materials, without what the event's open pack tells already."""
        return materials_not_in(self.materials, pack.materials if pack else None)

    def fill_in_updates(self, now: datetime) -> None:
        """Give updates without a moment the present one, in the event's zone."""
        if self.updates:
            date_updates(self.updates, now, self.source.timezone)
