"""The fields that an event's own page type gives it, besides those of every page."""

from collections.abc import Collection
from typing import Any

from ..models.kinds import EventKind
from ..models.page_model import get_page_model


def own_fields(page_type: type[EventKind], *, also: Collection[str] = ()) -> dict[str, Any]:
    """Return the editable fields of a page type by name, and those of ``Page`` in ``also``."""
    of_wagtail = {field.name for field in get_page_model()._meta.get_fields()} - {*also}
    return {
        field.name: field
        for field in page_type._meta.concrete_fields
        if field.editable and field.name not in of_wagtail and not field.primary_key
    }
