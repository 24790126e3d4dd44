"""Meetings: the source of truth about each gathering of an event."""

import json
import uuid
from datetime import datetime
from hashlib import sha256
from zoneinfo import ZoneInfo

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models.functions import Coalesce
from django.utils.timezone import now
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..domain.instants import (
    instant_of,
    span_of,
    wall_clock_of,
    zone,
)
from ..domain.lifecycle import is_over
from ..domain.matching import KnownMeeting
from ..domain.places import is_at_venue, location_at
from ..domain.schedule import UNDATED_KEY
from ..domain.when import When
from ..enums import AttendanceMode, BookingMode, BookingPlaces, Hours, MeetingState, Problem
from .event import Event
from .fields.hours import HoursField
from .fields.wall_clock import WallClockField
from .located import LocatedMixin
from .querysets import MeetingQuerySet
from .venues import Venue


class Meeting(LocatedMixin):
    """One gathering of an event. Once it has ended, it is history.

    Its key is the local day and time at which the plan last put it, empty if undated. Wall-clock
    times in ``timezone`` are the source of truth: ``date_key`` and ``planned_end`` as planned,
    ``moved_start`` and ``moved_end`` as changed by an action. The instants ``starts_at``,
    ``ends_at``, ``moved_starts_at``, ``moved_ends_at`` and ``previous_starts_at`` (UTC) are derived
    from them; ``current_*`` are those in effect. Which of these times count, and are shown, say
    ``planned_hours``, ``moved_hours`` and ``previous_hours``. The location follows the source until
    the meeting has begun, and then stays, in the words of each translation too
    (``translated_locations``, by the key of the locale); with ``has_own_location`` an action set
    another one, perhaps with a ``join_url`` of its own, which is private. If that is a saved
    ``venue``, its words follow the venue until the meeting has begun.

    ``is_withdrawn``: no longer planned, and nobody relies on it; ``uid`` and ``sequence`` are kept
    and continue if it comes back. Once a meeting has begun, no plan changes it. Nothing here comes
    from a draft: only actions and the projection of published pages write it.
    """

    event = models.ForeignKey(
        Event, verbose_name=_("event"), on_delete=models.PROTECT, related_name="meetings"
    )
    date_key = models.CharField(_("date key"), max_length=26, blank=True, default=UNDATED_KEY)
    uid = models.UUIDField(_("UID"), default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(_("sequence"), default=0, editable=False)

    timezone = models.CharField(_("time zone"), max_length=64, default="UTC")
    planned_end = WallClockField()
    moved_start = WallClockField()
    moved_end = WallClockField()
    previous_start = WallClockField()
    planned_hours = HoursField()
    moved_hours = HoursField()
    previous_hours = HoursField()
    starts_at = models.DateTimeField(_("starts"), null=True, blank=True)
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)
    latitude = models.FloatField(_("latitude"), null=True, editable=False)
    longitude = models.FloatField(_("longitude"), null=True, editable=False)
    has_own_location = models.BooleanField(_("takes place elsewhere"), default=False)
    venue = models.ForeignKey(
        Venue,
        verbose_name=_("saved venue"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    translated_locations = models.JSONField(null=True, editable=False)
    is_withdrawn = models.BooleanField(default=False)
    problem = models.CharField(_("problem"), max_length=40, blank=True, choices=Problem.as_choices)

    state = models.CharField(
        _("state"), max_length=20, choices=MeetingState.as_choices, default=MeetingState.SCHEDULED
    )
    public_note = models.CharField(_("public note"), max_length=500, blank=True)
    moved_starts_at = models.DateTimeField(_("moved to"), null=True, blank=True)
    moved_ends_at = models.DateTimeField(_("moved until"), null=True, blank=True)
    previous_starts_at = models.DateTimeField(_("was to start"), null=True, blank=True)

    booking_mode = models.CharField(
        _("booking"), max_length=20, blank=True, choices=BookingMode.as_choices
    )
    booking_opens_at = models.DateTimeField(_("booking opens"), null=True, blank=True)
    booking_closes_at = models.DateTimeField(_("booking closes"), null=True, blank=True)
    places = models.CharField(
        _("places"),
        max_length=20,
        choices=BookingPlaces.as_choices,
        default=BookingPlaces.AVAILABLE,
    )

    created_at = models.DateTimeField(_("created"), default=now, editable=False)
    modified_at = models.DateTimeField(_("modified"), default=now, editable=False)

    objects = MeetingQuerySet.as_manager()

    is_projected = True
    """Whether readers see its current state; ``False`` after an action that could not be projected.
    """

    class Meta:
        verbose_name = _("date")
        verbose_name_plural = _("dates")
        ordering = [Coalesce("moved_starts_at", "starts_at").desc(), "pk"]
        constraints = [
            models.UniqueConstraint(fields=["event", "date_key"], name="lift_meeting_identity"),
            models.CheckConstraint(
                condition=models.Q(moved_starts_at__isnull=True, moved_ends_at__isnull=True)
                | models.Q(
                    moved_starts_at__isnull=False,
                    moved_ends_at__isnull=False,
                    moved_starts_at__lt=models.F("moved_ends_at"),
                ),
                name="lift_meeting_changed_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event.title}, {self.date_label}"

    @property
    def zone(self) -> ZoneInfo:
        """Return the event's zone."""
        return zone(self.timezone)

    @property
    def is_planned(self) -> bool:
        """Return whether the page plans this date; if not, an editor has to decide."""
        return self.problem != Problem.DATE_NOT_PLANNED

    @property
    def is_moved(self) -> bool:
        """Return whether an action moved the meeting away from its plan."""
        return self.moved_starts_at is not None

    @property
    def is_changed(self) -> bool:
        """Return whether an action changed its planned time or place."""
        return self.is_moved or self.has_own_location

    @property
    def place(self) -> str:
        """Return its location in one line, in the active language."""
        return self.location.in_one_line(str(AttendanceMode.ONLINE.label))

    @property
    def shown_venue(self) -> Venue | None:
        """Return the venue of its own that readers see, ``None`` without one.

        A date that has begun shows it no longer once the venue tells something else.
        """
        venue = self.venue
        if venue is None or not venue.live:
            return None
        is_told = self.location == location_at(self.location, venue.facts)
        return venue if is_told and is_at_venue(self.location) else None

    def follow_venue(self) -> None:
        """Take the words of a venue of its own that readers see, without saving."""
        if self.venue is not None and self.venue.live and is_at_venue(self.location):
            self.take_location(location_at(self.location, self.venue.facts))

    @property
    def planned_start(self) -> datetime | None:
        """Return the planned wall-clock start (naive), ``None`` if undated."""
        return wall_clock_of(self.date_key)

    @property
    def planned_times(self) -> tuple[datetime | None, datetime | None, str]:
        """Return the planned wall-clock start and end (naive), and which of them count."""
        return self.planned_start, self.planned_end, self.planned_hours

    @property
    def current_start(self) -> datetime | None:
        """Return the wall-clock start (naive), ``None`` if undated."""
        return self.moved_start or self.planned_start

    @property
    def current_end(self) -> datetime | None:
        """Return the wall-clock end (naive), ``None`` if undated."""
        return self.moved_end or self.planned_end

    @property
    def current_hours(self) -> str:
        """Return which times of day it has."""
        return self.moved_hours if self.is_moved else self.planned_hours

    def has_begun(self, now: datetime) -> bool:
        """Return whether it has begun: from then on no plan changes it."""
        return is_over(self.current_starts_at, now)

    def has_ended(self, now: datetime) -> bool:
        """Return whether its end has passed, whatever its state: from then on it is history."""
        return is_over(self.current_ends_at, now)

    def derive_instants(self) -> None:
        """Derive the instants from the wall-clock times and the zone, without saving."""
        self.starts_at, self.ends_at = span_of(self.planned_start, self.planned_end, self.timezone)
        self.moved_starts_at, self.moved_ends_at = span_of(
            self.moved_start, self.moved_end, self.timezone
        )
        self.previous_starts_at = instant_of(self.previous_start, self.timezone)

    def end_move(self) -> None:
        """Discard the move made by an action, without saving."""
        self.moved_start = self.moved_end = self.previous_start = None
        self.moved_starts_at = self.moved_ends_at = self.previous_starts_at = None
        self.moved_hours = self.previous_hours = Hours.START_AND_END

    def as_known(self, now: datetime) -> KnownMeeting:
        """Return what ``domain.matching`` reads."""
        return KnownMeeting(
            start=self.planned_start,
            moved_start=self.moved_start,
            has_begun=self.has_begun(now),
            has_ended=self.has_ended(now),
            is_cancelled=self.state == MeetingState.CANCELLED,
            is_postponed=self.state == MeetingState.POSTPONED,
            has_own_location=self.has_own_location,
            has_note=bool(self.public_note) and self.state != MeetingState.POSTPONED,
            is_withdrawn=self.is_withdrawn,
        )

    @property
    def current_starts_at(self) -> datetime | None:
        """Return when it starts (UTC), ``None`` if undated."""
        return self.moved_starts_at or self.starts_at

    @property
    def current_ends_at(self) -> datetime | None:
        """Return when it ends (UTC), ``None`` if undated."""
        return self.moved_ends_at or self.ends_at

    @property
    def when(self) -> When | None:
        """Return when it is, as it is shown; ``None`` if it is undated."""
        starts_at = self.current_starts_at
        if starts_at is None:
            return None
        return When(starts_at, self.current_ends_at, self.timezone, self.current_hours)

    @property
    def previous_when(self) -> When | None:
        """Return when it was to start before it was moved, ``None`` if it was not."""
        if self.previous_starts_at is None:
            return None
        return When(self.previous_starts_at, None, self.timezone, self.previous_hours)

    @property
    def version(self) -> str:
        """Return text that changes with anything stored; ask it of a row as read."""
        columns = self._meta.concrete_fields
        values = [getattr(self, column.attname) for column in columns]
        text = json.dumps(values, cls=DjangoJSONEncoder, sort_keys=True)
        return sha256(text.encode()).hexdigest()[:16]

    @property
    def date_label(self) -> str:
        """Return date and time in the event's zone, or "date to come"."""
        if self.current_starts_at is None:
            return gettext("date to come")
        local = self.current_starts_at.astimezone(self.zone)
        if self.current_hours == Hours.ALL_DAY:
            return f"{local:%Y-%m-%d} {self.timezone}"
        return f"{local:%Y-%m-%d %H:%M} {self.timezone}"
