"""Side effects never block the change they follow: faults are logged, ``lift_tick`` repairs."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction

logger = logging.getLogger("wagtail_lift")


@contextmanager
def never_refusing(fault: str, **facts: Any) -> Iterator[None]:
    """Roll back and log a failure inside, and carry on if the caller's transaction is intact."""
    try:
        with transaction.atomic():
            yield
    except Exception:
        log_and_raise_if_broken(fault, **facts)


def log_and_raise_if_broken(fault: str, **facts: Any) -> None:
    """Log the current exception; raise it again if more than the savepoint was rolled back.

    MariaDB rolls back a deadlock victim's whole transaction, as SQLite does on a full disk. Django
    finds out when it cannot return to its savepoint.
    """
    logger.exception(fault, extra=facts)
    raise_if_broken()


def raise_if_broken() -> None:
    """Raise the current exception again if the caller's transaction cannot be committed."""
    connection = transaction.get_connection()
    if connection.in_atomic_block and connection.needs_rollback:
        raise
