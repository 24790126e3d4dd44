"""Fields of occurrences that are derived from other columns when a row is stored.

Lists need them to use an index: one that sorts undated rows too, and one that tells how far back a
meeting that is still happening can have started.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import models

from ...enums import MeetingState

UNDATED_AT = datetime(9999, 1, 1, tzinfo=UTC)
"""Sorts occurrences that have no date, or no longer have one, after all others."""


class ListedAtField(models.DateTimeField):
    """The start, or ``UNDATED_AT`` for undated and postponed rows. Never empty."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"default": UNDATED_AT, "editable": False, **kwargs})

    def pre_save(self, model_instance: Any, add: bool) -> datetime:
        """Return the derived value; ``bulk_create`` asks for it too."""
        is_known = model_instance.starts_at and model_instance.state != MeetingState.POSTPONED
        value = model_instance.starts_at if is_known else UNDATED_AT
        setattr(model_instance, self.attname, value)
        return value


class TakesField(models.DurationField):
    """The time from start to end, zero for undated rows. Never empty."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"default": timedelta(0), "editable": False, **kwargs})

    def pre_save(self, model_instance: Any, add: bool) -> timedelta:
        """Return the derived value; ``bulk_create`` asks for it too."""
        starts_at, ends_at = model_instance.starts_at, model_instance.ends_at
        value = ends_at - starts_at if starts_at and ends_at else timedelta(0)
        setattr(model_instance, self.attname, value)
        return value
