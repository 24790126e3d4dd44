"""Page types with a front end of their own: the page is theirs, its sub-routes are ours."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase, HttpResponseRedirectBase
from wagtail.models import AbstractPage

from ..page_types.headless import joined, method_of_theirs, mixin_of_theirs


def join_serving(cls: type) -> None:
    """Let a routable page type of wagtail-headless-preview serve its sub-routes here.

    Their ``serve()`` takes no sub-route, so as the first base it would fail on every request, and
    as a later one it would never be asked.
    """
    if method := method_of_theirs(cls, "serve", "HeadlessServeMixin"):
        cls.serve = _serving(method, _ours(cls))


def _ours(cls: type) -> Callable[..., Any]:
    """Return the first ``serve()`` that is not of their mixin."""
    theirs = mixin_of_theirs("HeadlessServeMixin")
    found = (
        base for base in cls.__mro__[1:] if "serve" in vars(base) and not issubclass(base, theirs)
    )
    method: Callable[..., Any] = vars(next(found))["serve"]
    return method


def _serving(theirs: Callable[..., Any], ours: Callable[..., Any]) -> Callable[..., Any]:
    @joined
    @wraps(ours)
    def serve(
        self: AbstractPage,
        request: HttpRequest,
        view: Callable[..., Any] | None = None,
        args: Any = None,
        kwargs: Any = None,
    ) -> HttpResponseBase:
        if view is None or _is_index(self, view):
            return _with_query(theirs(self, request), request)
        return ours(self, request, view, args, kwargs)

    return serve


def _is_index(page: AbstractPage, view: Callable[..., Any]) -> bool:
    """Return whether a view of the page is that of its own address."""
    index = page.resolve_subpage("/").func
    return getattr(view, "__func__", view) is index.__func__


def _with_query(response: HttpResponseBase, request: HttpRequest) -> HttpResponseBase:
    """Keep the query of the request, such as the date that a link names."""
    query = request.META.get("QUERY_STRING", "")
    is_redirect = isinstance(response, HttpResponseRedirectBase)
    if is_redirect and query and "?" not in response["Location"]:
        response["Location"] += f"?{query}"
    return response
