"""The projection: derives, repairs and purges the rows that readers see, from published pages."""

from .calendar_entries import mark_moved_entries
from .events import project_event, project_events, project_page, project_pages
from .faults import never_refusing
from .horizon import extend_horizons
from .leftovers import tidy_events
from .pack_heirs import bereaved_packs, settle_bereaved, write_about
from .pack_index import index_opened_packs, index_packs
from .pack_openings import keep_open
from .purging import (
    has_frontend_cache,
    is_watched,
    packs_beside,
    public_addresses_of,
    public_addresses_of_host,
    purge_host,
    purge_leaving,
    purge_old_address,
    purge_when_committed,
    translations_of,
)
from .rebuild import count_events, rebuild_occurrences
from .repair import repair_events
from .venues import project_events_at
from .zone_data import follow_zone_data, unknown_timezones

__all__ = [
    "bereaved_packs",
    "count_events",
    "extend_horizons",
    "follow_zone_data",
    "has_frontend_cache",
    "index_opened_packs",
    "index_packs",
    "is_watched",
    "keep_open",
    "mark_moved_entries",
    "never_refusing",
    "packs_beside",
    "project_event",
    "project_events",
    "project_events_at",
    "project_page",
    "project_pages",
    "public_addresses_of",
    "public_addresses_of_host",
    "purge_host",
    "purge_leaving",
    "purge_old_address",
    "purge_when_committed",
    "rebuild_occurrences",
    "repair_events",
    "settle_bereaved",
    "tidy_events",
    "translations_of",
    "unknown_timezones",
    "write_about",
]
