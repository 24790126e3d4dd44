"""Entries of calendars, rendered once and kept; they outlive the occurrences they are made from."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..meetings import Meeting
from ..page_model import PAGE_MODEL


class CalendarEntry(models.Model):
    """One date as calendars are told of it by one page. Never edited: the projection writes it.

    An occurrence is rebuilt at will, an entry stays: as long as its content is the same its bytes
    and ``changed_at`` are. Bookings are no content. ``timezone`` is the zone in which the times
    are told, empty for UTC; ``fingerprint`` (40 bits) is that of what is shown, to be summed up: of
    ``text`` and ``changed_at``, and another one where the address is.
    """

    page = models.ForeignKey(
        PAGE_MODEL, on_delete=models.CASCADE, related_name="lift_calendar_entries"
    )
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="calendar_entries")
    text = models.TextField()
    timezone = models.CharField(max_length=64, blank=True)
    format_version = models.PositiveSmallIntegerField()
    content_hash = models.CharField(max_length=64)
    fingerprint = models.BigIntegerField()
    changed_at = models.DateTimeField(_("changed"))

    class Meta:
        verbose_name = _("calendar entry")
        verbose_name_plural = _("calendar entries")
        constraints = [
            models.UniqueConstraint(
                fields=["page", "meeting"], name="lift_calendar_entry_page_meeting"
            ),
        ]
        indexes = [models.Index(fields=["changed_at"], name="lift_calendar_entry_changed")]

    def __str__(self) -> str:
        return f"{self.meeting_id} ({self.page_id})"
