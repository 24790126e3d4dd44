"""What both versions filter and sort by: public columns alone, and no more than a database can."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from taggit.managers import TaggableManager
from wagtail.api import APIField
from wagtail.fields import StreamField

from ..models import AbstractHostProfile
from ..page_types.page_type import LiftPageMixin

MOST_ROWS = 10**9
"""No offset or limit is greater: databases differ on what they can count to."""

MOST_TAGS = 10
"""No more tags are asked for at once: each is a join, and databases make 61 at most."""


def is_ours(model: type) -> bool:
    """Return whether a model is a page type of the package, made from it, or a host profile."""
    return issubclass(model, LiftPageMixin | AbstractHostProfile)


def public_columns(model: Any, names: Iterable[str]) -> list[str]:
    """Keep the fields that everybody reads as they are stored: no relation, no stream.

    Whoever filters or sorts by a field learns what it holds, also where it is held back, as by a
    closed pack. Tags stay: whatever is found by them shows them.
    """
    held_back = {
        entry.name
        for entry in getattr(model, "api_fields", ())
        if isinstance(entry, APIField) and entry.serializer is not None
    }
    return [
        name
        for name in names
        if is_tags(model, name)
        or (name not in held_back and _is_plain_column(field_of(model, name)))
    ]


def editors_columns(model: Any, names: Iterable[str]) -> list[str]:
    """Keep the fields by which somebody finds who may edit whatever is listed."""
    return [name for name in names if is_tags(model, name) or _is_column(field_of(model, name))]


def is_tags(model: Any, name: str) -> bool:
    """Return whether a field of a model is its tags."""
    return isinstance(field_of(model, name), TaggableManager)


def field_of(model: Any, name: str) -> Any | None:
    """Return a field of a model, ``None`` if it has no such field."""
    try:
        return model._meta.get_field(name)
    except FieldDoesNotExist:
        return None


def _is_plain_column(field: Any | None) -> bool:
    return _is_column(field) and not field.is_relation


def _is_column(field: Any | None) -> bool:
    return field is not None and field.concrete and not isinstance(field, StreamField)
