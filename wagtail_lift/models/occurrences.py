"""How pages show meetings: derived rows for lists, feeds and the API. Can be rebuilt any time."""

from dataclasses import fields
from datetime import datetime
from typing import Any

from django.db import models
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from wagtail.images import get_image_model_string

from ..domain.instants import zone
from ..domain.lifecycle import MeetingFacts, booking_closes_at
from ..domain.location import Location
from ..domain.when import When
from ..enums import (
    AttendanceMode,
    BookingMode,
    BookingPlaces,
    FacetKind,
    MeetingState,
)
from ..http.addresses import DATE_PARAMETER
from .fields.derived import ListedAtField, TakesField
from .fields.hours import HoursField
from .fields.location import LocationField
from .kinds import EventKind
from .meetings import Meeting
from .page_model import PAGE_MODEL
from .querysets import OccurrenceQuerySet
from .venues import Venue

FACT_COLUMNS = tuple(field.name for field in fields(MeetingFacts) if field.name != "key")
"""The columns that the status rule reads, besides ``date_key``, in the order of its fields."""


class EventOccurrence(models.Model):
    """One meeting as one page shows it. Never edited: the projection writes it.

    The columns for ``MeetingFacts`` have the names of its fields (``date_key`` for ``key``), so
    that the status rule and its database twin read the same facts. Datetimes are UTC.
    ``host_names`` are the public hosts in order (see ``domain.people``). ``listed_at`` and
    ``takes`` are derived from start and end, however a row is stored. ``expires_at`` is when the
    page, or the pack it shows, is due to be unpublished. ``hours`` and ``previous_hours`` say which
    times of day are shown. ``location`` is ``None`` if the page's own
    location applies.

    ``entry_*`` let a calendar be identified without reading its entries: the zone of the times
    (empty for UTC), the version of the code that wrote the text, a fingerprint of text and URL (44
    bits, to be summed), and when either last changed. ``None`` for undated rows.
    """

    page = models.ForeignKey(PAGE_MODEL, on_delete=models.CASCADE, related_name="lift_occurrences")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="occurrences")
    is_public = models.BooleanField(default=True)
    title = models.CharField(max_length=255)
    summary = models.TextField(blank=True)
    lead_image = models.ForeignKey(
        get_image_model_string(), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    lead_image_alt_text = models.CharField(max_length=255, blank=True)
    host_names = models.TextField(blank=True)

    date_key = models.CharField(max_length=64)
    date_param = models.CharField(max_length=64, blank=True)
    state = models.CharField(max_length=20, choices=MeetingState.as_choices)
    public_note = models.CharField(max_length=500, blank=True)
    starts_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    previous_starts_at = models.DateTimeField(null=True)
    hours = HoursField()
    previous_hours = HoursField()
    timezone = models.CharField(max_length=64)
    listed_at = ListedAtField()
    takes = TakesField()

    attendance_mode = models.CharField(max_length=20, choices=AttendanceMode.as_choices)
    place = models.CharField(max_length=500, blank=True)
    location = LocationField()

    booking_mode = models.CharField(max_length=20, choices=BookingMode.as_choices)
    booking_opens_at = models.DateTimeField(null=True)
    booking_closes_at = models.DateTimeField(null=True)
    places = models.CharField(max_length=20, choices=BookingPlaces.as_choices)

    pack = models.ForeignKey(
        PAGE_MODEL, null=True, on_delete=models.SET_NULL, related_name="lift_pack_occurrences"
    )
    pack_opens_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)
    entry_timezone = models.CharField(max_length=64, blank=True)
    entry_version = models.PositiveSmallIntegerField(null=True)
    entry_fingerprint = models.BigIntegerField(null=True)
    entry_changed_at = models.DateTimeField(null=True)

    objects = OccurrenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("occurrence")
        verbose_name_plural = _("occurrences")
        constraints = [
            models.UniqueConstraint(
                fields=["page", "meeting"], name="lift_occurrence_page_meeting"
            ),
        ]
        indexes = [
            models.Index(fields=["starts_at", "ends_at"], name="lift_occurrence_starts"),
            models.Index(fields=["ends_at", "starts_at"], name="lift_occurrence_ends"),
            models.Index(fields=["listed_at", "id"], name="lift_occurrence_listed"),
            models.Index(fields=["page", "listed_at"], name="lift_occurrence_page_listed"),
            models.Index(fields=["takes"], name="lift_occurrence_takes"),
            models.Index(fields=["expires_at"], name="lift_occurrence_expires"),
            models.Index(
                fields=[
                    "page",
                    "is_public",
                    "ends_at",
                    "starts_at",
                    "state",
                    "entry_version",
                    "entry_fingerprint",
                    "entry_changed_at",
                ],
                name="lift_occurrence_calendar",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.date_key})"

    @property
    def query(self) -> str:
        """Return the query string that selects this date, empty for an only date."""
        return f"?{urlencode({DATE_PARAMETER: self.date_param})}" if self.date_param else ""

    def facts(self) -> MeetingFacts:
        """Return the facts for the status rule."""
        return MeetingFacts(self.date_key, *[getattr(self, name) for name in FACT_COLUMNS])

    def show(self, facts: MeetingFacts) -> None:
        """Replace the facts without saving, to preview how the page will look."""
        for name in FACT_COLUMNS:
            setattr(self, name, getattr(facts, name))

    @property
    def goes_ahead(self) -> bool:
        """Return whether the date is neither cancelled nor postponed."""
        return self.state == MeetingState.SCHEDULED

    @property
    def is_told_of(self) -> bool:
        """Return whether lists show a change or a note besides the time."""
        return bool(self.public_note or self.previous_starts_at or self.location)

    def location_on(self, page: EventKind) -> Location:
        """Return where the date is; ``page`` is the one that shows it."""
        return self.location or page.location

    def venue_on(self, page: EventKind) -> Any:
        """Return the venue that ``page`` shows for this date, ``None`` if its place is typed."""
        if not self.location:
            return page.shown_venue
        venue = self.own_venue_of(self.meeting)
        if venue is None or venue.locale_id == page.locale_id:
            return venue
        return venue.get_translations().filter(locale=page.locale_id, live=True).first() or venue

    def own_venue_of(self, meeting: Meeting) -> Venue | None:
        """Return the saved venue that its ``meeting`` has instead of the page's place, if any."""
        return meeting.shown_venue if self.location and meeting.has_own_location else None

    @property
    def book_by(self) -> datetime | None:
        """Return when booking closes (UTC), ``None`` if that is when the date starts."""
        return booking_closes_at(self.facts()) if self.booking_closes_at else None

    @property
    def when(self) -> When | None:
        """Return when it is, as it is shown; ``None`` if it is undated."""
        if self.starts_at is None:
            return None
        return When(self.starts_at, self.ends_at, self.timezone, self.hours)

    @property
    def previous_when(self) -> When | None:
        """Return when it was to start before it was moved, ``None`` if it was not."""
        if self.previous_starts_at is None:
            return None
        return When(self.previous_starts_at, None, self.timezone, self.previous_hours)

    @property
    def local_starts_at(self) -> datetime | None:
        """Return the start as an aware datetime in the event's zone."""
        return self.starts_at and self.starts_at.astimezone(zone(self.timezone))

    @property
    def local_ends_at(self) -> datetime | None:
        """Return the end as an aware datetime in the event's zone."""
        return self.ends_at and self.ends_at.astimezone(zone(self.timezone))

    @property
    def local_previous_starts_at(self) -> datetime | None:
        """Return the start before the date was moved, in the event's zone."""
        return self.previous_starts_at and self.previous_starts_at.astimezone(zone(self.timezone))


class EventFacet(models.Model):
    """Something an event can be found by, projected with its occurrences.

    ``value`` is stable and safe in a URL (a slug, a host's translation key, a choice); ``label`` is
    for people.
    """

    page = models.ForeignKey(PAGE_MODEL, on_delete=models.CASCADE, related_name="lift_facets")
    kind = models.CharField(max_length=20, choices=FacetKind.as_choices)
    value = models.CharField(max_length=200)
    label = models.CharField(max_length=200)

    class Meta:
        verbose_name = _("facet")
        verbose_name_plural = _("facets")
        constraints = [
            models.UniqueConstraint(fields=["page", "kind", "value"], name="lift_facet_once"),
        ]
        indexes = [models.Index(fields=["kind", "value"], name="lift_facet_value")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.label}"
