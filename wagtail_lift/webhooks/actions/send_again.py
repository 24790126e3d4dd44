"""Send a test message, or a delivery once more."""

from datetime import datetime

from django.db.models import Q

from ..delivery.tasks import deliver_soon
from ..enums import TEST, DeliveryState
from ..models import Delivery, Endpoint


def send_test(endpoint: Endpoint, *, now: datetime) -> Delivery:
    """Queue a message of the type ``webhook.test``."""
    delivery: Delivery = Delivery.objects.create(
        endpoint=endpoint, type=TEST, created_at=now, due_at=now
    )
    deliver_soon(now)
    return delivery


def send_again(delivery: Delivery, *, now: datetime) -> bool:
    """Send a delivery as if it were new, with the ``webhook-id`` it had; return whether it will.

    One that a worker is sending just now is left alone.
    """
    free = Q(claimed_until=None) | Q(claimed_until__lte=now)
    is_queued = bool(
        Delivery.objects.filter(free, pk=delivery.pk).update(
            state=DeliveryState.WAITING, attempts=0, due_at=now, finished_at=None
        )
    )
    deliver_soon(now)
    return is_queued
