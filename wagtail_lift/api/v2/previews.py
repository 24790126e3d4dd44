"""The endpoint that answers drafts to who has the token of a preview."""

from typing import Any

from django.db.models import QuerySet
from rest_framework.request import Request
from rest_framework.response import Response
from wagtail.api.v2.utils import BadRequestError
from wagtail.models import AbstractPage

from ...http.caching import keep_private
from ..content.answers import found_draft
from ..previews import PARAMETERS, UnknownMode, previewed_page
from .pages import LiftPagesAPIViewSet


class PreviewsAPIViewSet(LiftPagesAPIViewSet):
    """The draft that a preview stored or a link shows, at the endpoint's address; never cached.

    Register it as ``page_preview``, the name under which front ends for wagtail-headless-preview
    look for it.
    """

    takes_page_passwords = False
    known_query_parameters = frozenset(
        [*PARAMETERS, "include", "fields", "rich_text_format", "format", "_"]
    )

    def is_cached(self, pk: Any = None, **kwargs: Any) -> bool:
        """Return that no answer may be cached, whatever page the address names."""
        return False

    def listing_view(self, request: Request) -> Response:
        """Return the one page that the token names; with ``include=head`` as ``find`` answers."""
        self.action = "detail_view"
        include = request.GET.get("include")
        if include is None:
            return self.detail_view(request, pk=None)
        if include != "head":
            raise BadRequestError("include takes head")
        return Response(found_draft(self.get_object(), request._request, with_head=True))

    def get_object(self) -> AbstractPage:
        """Return the previewed page; raise ``BadRequestError`` for an unknown name or mode."""
        if not hasattr(self, "_previewed"):
            if unknown := self.request.GET.keys() - self.known_query_parameters:
                raise BadRequestError(f"unknown query parameter: {', '.join(sorted(unknown))}")
            try:
                self._previewed = previewed_page(self.request._request)
            except UnknownMode as error:
                raise BadRequestError(f"mode: {error}") from error
        return self._previewed

    def get_queryset(self) -> QuerySet:
        """Return the pages of the type that is previewed; they are asked for their type only."""
        return type(self.get_object())._default_manager.all()

    def find_view(self, request: Request) -> Response:
        """Return the one page that the token names."""
        return self.listing_view(request)

    def finalize_response(self, *args: Any, **kwargs: Any) -> Any:
        """Keep the answer out of every cache."""
        return keep_private(super().finalize_response(*args, **kwargs))
