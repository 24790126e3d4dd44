"""How long a page's response may be cached: until time changes what it shows."""

from datetime import datetime
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from ..domain.caching import first_change
from ..http.caching import cacheable, is_decided, is_for_one_reader, keep_private
from ..http.odd_characters import refusal
from .cache_times import expiries_of, next_scheduled_change

_SHOWN = ("programme", "event", "pack", "inspired_by", "host")
"""Context names that may hold another page, or a host, that is shown."""


class CachedAnswersMixin(models.Model):
    """A page that sets cache headers on its responses and those of its sub-routes."""

    class Meta:
        abstract = True

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Serve the page with cache headers."""
        refused = refusal(request)
        if refused is not None:
            return refused
        now = timezone.now()
        return self.with_cache_headers(super().serve(request, *args, **kwargs), request, now)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponseBase:
        """Render a preview mode, which is never cached."""
        return keep_private(super().serve_preview(request, mode_name))

    def with_cache_headers(
        self, response: HttpResponseBase, request: HttpRequest, now: datetime
    ) -> HttpResponseBase:
        """Set cache headers on a response made at ``now``, unless it has its own.

        A response for one reader (for example with a session) is private. Any other without a
        context is left as it is, because what it shows is unknown.
        """
        context = getattr(response, "context_data", None)
        if is_decided(response):
            return response
        if is_for_one_reader(request):
            return keep_private(response)
        if context is None:
            return response
        until = self.get_cache_until(request, context, now)
        return cacheable(response, request, until=until, now=now)

    def get_fixed_paths(self) -> list[str]:
        """Return the paths that the page always serves, its own first, relative to the page."""
        return ["/"]

    def get_cached_paths(self) -> list[str]:
        """Return the paths that a front-end cache may hold, for Wagtail to purge."""
        return self.get_fixed_paths()

    def get_cache_until(
        self, request: HttpRequest, context: dict[str, Any], now: datetime
    ) -> datetime | None:
        """Return when, after ``now``, what ``context`` shows next changes by itself.

        ``None`` leaves it to ``WAGTAIL_LIFT_CACHE_SECONDS``. Extend this if your page shows more
        that depends on the time. It is called only for responses that everybody may see.
        """
        shown = (context.get(name) for name in _SHOWN)
        return first_change({*expiries_of([self, *shown]), self.get_next_change(now)}, now)

    def get_next_change(self, now: datetime) -> datetime | None:
        """Return when anything else on the site that the page may show changes; one query."""
        return next_scheduled_change(now)
