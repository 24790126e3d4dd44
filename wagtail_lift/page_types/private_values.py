"""Private values stay with the page that plans the dates: no copy for others holds them."""

from collections.abc import Iterable
from typing import Any

from django.db import models


class KeptOutOfTranslation:
    """Tells wagtail-localize neither to hand a field to translators nor to copy it along.

    It answers what an entry of ``override_translatable_fields`` is asked, without that package.
    """

    def __init__(self, field_name: str) -> None:
        self.field_name = field_name

    def get_field(self, model: Any) -> Any:
        """Return the field of a model."""
        return model._meta.get_field(self.field_name)

    def get_value(self, instance: Any) -> Any:
        """Return the value of the field."""
        return self.get_field(type(instance)).value_from_object(instance)

    def is_editable(self, instance: Any) -> bool:
        """Translators do not edit it."""
        return False

    def is_translated(self, instance: Any) -> bool:
        """Nothing of it becomes a segment."""
        return False

    def is_synchronized(self, instance: Any) -> bool:
        """Translations do not get a copy."""
        return False

    def is_overridable(self, instance: Any) -> bool:
        """Nothing is there to override."""
        return False


class PrivateValuesMixin(models.Model):
    """A page whose ``api_private_fields`` belong to the gathering and not to a language.

    A copy of the event takes them along; a translation and an alias never do, so that nobody reads
    them by a page that they may edit while they may not edit its source.
    """

    class Meta:
        abstract = True

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Keep private values out of translation beside what a page type says of its fields."""
        super().__init_subclass__(**kwargs)
        stated = getattr(cls, "override_translatable_fields", [])
        known = {entry.field_name for entry in stated}
        missing = [name for name in cls.api_private_fields if name not in known]
        if missing:
            cls.override_translatable_fields = [*stated, *map(KeptOutOfTranslation, missing)]

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Save the page; an alias has no private values.

        It stands here because Wagtail fills an alias with all that its source holds, and asks
        nothing but ``save()`` before it is stored.
        """
        if self.alias_of_id:
            for name in self.api_private_fields:
                setattr(self, name, self._meta.get_field(name).get_default())
        return super().save(*args, **kwargs)

    save.alters_data = True

    def copy(self, *args: Any, **kwargs: Any) -> Any:
        """Copy the page; a translation, which keeps the translation key, has no private values."""
        if not kwargs.get("reset_translation_key", True):
            excluded: Iterable[str] = kwargs.get("exclude_fields") or ()
            kwargs["exclude_fields"] = [*excluded, *self.api_private_fields]
        return super().copy(*args, **kwargs)

    copy.alters_data = True
