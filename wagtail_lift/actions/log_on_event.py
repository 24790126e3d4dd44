"""Where what was done to an event is logged."""

from typing import Any

from wagtail.log_actions import log

from ..models import Event


def log_on_event(event: Event, action: str, user: Any | None, data: dict[str, Any]) -> None:
    """Log an action on the source of an event or, where it has no page any more, on the event."""
    instance = event.source.specific if event.source else event
    log(instance=instance, action=action, user=user, data=data)
