"""Texts of a draft that its fields cannot hold, such as a date of which no one knows the day."""

from collections.abc import Iterator
from typing import Any, Self

from django.core.exceptions import FieldDoesNotExist, ValidationError
from wagtail.fields import StreamField
from wagtail.models import AbstractPage

from ..enums import Problem
from ..form_fields.typed import typed_formfield

KEY = "unread_texts"
NAMES = {"slug", "title"}


class UnreadTextsMixin:
    """Keeps in each draft what was typed into a field that could not take it.

    The field has the last good value until somebody types another; until then nothing is published.
    """

    unread_texts: dict[str, str] = {}
    """The texts by field name; empty for a stream, whose blocks have them, and for no title."""

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
            model_field = instance._meta.get_field(name)
        except FieldDoesNotExist:
            continue
        if isinstance(model_field, StreamField):
            continue  # the gate asks its blocks
        field = typed_formfield(model_field)
        try:
            field.clean(text)
        except ValidationError as errors:
            yield from ((name, error) for error in errors.error_list)
        else:  # "tomorrow", or refused by another rule of the form
            problem = Problem.SLUG_TAKEN if name == "slug" else Problem.NOT_UNDERSTOOD
            yield name, ValidationError(problem.label, code=problem.value)


def forget_names(copy: AbstractPage) -> None:
    """Take what was typed as title and slug of the original out of the revisions of a copy."""
    for revision in copy.revisions.all():
        texts = revision.content.get(KEY, {})
        if texts.keys() & NAMES:
            revision.content[KEY] = {n: text for n, text in texts.items() if n not in NAMES}
            revision.save(update_fields=["content"])
