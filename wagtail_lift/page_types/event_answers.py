"""What an event tells machines: caches, search engines, link previews."""

from datetime import datetime
from typing import Any

from django.db import models
from django.http import HttpRequest

from ..domain.caching import first_change
from ..seo.sharing import SHARED_IMAGE, Sharing, preview_image, share
from ..seo.sitemaps import entries_of_event
from ..seo.structured_data import breadcrumbs, event_properties
from ..seo.texts import own_description
from .cache_times import changes_of_cards, changes_of_event, next_opening


class EventAnswersMixin(models.Model):
    """The cache times, sitemap entries, structured data and link preview of an event."""

    class Meta:
        abstract = True

    def get_cache_until(
        self, request: HttpRequest, context: dict[str, Any], now: datetime
    ) -> datetime | None:
        """Return when any of the dates, or of the packs and events it links to, next changes."""
        instants = {super().get_cache_until(request, context, now), *changes_of_event(self)}
        instants |= changes_of_cards(context.get("related") or ())
        if self.inspired_by_id and not context.get("inspired_by"):
            instants.add(next_opening(self.inspired_by_id, now))
        return first_change(instants, now)

    def get_cached_paths(self) -> list[str]:
        """Return the paths that a front-end cache may hold, including that of each date."""
        dates = self.lift_occurrences.exclude(date_param="")
        queries = [f"/{occurrence.query}" for occurrence in dates.only("date_param")]
        return [*super().get_cached_paths(), *queries]

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """Return the sitemap entries, with the last change of the page and its dates."""
        return entries_of_event(self, super().get_sitemap_urls(request), request)

    def get_structured_data(
        self, request: HttpRequest | None, context: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Return the event and its breadcrumbs."""
        event, programme = event_properties(self, request, context), context.get("programme")
        above = [(programme.title, programme.get_full_url(request) or "")] if programme else []
        way = breadcrumbs(*above, (self.title, self.get_full_url(request) or ""))
        return [*super().get_structured_data(request, context), *([event] if event else []), way]

    def get_sharing(self, request: HttpRequest | None, context: dict[str, Any]) -> Sharing:
        """Return the event's link preview: its summary and lead image."""
        url = self.get_full_url(request) or ""
        image = preview_image(self.lead_image, self.lead_image_alt, SHARED_IMAGE, url)
        text = own_description(self) or self.summary
        return share(self, request, text=text, kind="article", image=image)
