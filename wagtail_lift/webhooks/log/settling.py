"""From what committed transactions touched to entries of the log."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db import transaction

from ...projection import packs_beside, translations_of
from ..delivery.tasks import deliver_soon
from ..enums import SubjectKind
from ..models import Change, Touch
from .entries import Entry, changed, latest_of, removed, write_entries
from .lock import lock_log
from .subjects import (
    HOST,
    PROGRAMME,
    Subject,
    name_of_page,
    print_of,
    public_pages,
    public_programmes,
    subjects_of_hosts,
    subjects_of_pages,
)

AT_ONCE = 200
"""Touches in one transaction; what one commit leaves over waits for ``lift_tick``."""


def settle(now: datetime) -> int:
    """Write an entry for each page and host that was touched; return how many touches there were.

    It compares what everybody may read now with what the log said last: what was never public
    gives no entry, and what is no longer public is removed. Several touches give one entry.
    """
    if not Touch.objects.exists():
        return 0
    with transaction.atomic():
        log = lock_log()
        touches = list(Touch.objects.order_by("pk")[:AT_ONCE])
        entries, known = _entries_for(touches)
        write_entries(log, entries, known)
        Touch.objects.filter(pk__in=[touch.pk for touch in touches]).delete()
    deliver_soon(now)
    return len(touches)


def settle_all(now: datetime) -> int:
    """Settle until nothing waits; return how many touches there were."""
    total = 0
    while count := settle(now):
        total += count
    return total


def _entries_for(touches: Sequence[Touch]) -> tuple[list[Entry], dict[str, Change]]:
    touches = [*_that_change_something(touches)]
    touches += _below_new_titles(touches)
    touches += _above_programmes(touches)
    pages = {int(touch.key) for touch in touches if touch.kind == SubjectKind.PAGE}
    hosts = {touch.key for touch in touches if touch.kind == SubjectKind.HOST}
    known = {**latest_of(map(name_of_page, pages)), **_latest_of_hosts(hosts)}
    now_public = {**subjects_of_pages(pages), **subjects_of_hosts(hosts)}
    entries = []
    for name, moment in _touched_at(touches, known, now_public).items():
        before, subject = known.get(name), now_public.get(name)
        if subject is not None:
            entries.append(changed(subject, moment))
        elif before is not None and not before.is_removal:
            entries.append(removed(before, moment))
    return entries, known


def _that_change_something(touches: Sequence[Touch]) -> Iterator[Touch]:
    """Yield the touches but for moves to an address that the log tells already.

    Packs say where their event is, and pages where their translations are, so those beside a page
    that has moved are touched as well.
    """
    moved = {int(touch.key): touch for touch in touches if touch.is_move}
    if moved:
        paths = dict(public_pages().filter(pk__in=moved).values_list("pk", "url_path"))
        known = latest_of(map(name_of_page, moved))
        told = {change.subject: change.url_path for change in known.values()}
        same = {key for key, path in paths.items() if told.get(name_of_page(key)) == path}
        touches = [touch for touch in touches if not (touch.is_move and int(touch.key) in same)]
        new = moved.keys() - same
        beside = packs_beside(new) | translations_of(new) if new else ()
        last = max(touch.touched_at for touch in moved.values())
        kind = SubjectKind.PAGE
        yield from (Touch(kind=kind, key=str(key), touched_at=last) for key in sorted(beside))
    yield from touches


def _below_new_titles(touches: Sequence[Touch]) -> list[Touch]:
    """Return touches of the pages right below those whose title has changed: they show it."""
    touched = {int(t.key): t.touched_at for t in touches if t.kind == SubjectKind.PAGE}
    told = latest_of(map(name_of_page, touched))
    found = []
    for page in public_pages().filter(pk__in=touched).only("pk", "title", "path", "depth"):
        before = told.get(name_of_page(page.pk))
        if before is not None and before.title_print != print_of(page.title):
            below = public_pages().child_of(page).values_list("pk", flat=True)
            found += [(key, touched[page.pk]) for key in below if key not in touched]
    kind = SubjectKind.PAGE
    return [Touch(kind=kind, key=str(key), touched_at=at) for key, at in sorted(found)]


def _above_programmes(touches: Sequence[Touch]) -> list[Touch]:
    """Return touches of the pages right above programmes, now and as told: they list them."""
    touched = {int(t.key): t.touched_at for t in touches if t.kind == SubjectKind.PAGE}
    paths = list(public_programmes().filter(pk__in=touched).values_list("pk", "url_path"))
    paths += [
        (change.identity["id"], change.url_path)
        for change in latest_of(map(name_of_page, touched)).values()
        if change.identity["kind"] == PROGRAMME and change.url_path
    ]
    if not paths:
        return []
    moments: dict[str, datetime] = {}
    for key, path in paths:
        above = f"{path.rstrip('/').rpartition('/')[0]}/"
        moments[above] = max(touched[key], moments.get(above, touched[key]))
    found = public_programmes().filter(url_path__in=moments).values_list("pk", "url_path")
    kind = SubjectKind.PAGE
    return [
        Touch(kind=kind, key=str(key), touched_at=moments[path])
        for key, path in sorted(found)
        if key not in touched
    ]


def _latest_of_hosts(keys: set[str]) -> dict[str, Change]:
    """Return the latest entries of the profiles with these translation keys."""
    if not keys:
        return {}
    found = Change.objects.filter(is_latest=True, subject__startswith=f"{HOST}:")
    return {c.subject: c for c in found if c.identity["translation_key"] in keys}


def _touched_at(
    touches: Sequence[Touch], known: dict[str, Change], now_public: dict[str, Subject]
) -> dict[str, datetime]:
    """Return when each subject was touched last, in the order of that."""
    names: dict[str, set[str]] = {}
    for name, identity in [
        *((name, subject.identity) for name, subject in now_public.items()),
        *((name, change.identity) for name, change in known.items()),
    ]:
        if identity["kind"] == HOST:
            names.setdefault(identity["translation_key"], set()).add(name)
    found: dict[str, datetime] = {}
    for touch in touches:
        is_page = touch.kind == SubjectKind.PAGE
        for name in [name_of_page(touch.key)] if is_page else sorted(names.get(touch.key, ())):
            found.pop(name, None)
            found[name] = touch.touched_at
    return found
