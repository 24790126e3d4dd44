"""The three kinds of page, and the site's page types of each kind.

The markers carry no fields: they let modules recognise a kind without importing its mixin.
"""

from typing import Any

from django.db import models
from wagtail.models import get_page_models


class ProgrammeKind(models.Model):
    """Marks programmes; ``EventIndexPageMixin`` is one.

    ``lists_events`` marks them for code that may not import models, such as blocks.
    """

    lists_events = True

    class Meta:
        abstract = True


class EventKind(models.Model):
    """Marks events; ``EventPageMixin`` is one."""

    class Meta:
        abstract = True


class PackKind(models.Model):
    """Marks insights packs; ``InsightsPackMixin`` is one."""

    class Meta:
        abstract = True


def page_types(*kinds: type) -> list[Any]:
    """Return the site's page types of any of these kinds."""
    return [model for model in get_page_models() if issubclass(model, kinds)]


def is_kind(page: Any, kind: type | tuple[type, ...]) -> bool:
    """Return whether ``page``, specific or not, is of a kind (or any of several)."""
    model = getattr(page, "specific_class", None)
    return model is not None and issubclass(model, kind)
