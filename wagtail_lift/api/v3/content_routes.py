"""Routes for a front end of its own: what an address is, and what stands around a page."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Literal

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from ninja import Query, Router
from wagtail.api.rich_text import RichTextOutputFormat
from wagtail.api.v3.errors import ProblemDetail

from ..content.answers import found_at, head_of_page
from ..content.finding import BadAddress, PasswordWanted
from ..parameters import BadParameters
from .content_schemas import Found, Head
from .page_passwords import password_problem
from .reading import READING_AUTH

router = Router(tags=["lift"], auth=READING_AUTH)

_REFUSALS = dict.fromkeys((400, 403, 404), ProblemDetail)
ANSWERS_FOUND: dict[int, Any] = {200: Found, **_REFUSALS}
ANSWERS_HEAD: dict[int, Any] = {200: Head, **_REFUSALS}


def _answering(name: str, *known: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return a decorator that answers refusals; ``name`` is the parameter with the address."""

    def decorate(operation: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(operation)
        def run(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            unknown = sorted(set(request.GET).difference((name, *known)))
            if unknown:
                text = _("This route does not take it.")
                raise BadParameters([(each, text) for each in unknown])
            try:
                return operation(request, *args, **kwargs)
            except BadAddress as error:
                raise BadParameters([(name, _("This is no address of a website."))]) from error
            except PasswordWanted:
                return password_problem(request)
            except Http404 as error:
                raise Http404(_("Nothing is found there.")) from error

        return run

    return decorate


@router.get(
    "find/",
    response=ANSWERS_FOUND,
    url_name="lift_find",
    summary="What is at an address",
    operation_id="lift_find",
)
@_answering("url", "include", "rich_text_format")
def find_address(
    request: HttpRequest,
    url: str,
    include: Literal["head", "detail", "head,detail"] | None = Query(None),
    rich_text_format: RichTextOutputFormat | None = None,
) -> dict[str, Any]:
    """Return the page and sub-route at an address, or where it has moved.

    ``url`` is a full address or a path on this site, with or without a slash at its end.
    ``include`` adds what stands around the page, and the page with its fields.
    """
    parts = (include or "").split(",")
    return found_at(url, request, with_head="head" in parts, with_detail="detail" in parts)


@router.get(
    "pages/{int:page_id}/head/",
    response=ANSWERS_HEAD,
    url_name="lift_page_head",
    summary="What stands around a page",
    operation_id="lift_page_head",
)
@_answering("path")
def read_head(request: HttpRequest, page_id: int, path: str = "") -> dict[str, Any]:
    """Return sharing data, JSON-LD, the way up, calendars and next steps, as the page prints them.

    ``path`` is a sub-route or a query below the page: ``calendar/2027/06/``, ``?date=2027-06-01``.
    """
    return head_of_page(page_id, path, request)
