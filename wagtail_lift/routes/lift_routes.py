"""What the routes of all page types share."""

from django.db import models
from django.http import HttpRequest, HttpResponse
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import PreviewableMixin


class LiftRoutes(RoutablePageMixin, models.Model):
    """Routes that keep preview modes and that redirects can name."""

    redirected_routes: tuple[str, ...] = ()

    class Meta:
        abstract = True

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Render the preview mode, which a plain routable page ignores."""
        return PreviewableMixin.serve_preview(self, request, mode_name)

    def get_route_paths(self) -> list[str]:
        """Name the sub-routes, so that redirects keep them alive after a move."""
        return [*super().get_route_paths(), *(f"/{route}" for route in self.redirected_routes)]
