"""Making past dates that are planned and were never made, on an editor's request."""

from typing import Any

from ..exceptions import EventNotPublishable, NotProjected
from ..models import Event
from ..projection.events import project_event
from .log_on_event import log_on_event


def make_past_dates(event: Event, *, user: Any | None) -> int:
    """Make meetings of the past dates that the published plan of an event has; return how many.

    Raises ``EventNotPublishable`` where the event has no published source, ``NotProjected`` where
    its dates could not be worked out.
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
