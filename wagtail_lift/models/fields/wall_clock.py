"""A model field for wall-clock times: what an editor typed, whatever the zone data says."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from ...domain.instants import wall_clock_text


class WallClockField(models.CharField):
    """A naive wall-clock ``datetime`` in the event's zone, stored as ISO 8601 text.

    A ``DateTimeField`` would store an instant, and an instant changes with the zone data.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"max_length": 26, "null": True, "blank": True, **kwargs})

    def from_db_value(self, value: str | None, *args: Any) -> datetime | None:
        """Return the naive datetime that is stored."""
        return self.to_python(value)

    def to_python(self, value: Any) -> datetime | None:
        """Return a naive datetime; text is read as ISO 8601."""
        if value in (None, "") or isinstance(value, datetime):
            return value or None
        try:
            return datetime.fromisoformat(value)
        except ValueError as error:
            message = _("“%(value)s” is not a date and time.")
            raise ValidationError(message, params={"value": value}) from error

    def get_prep_value(self, value: Any) -> str | None:
        """Return the text that is stored."""
        moment = self.to_python(value)
        return None if moment is None else wall_clock_text(moment)

    def value_to_string(self, obj: models.Model) -> str:
        """Return the text for serialisation."""
        return self.get_prep_value(self.value_from_object(obj)) or ""
