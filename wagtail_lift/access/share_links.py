"""Which draft a link shows to somebody without an account."""

from datetime import datetime
from typing import Any

from wagtail.models import AbstractPage

from ..models.kinds import EventKind, PackKind, ProgrammeKind, is_kind
from ..models.share_links import ShareLink, hash_of
from .privacy import is_unrestricted


def can_be_shared(page: AbstractPage) -> bool:
    """Return whether links can show the drafts of a page: one of ours that everybody may open."""
    is_ours = is_kind(page, (ProgrammeKind, EventKind, PackKind))
    return is_ours and page.alias_of_id is None and is_unrestricted(page)


def shared_draft(token: str, now: datetime) -> Any | None:
    """Return the latest draft of the page that a link is about, ``None`` unless the link is valid.

    Nobody sees more than who made the link may still edit, and nothing of a page that not everybody
    may open. The draft shows no private value.
    """
    links = ShareLink.objects.filter(token_hash=hash_of(token), revoked_at=None, expires_at__gt=now)
    link = links.select_related("page", "created_by").first()
    if link is None or not can_be_shared(link.page):
        return None
    page, user = link.page.specific, link.created_by
    if not user.is_active or not page.permissions_for_user(user).can_edit():
        return None
    draft = page.get_latest_revision_as_object()
    draft.show_draft_to_strangers(link.expires_at)
    return draft
