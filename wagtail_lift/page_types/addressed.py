"""Addresses of pages in a process whose memory of the sites is out of date."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from wagtail.models import Site

_OF_REQUEST = "_wagtail_cached_site_root_paths"
"""Where Wagtail keeps the sites of a request."""


class AddressedPageMixin(models.Model):
    """Looks again before it says that a page has no address.

    Wagtail remembers for an hour where sites begin. A cache that each process has for itself
    (``LocMemCache``) does not notice that another process moved or added a site.
    """

    class Meta:
        abstract = True

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[Any, ...] | None:
        """Return the site's id and address, and the page's path; ``None`` if no site has it."""
        parts: tuple[Any, ...] | None = super().get_url_parts(request)
        if parts is None:
            Site.clear_site_root_paths_cache()
            if hasattr(request, _OF_REQUEST):
                delattr(request, _OF_REQUEST)
            parts = super().get_url_parts(request)
        return parts
