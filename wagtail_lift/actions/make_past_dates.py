"""Make past dates that are planned but were never made, at an editor's request."""

from django.contrib.auth.base_user import AbstractBaseUser

from ..exceptions import EventNotPublishable, NotProjected
from ..models import Event
from ..projection.events import project_event
from .log_on_event import log_on_event


def make_past_dates(event: Event, *, user: AbstractBaseUser | None) -> int:
    """Make meetings for the past dates in an event's published plan; return how many.

    Raises ``EventNotPublishable`` if the event has no published source, ``NotProjected`` if
    projecting it failed.
    """
    if event.source is None or not event.source.live:
        raise EventNotPublishable
    before = event.meetings.count()
    if not project_event(event.pk, makes_past=True):
        raise NotProjected
    made = event.meetings.count() - before
    if made:
        log_on_event(event, "wagtail_lift.make_past_dates", user, {"count": made})
    return made
