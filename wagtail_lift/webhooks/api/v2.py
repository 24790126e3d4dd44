"""The log of changes as an endpoint of version 2 of Wagtail's API."""

from typing import Any

from django.urls import URLPattern, path
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from ..models import Change
from .pages_of_log import CursorTooOldError, WrongParameterError, page_of_log


class ChangesAPIViewSet(GenericViewSet):
    """What has changed since a cursor; register it as ``changes``."""

    model = Change
    authentication_classes = ()
    permission_classes = ()

    @classmethod
    def get_urlpatterns(cls) -> list[URLPattern]:
        """Return the only address."""
        return [path("", cls.as_view({"get": "listing_view"}), name="listing")]

    def listing_view(self, request: Request) -> Response:
        """Return entries in order, a 400 that names what is wrong, or a 410."""
        try:
            page = page_of_log(request.GET.dict())
        except WrongParameterError as error:
            return _refusal(400, {"message": f"{error.name}: {error.message}"})
        except CursorTooOldError as error:
            return _refusal(410, {"message": str(error.message)})
        found = {"items": page.items, "cursor": page.cursor, "has_more": page.has_more}
        return Response(found, headers={"Cache-Control": "no-cache"})


def _refusal(status: int, body: dict[str, Any]) -> Response:
    return Response(body, status=status, headers={"Cache-Control": "no-cache"})
