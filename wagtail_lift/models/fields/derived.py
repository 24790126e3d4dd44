"""Columns of occurrences that follow from others and are worked out as a row is stored.

Lists need them to walk an index: one in which undated rows have their place, and how far back a
meeting that is still going on can have started.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import models

from ...enums import MeetingState

UNDATED_AT = datetime(9999, 1, 1, tzinfo=UTC)
"""Where occurrences without a date, or without one any more, stand in a list: after all others."""


class ListedAtField(models.DateTimeField):
    """The start; an instant after all others for undated and postponed rows. Never empty."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"default": UNDATED_AT, "editable": False, **kwargs})

    def pre_save(self, model_instance: Any, add: bool) -> datetime:
        """Return what belongs into the column; also ``bulk_create`` asks for it."""
        is_known = model_instance.starts_at and model_instance.state != MeetingState.POSTPONED
        value = model_instance.starts_at if is_known else UNDATED_AT
        setattr(model_instance, self.attname, value)
        return value


class TakesField(models.DurationField):
    """The time from start to end, nothing for undated rows; never empty."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"default": timedelta(0), "editable": False, **kwargs})

    def pre_save(self, model_instance: Any, add: bool) -> timedelta:
        """Return what belongs into the column; also ``bulk_create`` asks for it."""
        starts_at, ends_at = model_instance.starts_at, model_instance.ends_at
        value = ends_at - starts_at if starts_at and ends_at else timedelta(0)
        setattr(model_instance, self.attname, value)
        return value
