"""The audit log of actions on an event."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from wagtail.log_actions import log

from ..models import Event


def log_on_event(
    event: Event, action: str, user: AbstractBaseUser | None, data: dict[str, Any]
) -> None:
    """Log an action on an event's source or, if it no longer has a page, on the event."""
    instance = event.source.specific if event.source else event
    log(instance=instance, action=action, user=user, data=data)
