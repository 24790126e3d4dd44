"""The lock on the log, and why readers of it miss nothing.

A number must not become visible after a higher one: whoever reads up to the higher one would never
see it. A sequence does not keep to that, since transactions commit in another order than they took
their numbers. Nor may a transaction that edits pages hold a lock until it commits: two such could
wait for each other. So it only notes what it touches (``log.touches``). Numbers are given after it
has been committed, in a short transaction that begins by updating the one row of the log. That
locks it on every database, SQLite included; the next one waits until this one is committed.
"""

from django.db.models import Exists, F

from ..models import ChangeLog, Touch

_ONLY = 1


def lock_log() -> ChangeLog:
    """Lock the log until the transaction ends; call it first in the transaction."""
    only = ChangeLog.objects.filter(pk=_ONLY)
    if not only.update(last_number=F("last_number")):
        ChangeLog.objects.bulk_create([ChangeLog(pk=_ONLY)], ignore_conflicts=True)
        only.update(last_number=F("last_number"))
    return only.get()


def read_log() -> ChangeLog:
    """Return how far the log is, without a lock."""
    return ChangeLog.objects.filter(pk=_ONLY).first() or ChangeLog(pk=_ONLY)


def read_state() -> str | None:
    """Return the name of what is public: the number of the last entry; one query.

    ``None`` while something is committed that has no entry yet.
    """
    rows = ChangeLog.objects.filter(pk=_ONLY)
    # Not first(), which orders: every answer of the API asks this.
    found = next(iter(rows.values_list("last_number", Exists(Touch.objects.all()))), None)
    return str(found[0]) if found and not found[1] else None
