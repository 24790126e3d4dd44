"""Shared by the version 2 endpoints: an invalid request is a 400, never a 500."""

from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DataError
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.functional import cached_property
from rest_framework.request import Request
from rest_framework.response import Response
from wagtail.api.v2.utils import BadRequestError
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.models import AbstractPage, Site

from ...access.page_passwords import wants_a_password, with_page_password
from ...access.privacy import closed_to, may_have_passed_a_restriction, only_public
from ...events.conduct import prefetch_conduct
from ...http.odd_characters import fault_of_address
from ...models.page_model import get_page_model, know_parents
from ..cached_answers import answer_cacheably, refuse_alike
from ..columns import is_ours, public_columns
from ..content.answers import found_at
from ..content.finding import BadAddress, PasswordWanted
from ..rich_text import DB_HTML, FORMATS, PARAMETER, APIRichText
from ..searches import with_plain_search
from .filters import CarefulPagination, carefully

CONDUCT = ("code_of_conduct", "safeguarding")
"""The fields that ask the pages above."""

HOSTS = "hosts"
"""The field that needs the parent page, since programmes serve the pages of hosts."""


class CarefulMixin:
    """Answers invalid requests with a 400; put it before a Wagtail API viewset.

    For our page types and host profiles, filters and ordering use public columns only.
    """

    pagination_class = CarefulPagination

    @classmethod
    def get_available_fields(cls, model: type[Model], db_fields_only: bool = False) -> list[str]:
        """Return a model's fields; with ``db_fields_only``, those to filter and sort by."""
        names = super().get_available_fields(model, db_fields_only=db_fields_only)
        return public_columns(model, names) if db_fields_only and is_ours(model) else names

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer with cache headers where what is read is ours, and so is purged."""
        answer = partial(super().dispatch, request, *args, **kwargs)
        if self.is_cached(**kwargs):
            return answer_cacheably(request, answer)
        return refuse_alike(answer()) if "pk" in kwargs else answer()

    def is_cached(self, pk: Any = None, **kwargs: Any) -> bool:
        """Return whether responses may be cached: those about our page types and hosts."""
        return is_ours(self.model)

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Refuse characters that no database accepts; reduce the search to plain words."""
        fault = fault_of_address(request._request)
        if fault is not None:
            raise BadRequestError(str(fault))
        if APIRichText is None and request.GET.get(PARAMETER, DB_HTML) not in FORMATS:
            raise BadRequestError(f"{PARAMETER} must be one of {', '.join(FORMATS)}")
        request._request.GET = with_plain_search(request.GET)
        super().initial(request, *args, **kwargs)

    def handle_exception(self, exc: Exception) -> Any:
        """Answer a value that no column can hold with a 400, an unknown site with a 404."""
        if isinstance(exc, Site.DoesNotExist):  # Wagtail 7.4 lets it through
            exc = Http404("No such site.")
        if isinstance(exc, DataError | OverflowError | ValidationError):
            exc = BadRequestError("a value in the query is not valid")
        return super().handle_exception(exc)

    def find_object(self, queryset: QuerySet, request: Request) -> Any:
        """Return the requested object; raise ``BadRequestError`` for an invalid id."""
        try:
            return super().find_object(queryset, request)
        except (OverflowError, ValidationError, ValueError) as error:
            raise BadRequestError("id must be a positive integer") from error


class LiftPagesAPIViewSet(CarefulMixin, PagesAPIViewSet):
    """Wagtail's ``pages`` endpoint, which answers a malformed filter with a 400.

    As on the site itself, an alias is as private as its original, and a translation as its source.
    """

    filter_backends = carefully(PagesAPIViewSet.filter_backends)
    known_query_parameters = PagesAPIViewSet.known_query_parameters | {PARAMETER}

    takes_page_passwords = True
    """Whether one page that wants a shared password is shown to whoever sends it in a header."""

    def detail_view(self, request: Request, pk: Any) -> Response:
        """Return one page; a page of ours behind a password says so, and takes it in a header."""
        if not self.takes_page_passwords:
            return super().detail_view(request, pk)
        with with_page_password(request._request):
            try:
                return super().detail_view(request, pk)
            except Http404:
                if not self._wants_a_password(pk):
                    raise
                return _password_required()

    def _wants_a_password(self, pk: int) -> bool:
        page = get_page_model()._default_manager.filter(pk=pk, live=True).first()
        if page is None or not is_ours(page.specific_class or type(page)):
            return False
        asked = self.request._request
        return page.get_site() == Site.find_for_request(asked) and wants_a_password(page, asked)

    def find_view(self, request: Request) -> Response:
        """Return what is at the address in ``?url=``; without it, Wagtail's redirect to a page."""
        if "url" not in request.GET:
            return super().find_view(request)
        include = request.GET.get("include")
        if include not in (None, "head") or set(request.GET) - {"url", "include"}:
            raise BadRequestError("find takes url, and include=head")
        asked = request._request
        try:
            with with_page_password(asked):
                return Response(found_at(request.GET["url"], asked, with_head=include == "head"))
        except BadAddress as error:
            raise BadRequestError("url is no address of a website") from error
        except PasswordWanted:
            return _password_required()

    def is_cached(self, pk: Any = None, **kwargs: Any) -> bool:
        """Return whether the response is about a page of ours; lists may show any others."""
        if pk is None or is_ours(self.model):
            return is_ours(self.model)
        page = self.model._default_manager.filter(pk=pk).first()
        return page is not None and is_ours(page.specific_class or type(page))

    def get_base_queryset(self) -> QuerySet:
        """Return the pages that this reader may see, worked out once per request."""
        return self._visible_pages.all()

    @cached_property
    def _visible_pages(self) -> QuerySet:
        return super().get_base_queryset().filter(closed_to(self.request).outside())


def _password_required() -> Response:
    return Response({"message": "password_required"}, status=403)


class PageTypeAPIViewSet(LiftPagesAPIViewSet):
    """The live and public pages of one type: ``model``, which may have subclasses."""

    takes_page_passwords = False

    known_query_parameters = LiftPagesAPIViewSet.known_query_parameters - {"type"}

    def get_queryset(self) -> QuerySet:
        """Return the public pages, with the related rows that a list needs."""
        pages = super().get_queryset()
        if may_have_passed_a_restriction(self.request):  # what others may not read is left out
            pages = only_public(pages)
        return pages.select_related("locale")

    def paginate_queryset(self, queryset: QuerySet) -> list[AbstractPage]:
        """Return one page of the list; fetch parents in one query if a field needs them."""
        pages = list(super().paginate_queryset(queryset))
        asked_for = self.request.GET.get("fields", "")
        if "*" in asked_for or HOSTS in asked_for or HOSTS in self.listing_default_fields:
            know_parents(pages)
        if any(name in asked_for for name in ("*", *CONDUCT)):
            prefetch_conduct(pages)
        return pages
