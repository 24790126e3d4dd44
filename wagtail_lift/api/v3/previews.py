"""The route that answers drafts to who has the token of a preview."""

from typing import Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from wagtail.api.rich_text import RichTextOutputFormat
from wagtail.api.v3.auth import AllowAnonymous, BearerTokenAuth
from wagtail.api.v3.errors import problem_response
from wagtail.api.v3.routers.pages import PageDetailSchema

from ...http.caching import keep_private
from ...http.odd_characters import fault_of_address
from ...page_types.headless import MODE_PARAMETER
from ..content.answers import found_draft
from ..previews import UnknownMode, previewed_page
from .content_schemas import FoundPage

router = Router(tags=["lift"], auth=[BearerTokenAuth(), AllowAnonymous()])


@router.get(
    "preview/",
    response=PageDetailSchema | FoundPage,
    url_name="lift_preview",
    summary="Preview of a page",
    operation_id="lift_preview",
)
def read_preview(
    request: HttpRequest,
    response: HttpResponse,
    content_type: str = Query(""),
    token: str = Query(""),
    mode: str = Query(""),
    share: str = Query(""),
    include: Literal["head", "detail", "head,detail"] | None = Query(None),
    rich_text_format: RichTextOutputFormat | None = None,
) -> Any:
    """Return the draft that a preview stored or a link shows, as it will look in a preview mode.

    With ``include`` it is what ``find`` answers once the draft is published: the page and where it
    will be, what stands around it, and the page with its fields.
    """
    if (fault := fault_of_address(request)) is not None:
        return problem_response(status=400, detail=str(fault))
    try:
        page = previewed_page(request)
    except UnknownMode as error:
        fault = {"type": "mode", "loc": ["query", MODE_PARAMETER], "msg": str(error)}
        return problem_response(status=400, detail=str(error), errors=[fault])
    keep_private(response)
    if include is None:
        return page
    parts = include.split(",")
    return found_draft(page, request, with_head="head" in parts, with_detail="detail" in parts)
