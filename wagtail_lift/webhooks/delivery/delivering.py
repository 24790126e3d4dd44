"""Deliver what is due, each once however many workers there are."""

import json
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import uuid4

from django.db.models import F, Q
from django.utils import timezone

from ... import __version__
from ..domain.attempts import next_attempt_at
from ..enums import DeliveryState, Fault
from ..models import Delivery, Endpoint
from .sending import NotSentError, post
from .signing import headers_for

logger = logging.getLogger("wagtail_lift.webhooks")

AT_ONCE = 20
LEASE = timedelta(minutes=2)
"""How long a worker has for one delivery: several times as long as an attempt takes at most."""


def deliver_due(is_time_left: Callable[[datetime], bool]) -> int:
    """Deliver what is due, the oldest first, while ``is_time_left``; return how many attempts.

    Each attempt has a time of its own, because others take seconds. An endpoint that gives no
    answer gets no more in this run, so that it does not take the time of the others.
    """
    attempts, silent = 0, set[int]()
    while True:
        due = Delivery.objects.due(timezone.now()).exclude(endpoint__in=silent)
        rows = list(due.order_by("due_at", "pk").values_list("pk", "endpoint")[:AT_ONCE])
        done = 0
        for key, endpoint in rows:
            now = timezone.now()
            if not is_time_left(now):
                return attempts + done
            fault = None if endpoint in silent else attempt(key, now)
            done += fault is not None
            if fault in UNANSWERED:
                silent.add(endpoint)
        attempts += done
        if not done:
            return attempts


UNANSWERED = (Fault.NAME, Fault.CONNECTION, Fault.TIMEOUT, Fault.CERTIFICATE)


def attempt(key: int, now: datetime) -> str | None:
    """Claim a delivery and send it; return the fault, if any, or ``None`` if it is not free.

    The claim is one UPDATE, which two workers cannot both win on any database, and no transaction
    is open while the other side is waited for. If the process is killed, the claim expires and the
    message is sent again with the same ``webhook-id``.
    """
    claim = uuid4()
    free = Q(claimed_until=None) | Q(claimed_until__lte=now)
    waiting = Delivery.objects.filter(free, pk=key, state=DeliveryState.WAITING, due_at__lte=now)
    waiting = waiting.filter(endpoint__in=Endpoint.objects.filter(is_active=True))
    if not waiting.update(claim=claim, claimed_until=now + LEASE, attempts=F("attempts") + 1):
        return None
    delivery = Delivery.objects.select_related("endpoint", "change").get(pk=key)
    status, fault = _send(delivery, now)
    finished = _finished(delivery, status, fault, now)
    Delivery.objects.filter(pk=key, claim=claim).update(**finished)
    if fault == Fault.GONE:
        Endpoint.objects.filter(pk=delivery.endpoint_id).update(is_active=False)
    facts = {"delivery": key, "endpoint": delivery.endpoint_id, "status": status, "fault": fault}
    logger.info("webhook_attempted", extra=facts)
    return fault


def _send(delivery: Delivery, now: datetime) -> tuple[int | None, str]:
    endpoint = delivery.endpoint
    body = json.dumps(delivery.message(), ensure_ascii=False, separators=(",", ":"))
    headers = headers_for(delivery.message_id, body, endpoint.secrets_at(now), now)
    headers |= {"Content-Type": "application/json", "User-Agent": f"wagtail_lift/{__version__}"}
    try:
        status = post(endpoint.url, body.encode(), headers)
    except NotSentError as error:
        return None, error.fault
    return status, _fault_of_status(status)


def _fault_of_status(status: int) -> str:
    if 200 <= status < 300:
        return ""
    if status == 410:
        return Fault.GONE
    return Fault.REDIRECT if 300 <= status < 400 else Fault.STATUS


def _finished(
    delivery: Delivery, status: int | None, fault: str, now: datetime
) -> dict[str, object]:
    """Return what to store: delivered, to try again, or given up."""
    told = {"status_code": status, "fault": fault, "claim": None, "claimed_until": None}
    if not fault:
        return {**told, "state": DeliveryState.DELIVERED, "finished_at": now}
    again = None if fault == Fault.GONE else next_attempt_at(delivery.attempts, now)
    if again is None:
        return {**told, "state": DeliveryState.GIVEN_UP, "finished_at": now}
    return {**told, "due_at": again}
