"""The only place that writes: check, lock, write, log. Actions raise and take no request."""

from .calendar_entries import mark_moved_entries
from .change_meeting import cancel_meeting, change_meeting, postpone_meeting, reinstate_meeting
from .close_pack import close_pack
from .copy_pages import discard_copied_packs, keep_event
from .extend_horizons import extend_horizons
from .follow_zone_data import follow_zone_data, unknown_timezones
from .index_packs import index_opened_packs, index_packs
from .keep_meeting import keep_meeting
from .make_past_dates import make_past_dates
from .project_event import project_event, project_events, project_page, project_pages
from .purge_caches import has_frontend_cache, purge_host, purge_leaving, purge_when_committed
from .rebuild_occurrences import count_events, rebuild_occurrences
from .refresh_calendar import refresh_calendar
from .repair_events import repair_events
from .set_places import set_places
from .share_consent import settle_consent, share_consent, withdraw_in_draft
from .start_guide import GuideTargets, guide_targets, start_guide
from .tidy_events import tidy_events

__all__ = [
    "GuideTargets",
    "cancel_meeting",
    "change_meeting",
    "close_pack",
    "count_events",
    "discard_copied_packs",
    "extend_horizons",
    "follow_zone_data",
    "guide_targets",
    "has_frontend_cache",
    "index_opened_packs",
    "index_packs",
    "keep_event",
    "keep_meeting",
    "make_past_dates",
    "mark_moved_entries",
    "postpone_meeting",
    "project_event",
    "project_events",
    "project_page",
    "project_pages",
    "purge_host",
    "purge_leaving",
    "purge_when_committed",
    "rebuild_occurrences",
    "refresh_calendar",
    "reinstate_meeting",
    "repair_events",
    "set_places",
    "settle_consent",
    "share_consent",
    "start_guide",
    "tidy_events",
    "unknown_timezones",
    "withdraw_in_draft",
]
