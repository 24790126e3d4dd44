"""Import an event of another calendar as a draft, or bring the draft up to the calendar.

An entry is known by its UID among the events of the programme. What it says anew goes into the
draft; where an editor changed the same field since, the entry is refused and nothing is written.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.utils.text import capfirst, slugify
from django.utils.translation import gettext as _
from wagtail.coreutils import find_available_slug
from wagtail.log_actions import log
from wagtail.models import AbstractPage

from ..calendars.icalendar.entry import UID_SUFFIX
from ..enums import ImportOutcome
from ..formats.text import as_title
from ..imports.entries import Entry
from ..models import Meeting, get_page_model
from ..models.imports import ImportOrigin, stored_uid
from ..models.kinds import EventKind
from ..publishing.faults import publishing_faults
from .import_event import placed
from .imported_values import LISTS, Record, fields_of, value_of


@dataclass(frozen=True, slots=True)
class Importing:
    """Where events are imported to, by whom, and whether they are to be published.

    Without a ``user``, as on the command line, everything is allowed.
    """

    programme: AbstractPage
    page_type: type[EventKind]
    now: datetime
    user: AbstractBaseUser | None = None
    is_to_publish: bool = False
    is_dry: bool = False


@dataclass(frozen=True, slots=True)
class ImportedEntry:
    """What became of an entry, or would; ``page`` is set where there is one.

    ``is_late``: there was no time left to look at it.
    """

    entry: Entry
    outcome: ImportOutcome
    reasons: tuple[str, ...] = ()
    dates: tuple[datetime, ...] = ()
    changes: tuple[str, ...] = ()
    page: EventKind | None = None
    is_late: bool = False

    @property
    def more_dates(self) -> int:
        """Return how many dates there are besides the first."""
        return max(len(self.dates) - 1, 0)


class _Refused(Exception):
    def __init__(self, *reasons: str) -> None:
        self.reasons = reasons


class _Left(_Refused):
    pass


def import_entry(entry: Entry, importing: Importing) -> ImportedEntry:
    """Import one entry, or say what would become of it; never raises for what is wrong with it."""
    try:
        with transaction.atomic():
            done = _import(entry, importing)
            if importing.is_dry:
                transaction.set_rollback(True)
    except _Left as left:
        return ImportedEntry(entry, ImportOutcome.LEFT, (*left.reasons, *entry.notes))
    except _Refused as refused:
        return ImportedEntry(entry, ImportOutcome.REFUSED, (*refused.reasons, *entry.notes))
    return done


def _import(entry: Entry, importing: Importing) -> ImportedEntry:
    if entry.faults:
        raise _Refused(*entry.faults)
    if not entry.title.strip():
        raise _Refused(_("Every event needs a title."))
    origin = _origin_of(entry.uid, importing.programme)
    if origin is not None:
        return _update(entry, origin, importing)
    if _is_own(entry.uid, importing.programme):
        raise _Left(_("This is a date of an event of this programme."))
    if entry.is_off:
        raise _Left(_("It is cancelled in the calendar."))
    return _make(entry, importing)


def _origin_of(uid: str, programme: AbstractPage) -> ImportOrigin | None:
    below = get_page_model()._default_manager.descendant_of(programme)
    origins = ImportOrigin.objects.filter(uid=stored_uid(uid), event__source__in=below)
    return origins.select_related("event").order_by("pk").first() if uid else None


def _is_own(uid: str, programme: AbstractPage) -> bool:
    try:
        key = UUID(uid.removesuffix(UID_SUFFIX))
    except ValueError:
        return False
    below = get_page_model()._default_manager.descendant_of(programme)
    return Meeting.objects.filter(uid=key, event__source__in=below).exists()


def _make(entry: Entry, importing: Importing) -> ImportedEntry:
    programme, user = importing.programme, importing.user
    if user is not None:
        rights = programme.permissions_for_user(user)
        if not rights.can_add_subpage():
            raise _Refused(_("You may not add events to this programme."))
        if importing.is_to_publish and not rights.can_publish_subpage():
            raise _Refused(_("You may not publish in this programme."))
    if not importing.page_type.can_create_at(programme):
        raise _Refused(_("No event of this type may be added to this programme."))
    slug = slugify(entry.title, allow_unicode=True)[:245] or "event"
    told = {**entry.told, "slug": find_available_slug(programme, slug)}
    record = Record(told, importing.page_type)
    page = placed(record.as_page(programme), programme)
    page.owner = user
    reasons = (*entry.notes, *_looked_at(record, page, importing))
    dates = _dates_of(page, importing.now)
    changes = _labels(page, entry.told)
    if not importing.is_dry:
        page = programme.add_child(instance=_unplaced(record, programme, user))
        log(instance=page, action="wagtail.create", user=user)
        _store(page, importing)
        ImportOrigin.objects.create(
            event=page.lift_event, uid=stored_uid(entry.uid), told=dict(entry.told)
        )
    shown = None if importing.is_dry else page
    return ImportedEntry(entry, ImportOutcome.MADE, reasons, dates, changes, shown)


def _unplaced(record: Record, programme: AbstractPage, user: AbstractBaseUser | None) -> EventKind:
    page = record.as_page(programme)
    page.owner = user
    return page


def _update(entry: Entry, origin: ImportOrigin, importing: Importing) -> ImportedEntry:
    source = origin.event.source
    assert source is not None  # it is how the origin was found
    page = source.specific
    _refuse_edit(page, importing)
    if entry.is_off:
        raise _Left(_("It is cancelled in the calendar. If that is right, cancel it here."))
    new = {name: value for name, value in entry.told.items() if value != origin.told.get(name)}
    new |= dict.fromkeys(origin.told.keys() - entry.told.keys())
    if not new:
        raise _Left(_("Nothing has changed in the calendar since it was imported."))
    record = Record(entry.told, importing.page_type)
    before = _completed(Record(origin.told, importing.page_type), importing.programme)
    after = _completed(record, importing.programme)
    draft = page.get_latest_revision_as_object()
    changed_here = [
        name
        for name in new
        if value_of(draft, name) not in (value_of(before, name), value_of(after, name))
    ]
    if changed_here:
        words = _("Changed here since it was imported: %(what)s. Nothing of it is overwritten.")
        raise _Refused(words % {"what": ", ".join(_labels(page, changed_here))})
    record.take_over(draft, after, new)
    reasons = (*entry.notes, *_looked_at(record, draft, importing))
    if not importing.is_dry:
        _store(draft, importing)
        origin.told, origin.imported_at = dict(entry.told), importing.now
        origin.save()
    dates = _dates_of(draft, importing.now)
    return ImportedEntry(entry, ImportOutcome.UPDATED, reasons, dates, _labels(page, new), page)


def _refuse_edit(page: EventKind, importing: Importing) -> None:
    user = importing.user
    if type(page) is not importing.page_type:
        raise _Refused(_("It was imported as a page of another type."))
    if user is None:
        return
    rights = page.permissions_for_user(user)
    if not rights.can_edit():
        raise _Refused(_("You may not edit the event that was imported from it."))
    if importing.is_to_publish and not rights.can_publish():
        raise _Refused(_("You may not publish the event that was imported from it."))
    lock = page.get_lock()
    if lock is not None and lock.for_user(user):
        raise _Refused(_("The event that was imported from it is locked."))


def _completed(record: Record, programme: AbstractPage) -> EventKind:
    page = record.as_page(programme)
    page.title = as_title(page.title)
    page.fill_in_defaults(programme)
    return page


def _looked_at(record: Record, page: EventKind, importing: Importing) -> tuple[str, ...]:
    """Return what to tell of an event that is taken; raise for one that is not."""
    if record.faults:
        raise _Refused(*record.faults)
    page.title = as_title(page.title)
    asker = importing.user if importing.is_to_publish else None
    faults = [fault.words for fault in publishing_faults(page, asker)]
    if faults and importing.is_to_publish:
        raise _Refused(*faults)
    before = _("Before it is published: %(fault)s")
    return (*record.notes, *(before % {"fault": fault} for fault in faults))


def _store(page: EventKind, importing: Importing) -> None:
    if not page.live:
        page.save()  # as Wagtail's own form does, so that lists show what the draft says
    revision = page.save_revision(user=importing.user, log_action=True, changed=True)
    if importing.is_to_publish:
        revision.publish(user=importing.user, skip_permission_checks=importing.user is None)


def _dates_of(page: EventKind, now: datetime) -> tuple[datetime, ...]:
    return tuple(shown.when.starts for shown in page.get_plan(now).dates if shown.goes_ahead)


def _labels(page: EventKind, names: Mapping[str, Any] | list[str]) -> tuple[str, ...]:
    """Return the fields of a page in words."""
    fields = fields_of(type(page))
    known = (name for name in names if name in fields or name in LISTS)
    return tuple(
        capfirst(str(fields[name].verbose_name)) if name in fields else name for name in known
    )
