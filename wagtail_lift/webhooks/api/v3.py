"""``lift/changes/`` in version 3 of Wagtail's API; only the app's ``ready()`` imports it."""

from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from wagtail.api.v3.api import api
from wagtail.api.v3.errors import problem_response

from ..enums import ChangeType
from .pages_of_log import MOST, USUALLY, CursorTooOldError, WrongParameterError, page_of_log

router = Router(tags=["lift"])
GONE = {"$ref": "#/components/responses/NoLongerKept"}


class DateOfChange(Schema):
    """The date that the clock has changed."""

    uid: str
    date: str


class ChangedSubject(Schema):
    """What has changed: a page, or the profile of a host, which has no address of its own."""

    kind: Literal["event", "pack", "programme", "host"]
    id: int | str
    type: str
    translation_key: str
    locale: str
    slug: str
    url: str | None


class ChangeEntry(Schema):
    """One entry of the log."""

    cursor: str
    type: ChangeType
    timestamp: str
    removed: bool
    subject: ChangedSubject
    date: DateOfChange | None
    addresses: list[str]


class Changes(Schema):
    """Entries in order, and the cursor to ask with next."""

    items: list[ChangeEntry]
    cursor: str
    has_more: bool


@router.get(
    "",
    response=Changes,
    auth=None,
    url_name="wagtail_lift_changes",
    summary="What has changed",
    operation_id="lift_changes_list",
    openapi_extra={"responses": {410: GONE}},
)
def list_changes(
    request: HttpRequest,
    response: HttpResponse,
    since: Annotated[str, Query(description="The cursor of the last answer.")] = "",
    limit: Annotated[str, Query(description=f"How many at most: 1 to {MOST}.")] = str(USUALLY),
) -> dict[str, Any] | HttpResponse:
    """Return what has changed since a cursor; without one, everything that is public."""
    try:
        page = page_of_log(request.GET.dict())
    except WrongParameterError as error:
        wrong = {"type": "parameter", "loc": [error.name], "msg": str(error.message)}
        return problem_response(status=400, detail="Validation failed", errors=[wrong])
    except CursorTooOldError as error:
        return problem_response(status=410, detail=str(error.message))
    response["Cache-Control"] = "no-cache"  # what is new may come at any time
    return {"items": page.items, "cursor": page.cursor, "has_more": page.has_more}


def register() -> None:
    """Add the route to the site's API."""
    api.add_router("/lift/changes/", router)
