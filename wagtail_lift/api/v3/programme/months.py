"""The months of a list, and what its filters offer."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from ...answers import IN_A_MONTH, facets_answer, month_answer
from ...parameters import FILTERS
from ...scopes import NAMES
from . import month_schemas as schemas
from .documented import documented
from .facet_schemas import Facets
from .routing import answers_of, public_router

router = public_router()


@router.get(
    "events/months/",
    response=answers_of(schemas.Month),
    url_name="lift_month_now",
    operation_id="lift_month_now",
    summary="The present month",
    openapi_extra=documented((*IN_A_MONTH, *NAMES)),
)
def read_present_month(request: HttpRequest) -> dict[str, Any]:
    """Return the present month in the zone of the list."""
    return month_answer(request, request, None, timezone.now(), _path)


@router.get(
    "events/months/{int:year}/{int:month}/",
    response=answers_of(schemas.Month),
    url_name="lift_month",
    operation_id="lift_month_detail",
    summary="A month",
    openapi_extra=documented((*IN_A_MONTH, *NAMES)),
)
def read_month(request: HttpRequest, year: int, month: int) -> dict[str, Any]:
    """Return a month; far from today, only months in which something happens exist."""
    return month_answer(request, request, (year, month), timezone.now(), _path)


@router.get(
    "events/facets/",
    response=answers_of(Facets),
    url_name="lift_facets",
    operation_id="lift_facets",
    summary="What the filters of a list offer",
    openapi_extra=documented((*FILTERS, *NAMES)),
)
def read_facets(request: HttpRequest) -> dict[str, Any]:
    """Return the choices of each filter that events have, and which are chosen."""
    return facets_answer(request, request)


def _path(year: int, month: int) -> str:
    return reverse("wagtailapi_v3:lift_month", args=(year, month))
