"""What the demo made and remembers: nothing is made twice, and nothing that was deleted."""

from datetime import datetime
from typing import Any

from django.db.models import Model

from .models import DemoRecord
from .specs import Ref


class Memory:
    """The records of the demo, read once and kept up to date."""

    def __init__(self) -> None:
        self._records = {record.key: record for record in DemoRecord.objects.all()}

    def knows(self, key: str) -> bool:
        """Return whether the thing with that key was ever made, even if it is gone by now."""
        return key in self._records

    def remember(self, key: str, made: Model) -> None:
        """Remember what was made under a key."""
        self._records[key] = DemoRecord.objects.create(key=key, object_id=str(made.pk))

    def id_of(self, key: str) -> int:
        """Return the primary key of what was made; raise ``KeyError`` if it never was."""
        return int(self._records[key].object_id)

    def find(self, model: type[Model], key: str) -> Any | None:
        """Return what was made under a key, ``None`` if it never was or is gone."""
        record = self._records.get(key)
        return record and model._default_manager.filter(pk=record.object_id).first()

    def dates_of(self, key: str) -> dict[str, Any]:
        """Return the dates that the demo last set, and which date it last cancelled."""
        return self._records[key].dates

    def remember_dates(
        self,
        key: str,
        typed: dict[str, str | None],
        moved: tuple[datetime, datetime] | None,
    ) -> None:
        """Remember the dates that the demo has just set."""
        instants = moved and [instant.isoformat() for instant in moved]
        self._note(key, {"typed": typed, "moved": instants})

    def remember_cancelled(self, key: str, date_key: str) -> None:
        """Remember which date of an event the demo has just cancelled."""
        self._note(key, {"cancelled": date_key})

    def remember_places(self, key: str, date_keys: list[str]) -> None:
        """Remember of which dates of an event the demo has said how places stand."""
        self._note(key, {"places": date_keys})

    def _note(self, key: str, facts: dict[str, Any]) -> None:
        record = self._records[key]
        record.dates = {**record.dates, **facts}
        record.save(update_fields=["dates"])

    def resolve(self, value: Any) -> Any:
        """Return a value in which each ``Ref``, however deep, is the id it stands for."""
        if isinstance(value, Ref):
            return self.id_of(value.key)
        if isinstance(value, dict):
            return {name: self.resolve(inner) for name, inner in value.items()}
        if isinstance(value, list):
            return [self.resolve(inner) for inner in value]
        return value
