"""What the routes of lists have in common."""

from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema
from wagtail.api.v3.auth import AllowAnonymous, BearerTokenAuth
from wagtail.api.v3.errors import ProblemDetail

from ....domain.cursors import Position, write_cursor


def public_router() -> Router:
    """Return a router that anyone may read; a token counts like a login of its user."""
    return Router(tags=["lift"], auth=[BearerTokenAuth(), AllowAnonymous()])


def answers_of(schema: type[Schema]) -> dict[int, Any]:
    """Return the schema of each status with which a list answers."""
    return {200: schema, 400: ProblemDetail, 404: ProblemDetail}


def address_of_next(
    request: HttpRequest, last: Position | None, *, path: str = "", **also: str
) -> str | None:
    """Return the address of what follows a position, ``None`` at the end of a list.

    It is that of the request, or of another ``path`` with further parameters.
    """
    return None if last is None else _address(request, path, cursor=write_cursor(last), **also)


def address_of_offset(request: HttpRequest, offset: int) -> str:
    """Return the address of the request with another offset."""
    return _address(request, "", offset=str(offset))


def _address(request: HttpRequest, path: str, **parameters: str) -> str:
    query = request.GET.copy()
    for name, value in parameters.items():
        query[name] = value
    return request.build_absolute_uri(f"{path or request.path}?{query.urlencode()}")
