"""When an event is: dates and times as typed, in the event's own zone."""

from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ...domain.schedule import TypedDates, default_end, zone


class EventScheduleMixin(models.Model):
    """The typed schedule. UTC is derived from it by the projection and never stored here."""

    start_date = models.DateField(
        _("starts on"), null=True, blank=True, help_text=_("Leave empty while the date is to come.")
    )
    start_time = models.TimeField(_("starts at"), null=True, blank=True)
    end_date = models.DateField(
        _("ends on"), null=True, blank=True, help_text=_("Leave empty if it ends on the same day.")
    )
    end_time = models.TimeField(
        _("ends at"), null=True, blank=True, help_text=_("Two hours after the start if left empty.")
    )
    timezone = models.CharField(
        _("time zone"),
        max_length=64,
        blank=True,
        help_text=_("All times of this event are in this zone. New events take the programme's."),
    )

    class Meta:
        abstract = True

    @property
    def typed_dates(self) -> TypedDates:
        """Return the schedule as typed on this very page."""
        return TypedDates(
            self.start_date, self.start_time, self.end_date, self.end_time, self.timezone
        )

    @property
    def zone(self) -> ZoneInfo:
        """Return the event's zone; UTC where none is known yet."""
        return zone(self.timezone)

    def fill_in_schedule(self, default_timezone: str = "") -> None:
        """Copy the zone once where none was chosen, and let the end follow the start."""
        if not self.timezone:
            self.timezone = default_timezone or settings.TIME_ZONE
        if self.start_date and self.start_time and self.end_time is None:
            end_date, self.end_time = default_end(self.start_date, self.start_time)
            if self.end_date is None and end_date != self.start_date:
                self.end_date = end_date
