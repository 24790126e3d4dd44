"""Our pages among grapple's own: known as pages, and kept from whoever may not read them."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import QuerySet
from graphene_django import DjangoObjectType
from grapple.registry import registry
from grapple.types.interfaces import get_page_interface
from wagtail.models import AbstractPage

from ..access.privacy import Branches, closed_to
from ..models.kinds import page_types
from ..page_types.page_type import LiftPageMixin


def register_page_types() -> None:
    """Give grapple a type for each of our page types: what all pages have, and nothing else.

    Without one, a list of pages that holds one of ours fails as a whole.
    """
    for model in page_types(LiftPageMixin):
        if model not in registry.pages:
            options = {"model": model, "fields": ("id",), "interfaces": (get_page_interface(),)}
            meta = type("Meta", (), options)
            name = f"Lift{model.__name__}"
            registry.pages[model] = type(name, (DjangoObjectType,), {"Meta": meta})


class OnlyPublicPages:
    """Graphene middleware: a page of ours that not everybody may read is not there.

    It looks at the value of every field, so it holds for whatever grapple or a site offers.
    """

    def resolve(self, following: Callable[..., Any], root: Any, info: Any, **arguments: Any) -> Any:
        """Return the value without such pages; a page shown by a preview token stays."""
        value = following(root, info, **arguments)
        if isinstance(value, AbstractPage):
            is_kept = bool(arguments.get("token")) or not _is_hidden(value, info)
            return value if is_kept else None
        if isinstance(value, QuerySet) and issubclass(value.model, AbstractPage):
            return _shown(value, info)
        if isinstance(value, list) and any(isinstance(item, AbstractPage) for item in value):
            return _shown(value, info)
        return value


def _shown(values: Iterable[Any], info: Any) -> list[Any]:
    return [
        value
        for value in values
        if not (isinstance(value, AbstractPage) and _is_hidden(value, info))
    ]


def _is_hidden(page: AbstractPage, info: Any) -> bool:
    kind = page.specific_class or type(page)
    return issubclass(kind, LiftPageMixin) and (not page.live or _closed(info).holds(page))


def _closed(info: Any) -> Branches:
    """Return what not everybody may read; asked once for each query."""
    request = info.context
    if not hasattr(request, "_lift_not_for_all"):
        request._lift_not_for_all = closed_to(None)
    closed: Branches = request._lift_not_for_all
    return closed
