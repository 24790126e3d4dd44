"""One verb per function, on behalf of a person: check, lock, write, log. Takes no request."""

from .add_picture import add_picture
from .add_snippet import add_snippet
from .change_meeting import cancel_meeting, change_meeting, postpone_meeting, reinstate_meeting
from .close_pack import close_pack
from .copy_pages import discard_copied_packs, keep_event
from .duplicate_event import duplicate_event
from .edit_own_profile import edit_own_profile, withdraw_own_consent
from .gather_insights import GatheredInsights, ToldInsights, gather_insights, is_told_again
from .grant_rights import grant_rights
from .host_links import give_host_link, withdraw_host_links
from .keep_meeting import keep_meeting
from .keep_place import keep_place_of
from .make_past_dates import make_past_dates
from .set_places import set_places
from .share_consent import settle_consent, share_consent, withdraw_in_draft
from .share_draft import share_draft, stop_sharing
from .start_guide import GuideTargets, guide_targets, start_guide
from .start_programme import Started, start_programme

__all__ = [
    "GatheredInsights",
    "GuideTargets",
    "Started",
    "ToldInsights",
    "add_picture",
    "add_snippet",
    "cancel_meeting",
    "change_meeting",
    "close_pack",
    "discard_copied_packs",
    "duplicate_event",
    "edit_own_profile",
    "gather_insights",
    "give_host_link",
    "grant_rights",
    "guide_targets",
    "is_told_again",
    "keep_event",
    "keep_meeting",
    "keep_place_of",
    "make_past_dates",
    "postpone_meeting",
    "reinstate_meeting",
    "set_places",
    "settle_consent",
    "share_consent",
    "share_draft",
    "start_guide",
    "start_programme",
    "stop_sharing",
    "withdraw_host_links",
    "withdraw_in_draft",
    "withdraw_own_consent",
]
