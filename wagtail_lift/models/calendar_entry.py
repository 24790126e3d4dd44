"""The text of calendar entries, kept apart from the rows that lists read: it is long."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .occurrences import EventOccurrence


class CalendarEntry(models.Model):
    """The VEVENT of one occurrence, without its URL and the time of its last change.

    Never edited: the projection writes it when its content or the code that renders it changes.
    """

    occurrence = models.OneToOneField(
        EventOccurrence,
        primary_key=True,
        on_delete=models.CASCADE,
        related_name="calendar_entry",
    )
    text = models.TextField()

    class Meta:
        verbose_name = _("calendar entry")
        verbose_name_plural = _("calendar entries")

    def __str__(self) -> str:
        return str(self.occurrence_id)
