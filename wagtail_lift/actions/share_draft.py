"""Show the draft of a page to somebody without an account, by a link that expires."""

from datetime import datetime, timedelta

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import AbstractPage

from ..access.share_links import can_be_shared
from ..conf import settings
from ..exceptions import DraftOfOtherPage, DraftRestricted
from ..models import ShareLink
from ..models.share_links import hash_of, new_token


def share_draft(page: AbstractPage, *, user: AbstractBaseUser, now: datetime) -> str:
    """Make a link to the draft of a page and return its token, which is stored nowhere.

    The link shows the latest draft until it expires, is withdrawn, or ``user`` may no longer edit
    the page. Raises ``PermissionDenied`` for others, ``DraftOfOtherPage`` for an alias, and
    ``DraftRestricted`` for a page that not everybody may open. Removes links that have expired.
    """
    _refuse_others(page, user)
    if page.alias_of_id:
        raise DraftOfOtherPage
    if not can_be_shared(page):
        raise DraftRestricted
    token, expires_at = new_token(), now + timedelta(days=settings.SHARE_DAYS)
    with transaction.atomic():
        ShareLink.objects.filter(page=page.pk, expires_at__lte=now).delete()
        ShareLink.objects.create(
            page_id=page.pk,
            token_hash=hash_of(token),
            created_by_id=user.pk,
            created_at=now,
            expires_at=expires_at,
        )
        data = {"until": expires_at.isoformat()}
        log(instance=page, action="wagtail_lift.share_draft", user=user, data=data)
    return token


def stop_sharing(page: AbstractPage, *, user: AbstractBaseUser, now: datetime) -> int:
    """Withdraw every link to the draft of a page; return how many were valid.

    Raises ``PermissionDenied`` for users who may not edit the page.
    """
    _refuse_others(page, user)
    with transaction.atomic():
        links = ShareLink.objects.filter(page=page.pk, revoked_at=None, expires_at__gt=now)
        withdrawn = links.update(revoked_at=now)
        if withdrawn:
            data = {"count": withdrawn}
            log(instance=page, action="wagtail_lift.stop_sharing", user=user, data=data)
    return withdrawn


def _refuse_others(page: AbstractPage, user: AbstractBaseUser) -> None:
    if not page.permissions_for_user(user).can_edit():
        raise PermissionDenied
