"""The truth about one real gathering of an event on one date."""

import uuid
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models.functions import Coalesce
from django.utils.timezone import now
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..domain.schedule import FIRST_DATE_KEY, zone
from ..domain.series import rule_day
from ..enums import BookingMode, BookingPlaces, MeetingState, Problem
from ..querysets import MeetingQuerySet
from .events.families import successor_of
from .page_model import PAGE_MODEL, get_page_model


def hand_over_or_cascade(collector: Any, field: Any, rows: Any, using: str) -> None:
    """Let a translation or alias inherit the dates of a deleted event; delete them if none can.

    An ``on_delete`` of Django; migrations name it by its path.
    """
    leaving = {p.pk for p in collector.data.get(get_page_model(), ())}
    orphans = []
    for row in rows:
        heir = successor_of(row.event_id, leaving)
        if heir is None:
            orphans.append(row)
        else:
            collector.add_field_update(field, heir, [row])
    if orphans:
        models.CASCADE(collector, field, orphans, using)


class Meeting(models.Model):
    """One gathering. Its identity is the event and ``date_key``; what happened to it stays.

    ``starts_at`` and ``ends_at`` are the plan as last published (UTC), ``moved_*`` where an action
    moved it to; ``current_*`` is what holds. Nothing here ever comes from a draft: only actions
    and the projection of published pages write it.
    """

    event = models.ForeignKey(
        PAGE_MODEL,
        verbose_name=_("event"),
        on_delete=hand_over_or_cascade,
        related_name="lift_meetings",
    )
    date_key = models.CharField(_("date key"), max_length=64, default=FIRST_DATE_KEY)
    uid = models.UUIDField(_("UID"), default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(_("sequence"), default=0, editable=False)

    starts_at = models.DateTimeField(_("starts"), null=True, blank=True)
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)
    timezone = models.CharField(_("time zone"), max_length=64, default="UTC")
    place = models.CharField(_("place"), max_length=500, blank=True)
    problem = models.CharField(_("problem"), max_length=40, blank=True, choices=Problem.choices)

    state = models.CharField(
        _("state"), max_length=20, choices=MeetingState.choices, default=MeetingState.SCHEDULED
    )
    public_note = models.CharField(_("public note"), max_length=500, blank=True)
    moved_starts_at = models.DateTimeField(_("moved to"), null=True, blank=True)
    moved_ends_at = models.DateTimeField(_("moved until"), null=True, blank=True)
    previous_starts_at = models.DateTimeField(_("was to start"), null=True, blank=True)

    booking_mode = models.CharField(
        _("booking"), max_length=20, blank=True, choices=BookingMode.choices
    )
    places = models.CharField(
        _("places"),
        max_length=20,
        choices=BookingPlaces.choices,
        default=BookingPlaces.AVAILABLE,
    )

    created_at = models.DateTimeField(_("created"), default=now, editable=False)
    modified_at = models.DateTimeField(_("modified"), default=now, editable=False)

    objects = MeetingQuerySet.as_manager()

    is_projected = True
    """Whether readers see it as it is: an action that could not show what it did says no."""

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
                name="lift_meeting_moved_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event.title}, {self.date_label}"

    @classmethod
    def uid_for(cls, event: Any, date_key: str) -> uuid.UUID:
        """Return the UID of a new meeting: of a rule's date the same whenever it is worked out.

        So a date that goes and comes back, as after a clock that was wrong, is the same in
        everybody's calendar. Any other date is new.
        """
        if rule_day(date_key) is None:
            return uuid.uuid4()
        return uuid.uuid5(event.translation_key, date_key)

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
    def current_starts_at(self) -> datetime | None:
        """Return when it starts (UTC), ``None`` if no date is known."""
        return self.moved_starts_at or self.starts_at

    @property
    def current_ends_at(self) -> datetime | None:
        """Return when it ends (UTC), ``None`` if no date is known."""
        return self.moved_ends_at or self.ends_at

    @property
    def date_label(self) -> str:
        """Return date and time in the event's zone, or that the date is to come."""
        if self.current_starts_at is None:
            return gettext("date to come")
        local = self.current_starts_at.astimezone(self.zone)
        return f"{local:%Y-%m-%d %H:%M} {self.timezone}"
