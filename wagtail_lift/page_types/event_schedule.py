"""When an event is: dates and times as typed, in the event's own zone."""

from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField

from ..blocks import AddedDatesStreamBlock, SkippedDatesStreamBlock
from ..domain.instants import zone
from ..domain.schedule import TypedDates, with_default_end
from ..domain.series import AddedDate, TypedSeries
from ..enums import Hours, word_or

OPEN_END_HELP = _("With an open end, the event counts as over two hours after its start.")


class EventScheduleMixin(models.Model):
    """The typed schedule. UTC is derived from it by the projection and never stored here."""

    start_date = models.DateField(
        _("starts on"), null=True, blank=True, help_text=_("Leave empty while the date is to come.")
    )
    start_time = models.TimeField(_("starts at"), null=True, blank=True)
    end_date = models.DateField(
        _("ends on"),
        null=True,
        blank=True,
        help_text=_("Leave empty if it ends on the same day or in the night after it."),
    )
    end_time = models.TimeField(
        _("ends at"), null=True, blank=True, help_text=_("Two hours after the start if left empty.")
    )
    hours = models.CharField(
        _("times"),
        max_length=20,
        choices=Hours.as_choices,
        default=Hours.START_AND_END,
        help_text=OPEN_END_HELP,
    )
    timezone = models.CharField(
        _("time zone"),
        max_length=64,
        blank=True,
        help_text=_("All times of this event are in this zone. New events take the programme's."),
    )

    recurrence_rule = models.TextField(
        _("repeats"),
        blank=True,
        help_text=_("Each date keeps the wall-clock time of the first, also across clock changes."),
    )
    skipped_dates = StreamField(
        SkippedDatesStreamBlock(required=False),
        verbose_name=_("left out"),
        blank=True,
        help_text=_("Days that the rule gives on which it does not take place."),
    )
    added_dates = StreamField(
        AddedDatesStreamBlock(required=False),
        verbose_name=_("further dates"),
        blank=True,
        help_text=_("Dates in addition to the first one and those that repeat."),
    )

    class Meta:
        abstract = True

    @property
    def typed_dates(self) -> TypedDates:
        """Return the schedule as typed on this page."""
        return TypedDates(
            self.start_date,
            self.start_time,
            self.end_date,
            self.end_time,
            self.timezone,
            word_or(Hours.START_AND_END, self.hours),
        )

    @property
    def typed_series(self) -> TypedSeries:
        """Return all dates as typed on this page."""
        return TypedSeries(
            first=self.typed_dates,
            rule=self.recurrence_rule.strip(),
            skipped=frozenset(block.value for block in self.skipped_dates if block.value),
            added=tuple(
                _added_date(block.id or f"new-{number}", block.value)
                for number, block in enumerate(self.added_dates)
            ),
        )

    @property
    def zone(self) -> ZoneInfo:
        """Return the event's zone; UTC while it is not known."""
        return zone(self.timezone)

    def fill_in_schedule(self, default_timezone: str = "") -> None:
        """Set a missing zone, and derive a missing end from the start unless it is open."""
        if not self.timezone:
            self.timezone = default_timezone or settings.TIME_ZONE
        self.hours = self.hours or Hours.START_AND_END
        filled = with_default_end(self.typed_dates)
        self.end_date, self.end_time = filled.end_date, filled.end_time


def _added_date(key: str, value: Any) -> AddedDate:
    names = ("start_date", "start_time", "end_date", "end_time")
    hours = value.get("hours")
    typed = [value.get(name) or None for name in names]
    return AddedDate(key, *typed, Hours(hours) if hours in Hours.values else None)
