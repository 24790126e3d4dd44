"""Keep where events are when their venue is deleted: its words go where people type a place."""

from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, pre_delete

from ..actions import keep_place_of
from ..events.venues import pages_at
from ..models import Venue
from ..projection import never_refusing, project_events_at

_PAGES = "_lift_pages_at"
"""Attribute in which a venue that is being deleted keeps the pages that had chosen it."""


def connect() -> None:
    """Connect the receivers."""
    pre_delete.connect(keep_places, sender=Venue, dispatch_uid="wagtail_lift.venue_leaving")
    post_delete.connect(tell_events, sender=Venue, dispatch_uid="wagtail_lift.venue_deleted")


def keep_places(sender: type[Model], instance: Venue, **kwargs: Any) -> None:
    """Write the words of a venue into the pages that are about to lose it."""
    with never_refusing("venue_not_followed", venue_id=instance.pk):
        setattr(instance, _PAGES, pages_at(instance))
        keep_place_of(instance)


def tell_events(sender: type[Model], instance: Venue, **kwargs: Any) -> None:
    """Project the events that had chosen a venue; their foreign keys are already null."""
    with never_refusing("venue_not_followed", venue_id=instance.pk):
        project_events_at(getattr(instance, _PAGES, {}))
