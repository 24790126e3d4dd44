"""Tell the events whose agenda names a host when the profile or its consent changes."""

from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete

from ..events.speakers import pages_naming
from ..models import AbstractHostProfile
from ..projection import never_refusing, project_events_at
from .projection import HOUSEKEEPING

_PAGES = "_lift_pages_naming"
"""Attribute in which a host who is being deleted keeps the pages that name them."""


def connect() -> None:
    """Connect the receivers."""
    post_save.connect(tell_events, dispatch_uid="wagtail_lift.speaker_saved")
    pre_delete.connect(note_events, dispatch_uid="wagtail_lift.speaker_leaving")
    post_delete.connect(tell_events_of_deleted, dispatch_uid="wagtail_lift.speaker_deleted")


def tell_events(
    sender: type[Model],
    instance: Any,
    raw: bool = False,
    update_fields: frozenset[str] | None = None,
    **kwargs: Any,
) -> None:
    """Project the events whose agenda names a host: search, caches and followers see the change."""
    if raw or not isinstance(instance, AbstractHostProfile):
        return
    if update_fields is None or not update_fields <= HOUSEKEEPING:
        project_events_at(pages_naming(instance))


def note_events(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    """Note which events name a host, before the index forgets it."""
    if isinstance(instance, AbstractHostProfile):
        with never_refusing("speaker_not_followed", host_id=instance.pk):
            setattr(instance, _PAGES, pages_naming(instance))


def tell_events_of_deleted(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    """Project the events that named a host."""
    if isinstance(instance, AbstractHostProfile):
        with never_refusing("speaker_not_followed", host_id=instance.pk):
            project_events_at(getattr(instance, _PAGES, {}))
