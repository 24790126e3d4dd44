"""Version 3 keeps our pages as private as their originals and sources, which Wagtail does not.

Anyone can read public pages. A user reads the pages that they may edit; for an alias, its original
decides. One page of ours is also read by whoever may see it on the site.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import unquote, urlsplit

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest
from django.urls import get_script_prefix, resolve
from wagtail.models import AbstractPage, Site
from wagtail.permissions import policy_registry

from ...access.page_passwords import wants_a_password
from ...access.privacy import closed_to
from ...events.identity import originals_of
from ...models import get_page_model
from ...models.kinds import EventKind, PackKind, ProgrammeKind, page_types
from .page_passwords import password_problem
from .scope import READING

DECIDING_THEMSELVES = ("lift_page_head",)
"""Routes of ours that ask what the page itself would answer this reader."""

ONE_PAGE = "detail_page"

TRANSLATING = "pages_actions_copy_for_translation"
"""The one copy action for which Wagtail does not check who may edit the page."""


def keep_from_others(operation: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap an operation to hide or refuse our pages that this reader may not read."""

    @wraps(operation)
    def run(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        name, asked = request.resolver_match.url_name, kwargs.get("page_id")
        if name in DECIDING_THEMSELVES:
            return operation(request, *args, **kwargs)
        if asked is not None and request.method != "DELETE" and not may_read(asked, request):
            raise _unknown() if request.method in READING else PermissionDenied
        if name == TRANSLATING and not _may_edit(asked, request.user):
            raise PermissionDenied
        answer = operation(request, *args, **kwargs)
        if name == "find_page" and not may_read(_page_found(answer), request):
            raise _unknown()
        return answer

    return run


def show_as_on_the_site(operation: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap an operation so that one page of ours is read as on the site, where Wagtail has none.

    Who is no editor of it reads what is live and shown there; a page may want its password.
    """

    @wraps(operation)
    def run(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        is_one = request.resolver_match.url_name == ONE_PAGE and request.method in READING
        # A change asks what its sender may edit, as a read within a PATCH.
        is_for_a_change = request.META["REQUEST_METHOD"] not in READING
        if not is_one or is_for_a_change or request.GET.get("version") == "draft":
            return operation(request, *args, **kwargs)
        try:
            return operation(request, *args, **kwargs)
        except Http404:
            page = _live(kwargs.get("page_id"), request)
            if page is None:
                raise
            if wants_a_password(page, request):
                return password_problem(request)
            if closed_to(request).holds(page):
                raise
            request.user = AnonymousUser()  # no editor of this page
            return page

    return run


def _live(page_id: Any, request: HttpRequest) -> AbstractPage | None:
    """Return a live page of ours on this site, whoever may read it."""
    page = get_page_model()._default_manager.filter(_ours(), pk=page_id, live=True).first()
    is_here = page is not None and page.get_site() == Site.find_for_request(request)
    return page.specific if is_here else None


def may_read(page_id: Any, request: HttpRequest) -> bool:
    """Return whether this reader may read the page; always true of pages that are not ours."""
    page = get_page_model()._default_manager.filter(pk=page_id)
    return not page.exclude(pk__in=keep_readable(page, request).values("pk")).exists()


def keep_readable(pages: QuerySet[AbstractPage], request: HttpRequest) -> QuerySet[AbstractPage]:
    """Keep the pages that this reader may read, and all pages that are not ours."""
    closed = closed_to(request)
    if not request.user.is_authenticated:
        is_empty = not closed.paths
        return pages if is_empty else pages.exclude(_ours() & closed.inside())
    aliases = pages.order_by().filter(_ours(), alias_of__isnull=False)
    aliases = aliases.filter(closed.inside() | Q(live=False)).values_list("pk", flat=True)
    originals = originals_of(aliases)
    if not originals:
        return pages
    policy = policy_registry.get_by_type(get_page_model())
    allowed = policy.instances_user_has_any_permission_for(request.user, {"change", "publish"})
    known = set(allowed.filter(pk__in=originals.values()).values_list("pk", flat=True))
    return pages.exclude(pk__in=[key for key in originals if originals[key] not in known])


def _ours() -> Q:
    models = page_types(ProgrammeKind, EventKind, PackKind)
    types = ContentType.objects.get_for_models(*models, for_concrete_models=False)
    return Q(content_type__in=[kind.pk for kind in types.values()])


def _may_edit(page_id: Any, user: AbstractBaseUser | AnonymousUser) -> bool:
    page = get_page_model()._default_manager.filter(_ours(), pk=page_id, alias_of__isnull=False)
    alias = page.first()
    return alias is None or bool(alias.permissions_for_user(user).can_edit())


def _page_found(answer: Any) -> int:
    """Return the page key in an answer's address, which starts with the script prefix."""
    path = unquote(urlsplit(answer.url).path).removeprefix(get_script_prefix().rstrip("/"))
    found: int = resolve(path).kwargs["page_id"]
    return found


def _unknown() -> Http404:
    return Http404(f"No {get_page_model()._meta.object_name} matches the given query.")
