"""The answers of both versions to: what is this address, and what stands around this page."""

from contextlib import AbstractContextManager, nullcontext
from typing import Any

from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import AbstractPage

from ...http.addresses import DATE_PARAMETER
from ...http.caching import note_changes
from ...models.page_model import get_page_model
from ...page_types.page_type import LiftPageMixin
from ...seo.sharing import canonical_url
from ..values.found import date_asked_for, named_page
from ..values.heads import head_of
from .drafts import find_draft
from .finding import FoundPage, FoundRedirect, find, find_on_page

Answer = dict[str, Any]


def found_at(
    address: str, request: HttpRequest, *, with_head: bool = False, with_detail: bool = False
) -> Answer:
    """Return the page and sub-route at an address, or the redirect there; raise as ``find``.

    With ``with_detail`` the page itself is in ``detail``, if it is one of ours.
    """
    found = find(address, request)
    if isinstance(found, FoundRedirect):
        return {"kind": "redirect", "status": found.status, "location": found.location}
    head = _head(found, request) if with_head else None
    return _page_answer(found, head, with_detail=with_detail)


def found_draft(
    page: LiftPageMixin, request: HttpRequest, *, with_head: bool = False, with_detail: bool = False
) -> Answer:
    """Return a draft as ``found_at`` will return the page once the draft is published."""
    found = find_draft(page, request)
    head = None
    if with_head:
        with _in_its_language(found):
            head = head_of(page, found.asked, page.get_context(found.asked))
    return _page_answer(found, head, with_detail=with_detail)


def _page_answer(found: FoundPage, head: Answer | None, *, with_detail: bool) -> Answer:
    page, asked = found.page, found.asked
    date = date_asked_for(page, asked)
    if date is not None:
        page.asked_date = date[DATE_PARAMETER]
    route = {"name": found.route, "path": found.path, "arguments": dict(found.arguments)}
    return {
        "kind": "page",
        "page": named_page(page, asked),
        "url": canonical_url(page, asked),
        "locale": page.locale.language_code,
        "route": route if found.route else None,
        "date": date,
        "head": head,
        **({"detail": page if isinstance(page, LiftPageMixin) else None} if with_detail else {}),
    }


def head_of_page(page_id: int, path: str, request: HttpRequest) -> Answer:
    """Return what stands around a page of ours, or a sub-route of it by path and query below it.

    Raise as ``find_on_page``, and ``Http404`` for other pages and for routes that are no HTML.
    """
    rows = get_page_model()._default_manager.filter(pk=page_id, live=True)
    page: AbstractPage | None = rows.first()
    if page is None:
        raise Http404
    head = _head(find_on_page(page.specific_deferred, request, path), request)
    if head is None:
        raise Http404
    return head


def _head(found: FoundPage, request: HttpRequest) -> Answer | None:
    """Return the values from the context of the page's own response, and note until when."""
    if not isinstance(found.page, LiftPageMixin):
        return None
    now = timezone.now()
    with _in_its_language(found):
        context = found.context()
        if context is None:  # a calendar or a feed
            return None
        note_changes(request, [found.page.get_cache_until(found.asked, context, now)], now)
        return head_of(found.page, found.asked, context)


def _in_its_language(found: FoundPage) -> AbstractContextManager[Any]:
    return override(found.language) if found.language else nullcontext()
