"""Give a host a link by which they edit their own profile, and take it back."""

from datetime import datetime, timedelta

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.log_actions import log

from ..access.host_links import links_of, may_change_hosts
from ..conf import settings
from ..models import AbstractHostProfile, HostLink
from ..models.share_links import hash_of, new_token


def give_host_link(
    host: AbstractHostProfile, *, user: AbstractBaseUser, now: datetime
) -> tuple[str, datetime]:
    """Make a link to the profile of a host; return its token, which is stored nowhere, and its end.

    It works until it expires, is withdrawn, or ``user`` may no longer change hosts. Raises
    ``PermissionDenied``. Removes links of this host that have expired.
    """
    _refuse_others(user)
    token, expires_at = new_token(), now + timedelta(days=settings.SHARE_DAYS)
    with transaction.atomic():
        HostLink.objects.filter(host=host.pk, expires_at__lte=now).delete()
        HostLink.objects.create(
            host_id=host.pk,
            token_hash=hash_of(token),
            created_by_id=user.pk,
            created_at=now,
            expires_at=expires_at,
        )
        data = {"until": expires_at.isoformat()}
        log(instance=host, action="wagtail_lift.give_host_link", user=user, data=data)
    return token, expires_at


def withdraw_host_links(host: AbstractHostProfile, *, user: AbstractBaseUser, now: datetime) -> int:
    """Withdraw every link of a host; return how many worked. Raises ``PermissionDenied``."""
    _refuse_others(user)
    with transaction.atomic():
        withdrawn = links_of(host, now).select_related(None).update(revoked_at=now)
        if withdrawn:
            data = {"count": withdrawn}
            log(instance=host, action="wagtail_lift.withdraw_host_links", user=user, data=data)
    return withdrawn


def _refuse_others(user: AbstractBaseUser) -> None:
    if not may_change_hosts(user):
        raise PermissionDenied
