"""Private values stay on the event's source; translations and aliases never hold them."""

from collections.abc import Iterable
from typing import Any, Self

from .untranslated import UntranslatedFieldsMixin, kept_out


class PrivateValuesMixin(UntranslatedFieldsMixin):
    """A page whose ``api_private_fields`` belong to the event, not to one of its translations.

    A copy of the event keeps them. A translation or alias never does, so that nobody reads them on
    a page they may edit while they may not edit its source.
    """

    class Meta(UntranslatedFieldsMixin.Meta):
        abstract = True

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Keep private fields out of translation, in addition to the page type's own settings."""
        super().__init_subclass__(**kwargs)
        stated = cls.override_translatable_fields
        known = {entry.field_name for entry in stated}
        missing = [name for name in cls.api_private_fields if name not in known]
        cls.override_translatable_fields = [*stated, *kept_out(*missing)]

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Save the page; an alias has no private values.

        ``save()`` clears them because Wagtail copies every field to an alias and has no other hook
        before storing it.
        """
        if self.alias_of_id:
            for name in self.api_private_fields:
                setattr(self, name, self._meta.get_field(name).get_default())
        return super().save(*args, **kwargs)

    save.alters_data = True

    def copy(self, *args: Any, **kwargs: Any) -> Self:
        """Copy the page; a translation, which keeps the translation key, has no private values."""
        if not kwargs.get("reset_translation_key", True):
            excluded: Iterable[str] = kwargs.get("exclude_fields") or ()
            kwargs["exclude_fields"] = [*excluded, *self.api_private_fields]
        return super().copy(*args, **kwargs)

    copy.alters_data = True
