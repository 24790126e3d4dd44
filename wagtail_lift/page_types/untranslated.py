"""What wagtail-localize leaves alone; it need not be installed.

By itself it offers every text column to translators and to machine translation: a zone, a
recurrence rule, the name of somebody who gave consent.
"""

from typing import Any

from django.db import models


class UntranslatedField:
    """An entry of ``override_translatable_fields``: no text for translators or machines.

    Has the interface of wagtail-localize's own entries, without importing the package. A
    translation gets a copy unless ``synchronized`` is false; ``overridable`` lets translators
    replace the copy by hand.
    """

    def __init__(
        self, field_name: str, *, synchronized: bool = True, overridable: bool = False
    ) -> None:
        self.field_name = field_name
        self.synchronized = synchronized
        self.overridable = synchronized and overridable

    def __repr__(self) -> str:
        return f"<UntranslatedField {self.field_name}>"

    def get_field(self, model: type[models.Model]) -> Any:
        """Return the field of a model."""
        return model._meta.get_field(self.field_name)

    def get_value(self, instance: models.Model) -> Any:
        """Return the value of the field."""
        return self.get_field(type(instance)).value_from_object(instance)

    def is_editable(self, instance: models.Model) -> bool:
        """Return whether a translation gets a value at all."""
        return self.synchronized

    def is_translated(self, instance: models.Model) -> bool:
        """It has no segments."""
        return False

    def is_synchronized(self, instance: models.Model) -> bool:
        """Return whether translations get a copy."""
        return self.synchronized

    def is_overridable(self, instance: models.Model) -> bool:
        """Return whether translators may replace the copy."""
        return self.overridable


def kept_out(*names: str) -> list[UntranslatedField]:
    """Return entries for private values and facts about a person: never shown to translators."""
    return [UntranslatedField(name, synchronized=False) for name in names]


def same_in_every_language(*names: str) -> list[UntranslatedField]:
    """Return entries for what is copied to translations as it is."""
    return [UntranslatedField(name) for name in names]


def copied_but_overridable(*names: str) -> list[UntranslatedField]:
    """Return entries for names and addresses, copied unless a translator writes another."""
    return [UntranslatedField(name, overridable=True) for name in names]


class UntranslatedFieldsMixin(models.Model):
    """Adds our entries to the ``override_translatable_fields`` of a type; its own come first."""

    override_translatable_fields: list[Any] = []

    class Meta:
        abstract = True

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Merge the lists of all bases; for one field, the type's own entry wins."""
        super().__init_subclass__(**kwargs)
        name = "override_translatable_fields"
        entries = [entry for base in cls.__mro__ for entry in vars(base).get(name, ())]
        cls.override_translatable_fields = [
            *{entry.field_name: entry for entry in reversed(entries)}.values()
        ][::-1]
