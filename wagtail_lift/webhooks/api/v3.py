"""``lift/changes/`` in version 3 of Wagtail's API; only the app's ``ready()`` imports it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from wagtail.api.v3.api import api
from wagtail.api.v3.errors import problem_response

from .pages_of_log import CursorTooOldError, WrongParameterError, page_of_log

router = Router(tags=["lift"])


class ChangedDate(Schema):
    """The date that the clock has changed."""

    uid: str
    date: str


class ChangedSubject(Schema):
    """What has changed: a page, or the profile of a host, which has no address of its own."""

    kind: str
    id: int | str
    type: str
    translation_key: str
    locale: str
    slug: str
    url: str | None


class ChangeEntry(Schema):
    """One entry of the log."""

    cursor: str
    type: str
    timestamp: str
    removed: bool
    subject: ChangedSubject
    date: ChangedDate | None
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
)
def list_changes(
    request: HttpRequest,
    response: HttpResponse,
    since: str | None = None,
    limit: str | None = None,
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
