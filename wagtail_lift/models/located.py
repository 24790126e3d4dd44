"""Location fields of event pages and meetings."""

from dataclasses import fields

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..domain.location import Location
from ..enums import AttendanceMode, word_or

LOCATION_FIELDS = tuple(field.name for field in fields(Location))
"""The fields that make up a ``Location``."""

TYPED_FIELDS = tuple(n for n in LOCATION_FIELDS if n not in ("latitude", "longitude"))
"""Those that people type; coordinates come with a venue."""


class LocatedMixin(models.Model):
    """Venue and online platform as typed. ``join_url`` is private, and not part of ``location``."""

    attendance_mode = models.CharField(
        _("attendance"),
        max_length=20,
        choices=AttendanceMode.as_choices,
        default=AttendanceMode.IN_PERSON,
    )
    venue_name = models.CharField(_("venue"), max_length=200, blank=True)
    venue_address = models.TextField(_("address"), blank=True)
    map_url = models.URLField(_("link to a map"), blank=True)
    platform_name = models.CharField(
        _("online platform"), max_length=100, blank=True, help_text=_("For example Zoom or Teams.")
    )
    join_url = models.URLField(
        _("join link"), max_length=500, blank=True, help_text=_("Private: shown only by the rule.")
    )

    class Meta:
        abstract = True

    @property
    def location(self) -> Location:
        """Return the public location."""
        return Location(*[getattr(self, name, None) for name in LOCATION_FIELDS])

    @property
    def attendance(self) -> AttendanceMode:
        """Return how people take part; in person if a draft does not say."""
        return word_or(AttendanceMode.IN_PERSON, self.attendance_mode)

    def take_location(self, location: Location) -> None:
        """Set the location, without saving."""
        for name in LOCATION_FIELDS:
            setattr(self, name, getattr(location, name))
