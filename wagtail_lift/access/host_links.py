"""Which profile a host's link opens, and who may make links."""

from datetime import datetime
from typing import Any

from django.contrib.auth import get_permission_codename
from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import QuerySet

from ..models import AbstractHostProfile, HostLink, get_host_model
from ..models.share_links import hash_of


def may_change_hosts(user: Any) -> bool:
    """Return whether a user may change host profiles, and so give hosts a link to do so."""
    return _has_right(user, "change")


def may_publish_hosts(user: Any) -> bool:
    """Return whether a user may publish host profiles, and so what comes by their links."""
    return _has_right(user, "publish")


def link_with_token(token: str, now: datetime) -> HostLink | None:
    """Return the valid link with a token, ``None`` if there is none."""
    return _valid(_links(now).filter(token_hash=hash_of(token)))


def link_with_key(key: int, now: datetime) -> HostLink | None:
    """Return the valid link with a key; ask only for readers who have shown its token."""
    return _valid(_links(now).filter(pk=key))


def links_of(host: AbstractHostProfile, now: datetime) -> QuerySet[HostLink]:
    """Return the links of a host that have neither expired nor been revoked."""
    return _links(now).filter(host=host.pk)


def _links(now: datetime) -> QuerySet[HostLink]:
    found = HostLink.objects.filter(revoked_at=None, expires_at__gt=now)
    return found.select_related("created_by", "host__locale")


def _valid(found: QuerySet[HostLink]) -> HostLink | None:
    link = found.first()
    return link if link is not None and may_change_hosts(link.created_by) else None


def _has_right(user: AbstractBaseUser, action: str) -> bool:
    options = get_host_model()._meta
    right = f"{options.app_label}.{get_permission_codename(action, options)}"
    return bool(user.is_active and user.has_perm(right))
