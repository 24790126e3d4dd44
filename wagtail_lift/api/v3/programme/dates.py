"""The dates of one event."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from ...answers import OF_DATES, dates_answer
from . import schemas
from .documented import documented
from .routing import answers_of, public_router

router = public_router()


@router.get(
    "events/{int:event_id}/dates/",
    response=answers_of(schemas.EventDates),
    url_name="lift_event_dates",
    operation_id="lift_event_dates_list",
    summary="List the dates of an event",
    openapi_extra=documented(("when", *OF_DATES)),
)
def list_dates(request: HttpRequest, event_id: int) -> dict[str, Any]:
    """Return the dates to come, soonest first; with ``when=past`` past ones, latest first."""
    return dates_answer(request, request, event_id, timezone.now())
