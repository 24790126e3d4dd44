"""Write entries into the locked log, and queue what endpoints are told."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from ..delivery.queue import queue_deliveries
from ..models import Change, ChangeLog
from .subjects import Subject


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry to write: what happened to whom, when. Of a removal, ``addresses`` is empty."""

    type: str
    subject: str
    identity: dict[str, Any]
    url_path: str
    addresses: list[str]
    happened_at: datetime
    is_removal: bool = False
    title_print: str = ""
    date_uid: UUID | None = None
    date_param: str = ""
    instant_key: str | None = None


def latest_of(names: Iterable[str]) -> dict[str, Change]:
    """Return the latest entry of each of these subjects that has one."""
    found = Change.objects.filter(subject__in=set(names), is_latest=True)
    return {change.subject: change for change in found}


def changed(subject: Subject, moment: datetime) -> Entry:
    """Return the entry that says that a subject is new or has changed."""
    return Entry(
        f"{subject.kind}.changed",
        subject.name,
        subject.identity,
        subject.url_path,
        subject.addresses,
        moment,
        title_print=subject.title_print,
    )


def removed(before: Change, moment: datetime) -> Entry:
    """Return the entry that says that what was told of is no longer public."""
    kind = before.identity["kind"]
    return Entry(
        f"{kind}.removed", before.subject, before.identity, "", [], moment, is_removal=True
    )


def write_entries(
    log: ChangeLog, entries: Sequence[Entry], known: Mapping[str, Change]
) -> list[Change]:
    """Write entries in order, with the next numbers; ``known`` are the latest of their subjects.

    Older entries of what is removed are withheld from now on: it may be private. The caller holds
    the lock.
    """
    newest = dict(known)
    changes = []
    for entry in entries:
        before = newest.get(entry.subject)
        shown = before.addresses if before else []
        change = Change(
            number=log.last_number + 1,
            type=entry.type,
            subject=entry.subject,
            identity=entry.identity,
            url_path=entry.url_path,
            title_print=entry.title_print,
            addresses=entry.addresses,
            rebuild=sorted({*shown, *entry.addresses}),
            date_uid=entry.date_uid,
            date_param=entry.date_param,
            instant_key=entry.instant_key,
            happened_at=entry.happened_at,
            is_removal=entry.is_removal,
        )
        if before is not None:
            before.is_latest = False
        log.last_number += 1
        newest[entry.subject] = change
        changes.append(change)
    if not changes:
        return []
    names = {change.subject for change in changes}
    gone = {name for name in names if newest[name].is_removal}
    Change.objects.filter(subject__in=names, is_latest=True).update(is_latest=False)
    Change.objects.filter(subject__in=gone).update(is_withheld=True)
    for change in changes:
        change.is_withheld = change.subject in gone and not change.is_latest
    Change.objects.bulk_create(changes)
    log.save(update_fields=["last_number"])
    queue_deliveries(changes)
    return changes
