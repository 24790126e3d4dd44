"""What the ``events`` endpoint tells beside its list: dates, months, filters."""

from typing import Any

from django.urls import URLPattern, path
from django.utils import timezone
from rest_framework.request import Request
from rest_framework.response import Response
from wagtail.api.v2.utils import BadRequestError
from wagtail.api.v2.views import BaseAPIViewSet

from ..answers import dates_answer, facets_answer, month_answer
from ..parameters import BadParameters

BESIDE = ("format", "_")
"""Parameters that every view of the endpoint takes."""


class EventViewsMixin(BaseAPIViewSet):
    """Adds ``<id>/dates/``, ``months/``, ``months/<year>/<month>/`` and ``facets/``."""

    @classmethod
    def get_urlpatterns(cls) -> list[URLPattern]:
        """Return the patterns of the endpoint."""
        months = cls.as_view({"get": "month_view"})
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/dates/", cls.as_view({"get": "dates_view"}), name="dates"),
            path("months/", months, name="months"),
            path("months/<int:year>/<int:month>/", months, name="month"),
            path("facets/", cls.as_view({"get": "facets_view"}), name="facets"),
        ]

    def dates_view(self, request: Request, pk: int) -> Response:
        """Answer with dates of one event."""
        return Response(dates_answer(request, None, pk, timezone.now(), beside=BESIDE))

    def month_view(self, request: Request, **month: int) -> Response:
        """Answer with a month, by default the present one."""
        wanted = (month["year"], month["month"]) if month else None
        now = timezone.now()
        return Response(month_answer(request, None, wanted, now, self._path_of, beside=BESIDE))

    def facets_view(self, request: Request) -> Response:
        """Answer with what the filters of the list offer."""
        return Response(facets_answer(request, None, beside=BESIDE))

    def handle_exception(self, exc: Exception) -> Any:
        """Answer parameters that mean nothing with a 400 that names each."""
        if isinstance(exc, BadParameters):
            exc = BadRequestError(str(exc))
        return super().handle_exception(exc)

    def _path_of(self, year: int, month: int) -> str:
        """Return the path of a month, beside that of the request."""
        base = self.request.path.partition("/months/")[0]
        return f"{base}/months/{year}/{month}/"
