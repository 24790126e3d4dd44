"""How long an answer of a page may be kept: until the clock changes what it shows."""

from datetime import datetime
from typing import Any

from django.db import models
from django.utils import timezone

from ..domain.caching import first_change
from ..http.cache_times import expiries_of, next_scheduled_change
from ..http.caching import cacheable, is_decided, is_for_one_reader, keep_private
from ..http.odd_characters import refusal

_SHOWN = ("programme", "event", "pack", "inspired_by", "host")
"""Names under which a context holds another page, or a host, that is shown."""


class CachedAnswersMixin(models.Model):
    """A page whose answers, and those of its sub-routes, say how long they may be kept."""

    class Meta:
        abstract = True

    def serve(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Answer, and say how long the answer may be kept."""
        refused = refusal(request)
        if refused is not None:
            return refused
        now = timezone.now()
        return self.with_cache_headers(super().serve(request, *args, **kwargs), request, now)

    def serve_preview(self, request: Any, mode_name: str) -> Any:
        """Render a preview mode, which no cache keeps."""
        return keep_private(super().serve_preview(request, mode_name))

    def with_cache_headers(self, response: Any, request: Any, now: datetime) -> Any:
        """Say how long a response that was made at ``now`` may be kept, unless it says so itself.

        Of a response without a context nobody knows what it shows: to somebody with a session it
        is private, and otherwise it stays as it is.
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
        """Return the paths below the page at which it answers whatever it holds, its own first."""
        return ["/"]

    def get_cached_paths(self) -> list[str]:
        """Return the paths that a front-end cache may hold, for Wagtail to purge."""
        return self.get_fixed_paths()

    def get_cache_until(
        self, request: Any, context: dict[str, Any], now: datetime
    ) -> datetime | None:
        """Return the first instant after ``now`` at which what ``context`` shows changes by itself.

        ``None`` leaves it to ``WAGTAIL_LIFT_CACHE_SECONDS``. A site that shows more that follows
        the clock extends this; only answers that everybody may see ask for it.
        """
        shown = (context.get(name) for name in _SHOWN)
        return first_change({*expiries_of([self, *shown]), self.get_next_change(now)}, now)

    def get_next_change(self, now: datetime) -> datetime | None:
        """Return when anything else of the site changes that the page may show; one query."""
        return next_scheduled_change(now)
