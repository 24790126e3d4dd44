"""What the routes of lists have in common."""

from typing import Any

from ninja import Router, Schema
from wagtail.api.v3.auth import AllowAnonymous, BearerTokenAuth


def public_router() -> Router:
    """Return a router that anyone may read; a token counts like a login of its user."""
    return Router(tags=["lift"], auth=[BearerTokenAuth(), AllowAnonymous()])


def answers_of(schema: type[Schema]) -> dict[int, Any]:
    """Return the schema of an answer; ``contract.problems`` documents the refusals."""
    return {200: schema}
