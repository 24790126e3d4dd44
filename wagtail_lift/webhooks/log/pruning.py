"""Delete entries and deliveries that are older than the site keeps them."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max, Q

from ...conf import settings
from ..models import Change, Delivery
from .lock import lock_log


def prune(now: datetime) -> int:
    """Delete what is older than ``WAGTAIL_LIFT_CHANGES_DAYS``; return how many entries.

    The latest entry of what is public stays, so that the log always names all of it. Readers who
    are behind what is deleted have to start anew: ``pruned_to`` says who.
    """
    before = now - timedelta(days=settings.CHANGES_DAYS)
    Delivery.objects.filter(finished_at__lt=before).delete()
    superseded = Q(is_latest=False) | Q(is_removal=True)
    old = Change.objects.filter(superseded, happened_at__lt=before)
    if not old.exists():
        return 0
    with transaction.atomic():
        log = lock_log()
        log.pruned_to = max(log.pruned_to, old.aggregate(last=Max("number"))["last"] or 0)
        log.save(update_fields=["pruned_to"])
        count, _by_model = old.delete()
    return count
