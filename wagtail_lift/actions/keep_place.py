"""Keep in words where events are, once their venue goes."""

from ..events.venues import prefetch_venues
from ..models import Venue
from ..models.kinds import EventKind, page_types


def keep_place_of(venue: Venue) -> None:
    """Write what readers see of a venue into its pages, where no place is typed.

    The coordinates go with the venue. Nothing is written for a venue that readers do not see.
    """
    for model in page_types(EventKind):
        pages = list(model._default_manager.filter(venue=venue))
        prefetch_venues(pages)
        for page in pages:
            if page.typed_location.has_venue or page.shown_venue is None:
                continue
            words = {
                "venue_name": page.shown_venue.name,
                "venue_address": page.shown_venue.address,
                "map_url": page.location.map_url,
            }
            model._default_manager.filter(pk=page.pk).update(**words)
