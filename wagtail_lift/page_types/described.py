"""What a page tells machines: structured data, and the look of a shared link."""

from typing import Any

from django.db import models

from ..seo.sharing import Sharing, share
from ..seo.texts import own_description


class DescribedPageMixin(models.Model):
    """A page that describes itself; a type that shows more extends these methods."""

    class Meta:
        abstract = True

    def get_structured_data(self, request: Any, context: dict[str, Any]) -> list[dict[str, Any]]:
        """Return what the page is about, for search engines, as items of schema.org.

        It is asked with the context of the response, also for sub-routes, and may say only what
        ``context`` shows.
        """
        return []

    def get_sharing(self, request: Any, context: dict[str, Any]) -> Sharing:
        """Return how a link to what ``context`` shows looks where it is shared."""
        return share(self, request, text=own_description(self))
