"""The view for GraphQL: it bounds what one query may ask for, before anything is read."""

from collections.abc import Iterator
from typing import Any

from graphene.validation import depth_limit_validator
from graphene_django.views import GraphQLView
from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    OperationDefinitionNode,
    ValidationRule,
)

from ..conf import settings
from .pages import OnlyPublicPages


class FewLists(ValidationRule):
    """Refuses a query that asks for more root fields than ``WAGTAIL_LIFT_GRAPHQL_FIELDS``.

    An alias asks for a list once more, so it counts once more.
    """

    def leave_document(self, document: Any, *args: Any) -> None:
        """Count the fields of each operation."""
        fragments = {
            node.name.value: node
            for node in document.definitions
            if isinstance(node, FragmentDefinitionNode)
        }
        for node in document.definitions:
            if isinstance(node, OperationDefinitionNode):
                count = sum(1 for _ in _fields(node, fragments, frozenset()))
                if count > settings.GRAPHQL_FIELDS:
                    message = f"Ask for at most {settings.GRAPHQL_FIELDS} fields of the root."
                    self.context.report_error(GraphQLError(message, node))


def _fields(node: Any, fragments: dict[str, Any], inside: frozenset[str]) -> Iterator[FieldNode]:
    for item in node.selection_set.selections:
        if isinstance(item, FieldNode):
            yield item
        elif not isinstance(item, FragmentSpreadNode):
            yield from _fields(item, fragments, inside)
        elif item.name.value in fragments and item.name.value not in inside:
            name = item.name.value
            yield from _fields(fragments[name], fragments, inside | {name})


class LiftGraphQLView(GraphQLView):
    """``GraphQLView`` that bounds a query, and keeps our pages as private as on the site."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        depth = depth_limit_validator(max_depth=settings.GRAPHQL_DEPTH)
        self.validation_rules = [*(self.validation_rules or ()), depth, FewLists]
        self.middleware = [*(self.middleware or ()), OnlyPublicPages()]
