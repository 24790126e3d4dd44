"""Who may read a page: the one home of this rule, for one page, for many, and for queries.

The restrictions of a page are its own, its ancestors', and those of the page it stands for, whose
ancestors count in turn. An alias stands for its original, and each page of an event for the event's
source. So no alias, translation or copied tree gives access to what the page itself restricts.
"""

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from rest_framework.request import Request
from wagtail.models import AbstractPage, PagePermissionTester, PageViewRestriction

from ..models.page_model import get_page_model

_SOURCE = "lift_event_link__event__source"
"""Lookup from a page to its event's source."""


@dataclass(frozen=True, slots=True)
class Branches:
    """Parts of the page tree: whole branches by path, and single pages by primary key.

    ``page`` and ``path`` are the lookups to a page's primary key and path.
    """

    paths: tuple[str, ...] = ()
    page_ids: frozenset[int] = frozenset()

    def inside(self, page: str = "pk", path: str = "path") -> Q:
        """Return a ``Q`` for the pages in any of them."""
        condition = Q(**{f"{page}__in": self.page_ids})
        for branch in self.paths:
            condition |= Q(**{f"{path}__startswith": branch})
        return condition

    def outside(self, page: str = "pk", path: str = "path") -> Q:
        """Return a ``Q`` for the pages in none of them."""
        condition = ~Q(**{f"{page}__in": self.page_ids}) if self.page_ids else Q()
        for branch in self.paths:
            condition &= ~Q(**{f"{path}__startswith": branch})
        return condition

    def holds(self, page: AbstractPage) -> bool:
        """Return whether ``page`` is in any of them."""
        return self.holds_place(page.pk, page.path)

    def holds_place(self, key: int, path: str) -> bool:
        """Return whether the page with this primary key and path is in any of them."""
        return key in self.page_ids or path.startswith(self.paths)


def restrictions_on(page: AbstractPage) -> QuerySet[PageViewRestriction]:
    """Return every view restriction that applies to a page; one query if the site has none."""
    restricted = _restricted_paths()
    if not page.path or not restricted:
        return PageViewRestriction.objects.none()
    reached = _reached([page.path])[page.path]
    return PageViewRestriction.objects.filter(page__path__in=reached & restricted)


def is_unrestricted(page: AbstractPage) -> bool:
    """Return whether everybody may read the page, once it is live."""
    return not restrictions_on(page).exists()


def restricted_among(pages: Iterable[AbstractPage]) -> set[int]:
    """Return the keys of the pages that not everybody may read.

    The number of queries does not grow with the pages; it is one if the site has no restriction.
    """
    return {key for key, restrictions in restrictions_among(pages).items() if restrictions}


def restrictions_among(pages: Iterable[AbstractPage]) -> dict[int, set[str]]:
    """Return the paths of the restrictions that apply to each page, by page key."""
    stored = [page for page in pages if page.path]
    restricted = _restricted_paths() if stored else set()
    if not restricted:
        return {page.pk: set() for page in stored}
    reached = _reached(page.path for page in stored)
    return {page.pk: reached[page.path] & restricted for page in stored}


def anyone_may_read(page: AbstractPage, request: HttpRequest) -> bool:
    """Return whether a page that this reader may open is open to everybody.

    Always true for a reader without a session or token; for others it takes a query or more.
    """
    return not may_have_passed_a_restriction(request) or is_unrestricted(page)


def may_have_passed_a_restriction(request: HttpRequest | None) -> bool:
    """Return whether the reader has a session or an API token.

    Without either, no restriction can be passed. A token counts like a login of its user.
    """
    session, user = getattr(request, "session", None), getattr(request, "user", None)
    has_session = session is not None and not session.is_empty()
    return has_session or (user is not None and user.is_authenticated)


def note_reader(request: HttpRequest, user: AbstractBaseUser | AnonymousUser) -> None:
    """Note who reads, for an API that takes no session for a login: restrictions count them."""
    request._lift_reader = user


def as_reader(request: HttpRequest | Request) -> HttpRequest | Request:
    """Return the request as view restrictions see it, with the user who reads."""
    user = getattr(request, "_lift_reader", None)
    if user is None:
        return request
    asked = copy(request)
    asked.user = user
    return asked


def closed_to(request: HttpRequest | Request | None) -> Branches:
    """Return what is closed to this reader; ``None`` is an unknown one.

    Cached on the request: one query if nothing is closed, else a few more.
    """
    if request is None:
        return _closed(None)
    if not hasattr(request, "_lift_closed"):
        request._lift_closed = _closed(request)
    known: Branches = request._lift_closed
    return known


def only_public(pages: QuerySet[AbstractPage]) -> QuerySet[AbstractPage]:
    """Keep the pages that everybody may read, once they are live."""
    return pages.filter(closed_to(None).outside())


def original_page(page: AbstractPage) -> AbstractPage:
    """Return the original of an alias, or of an alias of an alias; other pages as they are."""
    while page.alias_of_id:
        page = page.alias_of
    return page


def as_its_original_allows(
    permissions: PagePermissionTester, page: AbstractPage, user: AbstractBaseUser | AnonymousUser
) -> PagePermissionTester:
    """Return the permissions; only users who may edit the original may edit or publish an alias.

    Others with rights on the alias may move, unpublish and delete it, but not see its drafts or
    copy it.
    """
    if page.alias_of_id and not original_page(page).permissions_for_user(user).can_edit():
        permissions.can_edit = permissions.can_publish = _refuse
    return permissions


def _refuse() -> bool:
    return False


def _restricted_paths() -> set[str]:
    """Return the paths of restrictions, without the copies on aliases, which Wagtail ignores."""
    # Filtered in Python: a database would start with the many pages that are not aliases.
    rows = PageViewRestriction.objects.values_list("page__path", "page__alias_of")
    return {path for path, original in rows if original is None}


def _reached(paths: Iterable[str]) -> dict[str, set[str]]:
    """Return for each path the paths of all pages whose restrictions apply to it."""
    asked = set(paths)
    steps: dict[str, set[str]] = {}
    new = {above for path in asked for above in _upwards(path)}
    while new:
        found = _stood_for(new)
        steps.update({path: found.get(path, set()) for path in new})
        new = {above for paths in found.values() for path in paths for above in _upwards(path)}
        new -= steps.keys()
    return {path: _walk(path, steps) for path in asked}


def _walk(path: str, steps: dict[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    new = set(_upwards(path))
    while new:
        reached |= new
        stood_for = {there for here in new for there in steps.get(here, ())}
        new = {above for there in stood_for for above in _upwards(there)} - reached
    return reached


def _upwards(path: str) -> list[str]:
    """Return the paths of a page and its ancestors."""
    step = get_page_model().steplen
    return [path[:end] for end in range(step, len(path) + 1, step)]


def _stood_for(paths: set[str]) -> dict[str, set[str]]:
    """Return, by page path, the paths of the pages that each stands for; one query."""
    pages = get_page_model()._default_manager.filter(path__in=paths)
    rows = pages.values_list("path", "alias_of__path", f"{_SOURCE}__path")
    return {path: {*stood_for} - {None, path} for path, *stood_for in rows}


def showing(page: AbstractPage) -> Branches:
    """Return a page, its descendants, and every page that stands for any of them."""
    return _with_stand_ins({page.path})


def _closed(request: HttpRequest | Request | None) -> Branches:
    restrictions = PageViewRestriction.objects.select_related("page").only(
        "restriction_type", "password", "page__path", "page__alias_of"
    )
    reader = request and as_reader(request)
    refused = (r for r in restrictions if reader is None or not r.accept_request(reader))
    return _with_stand_ins({r.page.path for r in refused if not r.page.alias_of_id})


def _with_stand_ins(paths: set[str]) -> Branches:
    branches, leaves, known, new = set(paths), set[int](), set(paths), paths
    while new:
        found = [row for row in _standing_for(new) if row[0] not in known]
        new = {path for path, _, _ in found}
        known |= new
        branches |= {path for path, _, below in found if below}
        leaves |= {key for _, key, below in found if not below}
    return Branches(tuple(sorted(branches)), frozenset(leaves))


def _standing_for(paths: set[str]) -> list[tuple[str, int, int]]:
    """Return path, key and number of children of pages that stand for one at or below a path."""
    there = Branches(tuple(sorted(paths)))
    elsewhere = get_page_model()._default_manager.filter(there.outside())
    columns = ("path", "pk", "numchild")
    # One query for each way to stand for a page: with an OR, databases scan all pages.
    return [
        row
        for way in ("alias_of", _SOURCE)
        for row in elsewhere.filter(there.inside(way, f"{way}__path")).values_list(*columns)
    ]
