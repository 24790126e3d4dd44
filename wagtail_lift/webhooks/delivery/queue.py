"""Queue a delivery for each endpoint that wants to be told."""

from collections.abc import Iterable

from ..models import Change, Delivery, Endpoint


def queue_deliveries(changes: Iterable[Change]) -> None:
    """Queue deliveries of stored changes, in the transaction that stores them."""
    endpoints = list(Endpoint.objects.filter(is_active=True).order_by("pk"))
    if not endpoints:
        return
    Delivery.objects.bulk_create(
        Delivery(endpoint=endpoint, change=change, type=change.type, subject=change.subject)
        for change in changes
        for endpoint in endpoints
        if endpoint.wants(change.type)
    )
