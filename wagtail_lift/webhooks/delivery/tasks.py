"""Deliver at once where the site has a worker for tasks; else ``lift_tick`` does."""

from datetime import datetime, timedelta

from django.utils import timezone
from django_tasks import task
from django_tasks.backends.immediate import ImmediateBackend

from ..models import Delivery
from .delivering import deliver_due

SECONDS = timedelta(seconds=45)
"""How long one run delivers: ``lift_tick`` begins the next one after a minute."""


def deliver_for_a_while(now: datetime) -> int:
    """Deliver what is due, for less than a minute; return how many attempts."""
    return deliver_due(lambda moment: now <= moment < now + SECONDS)


@task()
def deliver() -> None:
    """Deliver what is due, in a worker."""
    deliver_for_a_while(timezone.now())


def deliver_soon(now: datetime) -> None:
    """Ask a worker to deliver, if anything is due and the site has one.

    Where tasks run in the request that enqueues them, nobody waits for other servers.
    """
    if not runs_at_once() and Delivery.objects.due(now).exists():
        deliver.enqueue()


def runs_at_once() -> bool:
    """Return whether tasks run where they are enqueued, as they do by default."""
    backend = deliver.get_backend()
    return isinstance(backend, ImmediateBackend) or type(backend).__name__ == "ImmediateBackend"
