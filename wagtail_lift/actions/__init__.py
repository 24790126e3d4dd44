"""One verb per function, on behalf of a person: check, lock, write, log. Takes no request."""

from .change_meeting import cancel_meeting, change_meeting, postpone_meeting, reinstate_meeting
from .close_pack import close_pack
from .copy_pages import discard_copied_packs, keep_event
from .grant_rights import grant_rights
from .keep_meeting import keep_meeting
from .make_past_dates import make_past_dates
from .set_places import set_places
from .share_consent import settle_consent, share_consent, withdraw_in_draft
from .share_draft import share_draft, stop_sharing
from .start_guide import GuideTargets, guide_targets, start_guide

__all__ = [
    "GuideTargets",
    "cancel_meeting",
    "change_meeting",
    "close_pack",
    "discard_copied_packs",
    "grant_rights",
    "guide_targets",
    "keep_event",
    "keep_meeting",
    "make_past_dates",
    "postpone_meeting",
    "reinstate_meeting",
    "set_places",
    "settle_consent",
    "share_consent",
    "share_draft",
    "start_guide",
    "stop_sharing",
    "withdraw_in_draft",
]
