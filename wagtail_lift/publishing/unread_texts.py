"""Texts of a draft that its fields cannot hold, such as a date of which no one knows the day."""

from collections.abc import Iterator
from typing import Any, Self

from django.core.exceptions import FieldDoesNotExist, ValidationError

from ..enums import Problem
from ..form_fields.typed import typed_formfield

KEY = "unread_texts"


class UnreadTextsMixin:
    """Keeps in each draft what was typed into a field that could not take it.

    The field has the last good value until somebody types another; until then nothing is published.
    """

    unread_texts: dict[str, str] = {}
    """The texts by field name."""

    def serializable_data(self) -> dict[str, Any]:
        """Return the content of a revision, with the texts if there are any."""
        data: dict[str, Any] = super().serializable_data()
        return {**data, KEY: self.unread_texts} if self.unread_texts else data

    @classmethod
    def from_serializable_data(cls, data: dict[str, Any], *args: Any, **kwargs: Any) -> Self | None:
        """Return the instance of a revision, with its texts."""
        found = super().from_serializable_data(data, *args, **kwargs)
        if found is not None and data.get(KEY):
            found.unread_texts = dict(data[KEY])
        return found


def unread_errors(instance: Any) -> Iterator[tuple[str, ValidationError]]:
    """Yield field name and error of each text of ``instance`` that was not read."""
    for name, text in getattr(instance, KEY, {}).items():
        try:
            field = typed_formfield(instance._meta.get_field(name))
        except FieldDoesNotExist:
            continue
        try:
            field.clean(text)
        except ValidationError as errors:
            yield from ((name, error) for error in errors.error_list)
        else:  # "tomorrow", or refused by another rule of the form
            yield name, ValidationError(Problem.NOT_UNDERSTOOD.label, code=Problem.NOT_UNDERSTOOD)
