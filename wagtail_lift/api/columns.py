"""Columns that both API versions filter and sort by: public ones only, within database limits."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from taggit.managers import TaggableManager
from wagtail.api import APIField
from wagtail.fields import StreamField

from ..models import AbstractHostProfile, Venue
from ..page_types.page_type import LiftPageMixin
from .fields import FormattedField

MOST_ROWS = 10**9
"""Largest offset or limit: databases differ in the integers they accept."""

MOST_TAGS = 10
"""Most tags in one filter: each is a join, and databases allow 61 at most."""


def is_ours(model: type) -> bool:
    """Return whether a model is a host profile, a venue, or built on one of our page types."""
    return issubclass(model, LiftPageMixin | AbstractHostProfile | Venue)


def public_columns(model: type[Model], names: Iterable[str]) -> list[str]:
    """Keep the fields that everybody reads as they are stored: no relations, no streams.

    Filtering or sorting by a field reveals its value, even where the API holds it back, as for a
    closed pack. Tags stay: anything found by its tags also shows them.
    """
    held_back = {
        entry.name
        for entry in getattr(model, "api_fields", ())
        if isinstance(entry, APIField)
        and entry.serializer is not None
        and not isinstance(entry, FormattedField)
    }
    return [
        name
        for name in names
        if is_tags(model, name)
        or (name not in held_back and _is_plain_column(field_of(model, name)))
    ]


def editors_columns(model: type[Model], names: Iterable[str]) -> list[str]:
    """Keep the fields that a reader who may edit everything listed can filter and sort by."""
    return [name for name in names if is_tags(model, name) or _is_column(field_of(model, name))]


def is_tags(model: type[Model], name: str) -> bool:
    """Return whether a model's field holds its tags."""
    return isinstance(field_of(model, name), TaggableManager)


def field_of(model: type[Model], name: str) -> Any | None:
    """Return a field of a model, ``None`` if it has no such field."""
    try:
        return model._meta.get_field(name)
    except FieldDoesNotExist:
        return None


def _is_plain_column(field: Any | None) -> bool:
    return _is_column(field) and not field.is_relation


def _is_column(field: Any | None) -> bool:
    return field is not None and field.concrete and not isinstance(field, StreamField)
