"""What a page tells machines: structured data and link previews."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from wagtail.models import AbstractPage

from ..seo.alternates import Alternate, alternates_of
from ..seo.sharing import Sharing, share
from ..seo.texts import own_description


class DescribedPageMixin(models.Model):
    """A page that describes itself; extend these methods if your page type shows more."""

    class Meta:
        abstract = True

    def get_structured_data(
        self, request: HttpRequest | None, context: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Return schema.org items that tell search engines what the page is about.

        Called with the context of the response, also for sub-routes; return only what ``context``
        shows.
        """
        return []

    def get_way_up(self, context: dict[str, Any]) -> list[AbstractPage]:
        """Return the pages above what ``context`` shows, as in its breadcrumb.

        Above a sub-route that is the page itself; above a page, its programme or its event.
        """
        if any(name in context for name in ("host", "month", "packs", "run_sheet")):
            return [self]
        above = context.get("programme") or context.get("event")
        return [above] if above is not None else []

    def get_alternates(self, request: HttpRequest | None) -> list[Alternate]:
        """Return what the request shows in each of its languages; empty for one only."""
        return alternates_of(self, request)

    def serves_path(self, path: str) -> bool:
        """Return whether the page is sure to serve a path below it that takes no argument."""
        return path in self.get_fixed_paths()

    def get_sharing(self, request: HttpRequest | None, context: dict[str, Any]) -> Sharing:
        """Return the link preview of what ``context`` shows."""
        return share(self, request, text=own_description(self))
