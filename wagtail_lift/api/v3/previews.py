"""The route that answers drafts to who has the token of a preview."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from wagtail.api.v3.auth import AllowAnonymous, BearerTokenAuth
from wagtail.api.v3.errors import problem_response
from wagtail.api.v3.routers.pages import PageDetailSchema

from ...http.caching import keep_private
from ...http.odd_characters import fault_of_address
from ...page_types.headless import MODE_PARAMETER
from ..previews import UnknownMode, previewed_page

router = Router(tags=["lift"], auth=[BearerTokenAuth(), AllowAnonymous()])


@router.get(
    "preview/",
    response=PageDetailSchema,
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
) -> Any:
    """Return the draft that a preview stored or a link shows, as it will look in a preview mode."""
    if (fault := fault_of_address(request)) is not None:
        return problem_response(status=400, detail=str(fault))
    try:
        page = previewed_page(request)
    except UnknownMode as error:
        fault = {"type": "mode", "loc": ["query", MODE_PARAMETER], "msg": str(error)}
        return problem_response(status=400, detail=str(error), errors=[fault])
    keep_private(response)
    return page
