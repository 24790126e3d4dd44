"""What follows a change never refuses it: a fault is logged, and ``lift_tick`` makes up for it."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction

logger = logging.getLogger("wagtail_lift")


@contextmanager
def never_refusing(fault: str, **facts: Any) -> Iterator[None]:
    """Undo and log what fails inside, and go on, as long as the caller's own work is whole."""
    try:
        with transaction.atomic():
            yield
    except Exception:
        log_and_raise_if_broken(fault, **facts)


def log_and_raise_if_broken(fault: str, **facts: Any) -> None:
    """Log what is being handled; raise it again if it has undone more than what failed.

    MariaDB rolls back all that a deadlock's victim did, SQLite on a full disk: Django learns of it
    when it can not return to its savepoint.
    """
    logger.exception(fault, extra=facts)
    raise_if_broken()


def raise_if_broken() -> None:
    """Raise again what is being handled if the transaction of the caller cannot be committed."""
    connection = transaction.get_connection()
    if connection.in_atomic_block and connection.needs_rollback:
        raise
