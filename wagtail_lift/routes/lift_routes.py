"""The base of all page types' routes."""

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponseBase
from django.urls.resolvers import RoutePattern
from django.utils import timezone
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import PreviewableMixin

from ..http.caching import keep_private
from ..http.odd_characters import refusal
from .headless import join_serving


class LiftRoutes(RoutablePageMixin, models.Model):
    """Routes that keep preview modes and that redirects can name."""

    redirected_routes: tuple[str, ...] = ()
    conditional_routes: tuple[str, ...] = ()
    """Names of the sub-routes whose pattern alone does not tell whether there is such a page."""

    class Meta:
        abstract = True

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Serve the sub-routes here, even if the page itself is shown by another front end."""
        super().__init_subclass__(**kwargs)
        join_serving(cls)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Serve the requested sub-route, with cache headers."""
        refused = refusal(request)
        if refused is not None:
            return refused
        now = timezone.now()
        response = self.as_asked_for(super().serve(request, *args, **kwargs), request)
        return self.with_cache_headers(response, request, now)

    def as_asked_for(self, response: HttpResponseBase, request: HttpRequest) -> HttpResponseBase:
        """Return the response in the format that the request prefers; HTML here."""
        return response

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponseBase:
        """Render the preview mode, which a plain routable page ignores; never cached."""
        return keep_private(PreviewableMixin.serve_preview(self, request, mode_name))

    def get_fixed_paths(self) -> list[str]:
        """Return the paths of the page and of every sub-route that takes no argument."""
        patterns = [route.pattern for route in type(self).get_subpage_urls()]
        routes = [p._route for p in patterns if isinstance(p, RoutePattern) and not p.converters]
        return list(dict.fromkeys(["/", *(f"/{route}" for route in routes)]))

    def get_route_paths(self) -> list[str]:
        """Return the sub-routes too, so that redirects keep them alive after a move."""
        return [*super().get_route_paths(), *(f"/{route}" for route in self.redirected_routes)]
