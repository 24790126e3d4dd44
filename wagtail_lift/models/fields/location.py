"""A model field for an optional location."""

import json
from dataclasses import asdict
from typing import Any

from django.db import models

from ...domain.location import Location


class LocationField(models.TextField):
    """A ``Location`` stored as JSON, or ``None``."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "null": True, "editable": False})

    def deconstruct(self) -> Any:
        """Leave out the arguments that ``__init__`` always sets."""
        name, path, args, kwargs = super().deconstruct()
        del kwargs["null"], kwargs["editable"]
        return name, path, args, kwargs

    def from_db_value(self, value: str | None, *_: Any) -> Location | None:
        """Return the stored location."""
        return None if value is None else self.to_python(value)

    def to_python(self, value: Any) -> Location | None:
        """Return a location; text is read as JSON."""
        return Location(**json.loads(value)) if isinstance(value, str) else value

    def get_prep_value(self, value: Any) -> str | None:
        """Return the JSON to store."""
        return None if value is None else json.dumps(asdict(value))

    def value_to_string(self, obj: models.Model) -> str | None:
        """Return the JSON for serialisation."""
        return self.get_prep_value(self.value_from_object(obj))
