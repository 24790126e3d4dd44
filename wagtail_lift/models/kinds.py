"""The three kinds of page, and the site's page types of each kind.

The markers carry no fields: they let modules recognise a kind without importing its mixin. As types
they stand for its pages, so a type checker takes each for a Wagtail page, which every page of a
kind is. At run time they are bare models, which a page type puts before ``Page``.
"""

from typing import TYPE_CHECKING

from django.db import models
from wagtail.models import AbstractPage, get_page_models

if TYPE_CHECKING:
    from wagtail.models import AbstractPage as _Base
else:
    _Base = models.Model


class ProgrammeKind(_Base):
    """Marks programmes; ``EventIndexPageMixin`` is one.

    ``lists_events`` marks them for code that may not import models, such as blocks.
    """

    lists_events = True

    class Meta:
        abstract = True


class EventKind(_Base):
    """Marks events; ``EventPageMixin`` is one. ``takes_place`` marks them for blocks."""

    takes_place = True

    class Meta:
        abstract = True


class PackKind(_Base):
    """Marks insights packs; ``InsightsPackMixin`` is one."""

    class Meta:
        abstract = True


def page_types(*kinds: type) -> list[type[AbstractPage]]:
    """Return the site's page types of any of these kinds."""
    return [model for model in get_page_models() if issubclass(model, kinds)]


def is_kind(page: AbstractPage | None, kind: type | tuple[type, ...]) -> bool:
    """Return whether ``page``, specific or not, is of a kind (or any of several)."""
    model = getattr(page, "specific_class", None)
    return model is not None and issubclass(model, kind)
