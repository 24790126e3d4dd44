"""What the clock alone changes: dates begin and end, booking opens and closes, packs open."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from ...models import EventOccurrence, get_page_model
from ...packs.openness import opened_between, openings
from ...projection import packs_beside
from ..delivery.tasks import deliver_soon
from ..domain.moments import between, moments_of
from ..enums import ChangeType
from ..models import Change
from .entries import Entry, latest_of, write_entries
from .lock import lock_log
from .subjects import name_of_page, subjects_of_pages

_COLUMNS = ("starts_at", "ends_at", "booking_opens_at", "booking_closes_at", "pack_opens_at")


def follow_clock(now: datetime) -> int:
    """Write an entry for each instant that has passed since the last run; return how many.

    Each is found by its stored instant, so a run that was missed is made up for. If the clock was
    set back, what now is to come again gives ``event.changed``; when it passes again, so does it,
    since it has been told of once.
    """
    with transaction.atomic():
        log = lock_log()
        since, log.clock_at = log.clock_at, now
        log.save(update_fields=["clock_at"])
        if since == now:
            return 0
        after, until = sorted((since, now))
        entries = [*_of_dates(after, until), *_of_packs(after, until)]
        entries += _of_packs_beside(entries)
        entries.sort(key=lambda entry: entry.happened_at)
        entries = [*_as_told(entries, now, is_set_back=now < since)]
        known = latest_of(entry.subject for entry in entries)
        shown = _still_shown(entries, known)
        changes = write_entries(log, shown, known)
    if changes:
        deliver_soon(now)
    return len(changes)


def _of_dates(after: datetime, until: datetime) -> Iterator[Entry]:
    passed = Q()
    for column in _COLUMNS:
        passed |= Q(**{f"{column}__gt": after, f"{column}__lte": until})
    rows = EventOccurrence.objects.public().filter(passed).select_related("meeting")
    for row in rows.defer("location", "summary").order_by("pk"):
        for moment in between(moments_of(row.facts()), after, until):
            uid = row.meeting.uid
            yield Entry(
                type=moment.type,
                subject=name_of_page(row.page_id),
                identity={},
                url_path="",
                addresses=[],
                happened_at=moment.instant,
                date_uid=uid,
                date_param=row.date_param,
                instant_key=f"{row.page_id}:{moment.type}:{uid}:{moment.instant.isoformat()}",
            )


def _of_packs(after: datetime, until: datetime) -> Iterator[Entry]:
    packs = opened_between(after, until)
    model = get_page_model()
    aliases = model._default_manager.filter(alias_of__in=[pack.pk for pack in packs], live=True)
    known = {pack.pk: pack for pack in [*packs, *aliases.specific(defer=True)]}
    times = zip(known.values(), openings(known.values()), strict=True) if known else ()
    for pack, opening in times:
        instant = opening.opens_at
        if instant is not None and after < instant <= until:
            yield Entry(
                type=ChangeType.PACK_OPENED,
                subject=name_of_page(pack.pk),
                identity={},
                url_path="",
                addresses=[],
                happened_at=instant,
                instant_key=f"{pack.pk}:{ChangeType.PACK_OPENED}:{instant.isoformat()}",
            )


def _of_packs_beside(entries: list[Entry]) -> list[Entry]:
    """Return an entry for each pack that shows one of these events, and does not open itself."""
    events = {_key_of(e.subject): e.happened_at for e in entries if e.date_uid}
    if not events:
        return []
    opened = {_key_of(e.subject) for e in entries if not e.date_uid}
    last = max(events.values())
    return [
        Entry(
            type=ChangeType.PACK_CHANGED,
            subject=name_of_page(key),
            identity={},
            url_path="",
            addresses=[],
            happened_at=last,
        )
        for key in sorted(packs_beside(set(events)) - opened)
    ]


def _key_of(subject: str) -> int:
    return int(subject.partition(":")[2])


def _as_told(entries: list[Entry], now: datetime, *, is_set_back: bool) -> Iterator[Entry]:
    """Yield the entries; those that were told of before, or are to come again, as changes."""
    keys = [entry.instant_key for entry in entries]
    told = set(Change.objects.filter(instant_key__in=keys).values_list("instant_key", flat=True))
    for entry in entries:
        if is_set_back or entry.instant_key in told:
            is_pack = entry.type in (ChangeType.PACK_OPENED, ChangeType.PACK_CHANGED)
            kind = ChangeType.PACK_CHANGED if is_pack else ChangeType.EVENT_CHANGED
            entry = replace(entry, type=kind, instant_key=None)
        yield replace(entry, happened_at=now) if is_set_back else entry


def _still_shown(entries: list[Entry], known: dict[str, Change]) -> list[Entry]:
    """Return the entries of pages that the log tells of, with what these are now."""
    names = {e.subject for e in entries if e.subject in known and not known[e.subject].is_removal}
    subjects = subjects_of_pages(_key_of(name) for name in names)
    return [
        replace(
            entry,
            identity=subjects[entry.subject].identity,
            url_path=subjects[entry.subject].url_path,
            addresses=subjects[entry.subject].addresses,
            title_print=subjects[entry.subject].title_print,
        )
        for entry in entries
        if entry.subject in subjects
    ]
