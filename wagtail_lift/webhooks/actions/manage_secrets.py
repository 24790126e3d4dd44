"""Secrets of endpoints: made here, shown once, and replaced while the old one still counts."""

from datetime import datetime, timedelta

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.db.models import Q
from wagtail.log_actions import log

from ..delivery.signing import new_secret
from ..models import Endpoint, EndpointSecret

OVERLAP = timedelta(hours=24)
"""How long the old secret still signs beside the new one."""

ROTATE = "wagtail_lift.rotate_webhook_secret"


def give_first_secret(endpoint: Endpoint) -> None:
    """Give a new endpoint its secret."""
    if not endpoint.secrets.exists():
        EndpointSecret.objects.create(endpoint=endpoint, secret=new_secret())


def rotate_secret(endpoint: Endpoint, *, user: AbstractBaseUser | None, now: datetime) -> None:
    """Make a new secret; the one before counts for another ``OVERLAP``, older ones no more."""
    with transaction.atomic():
        Endpoint.objects.select_for_update().get(pk=endpoint.pk)
        known = EndpointSecret.objects.filter(endpoint=endpoint)
        known.filter(expires_at__isnull=False).delete()
        known.update(expires_at=now + OVERLAP)
        EndpointSecret.objects.create(endpoint=endpoint, secret=new_secret())
        log(instance=endpoint, action=ROTATE, user=user)


def reveal_secret(endpoint: Endpoint, *, now: datetime) -> str | None:
    """Return the newest secret if nobody has seen it yet, and note that somebody has now."""
    newest = EndpointSecret.objects.filter(endpoint=endpoint).order_by("-pk").first()
    if newest is None:
        return None
    unseen = EndpointSecret.objects.filter(Q(shown_at=None), pk=newest.pk)
    return newest.secret if unseen.update(shown_at=now) else None
