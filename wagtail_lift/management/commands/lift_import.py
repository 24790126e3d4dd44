"""``manage.py lift_import``: take over the events of another calendar from a file."""

import json
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Sequence
from math import inf
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from ...actions.import_entry import ImportedEntry, Importing
from ...actions.import_event import ImportedEvent, import_event, slug_of
from ...actions.import_file import import_entries
from ...domain.when import When
from ...enums import ImportOutcome
from ...imports.files import ENDINGS, read_file
from ...imports.limits import Deadline, FileRefused
from ...models import get_page_model
from ...models.kinds import EventKind, ProgrammeKind, is_kind, page_types

TAKEN = (ImportOutcome.MADE, ImportOutcome.UPDATED)


class Command(BaseCommand):
    help = (
        "Creates an event below a programme for each record of a JSON file, past dates included, "
        "and a redirect from its old address. Says for each what was created and what could not be "
        "taken. With --dry-run, says the same and writes nothing. Events that are there already "
        "are left alone. Takes iCalendar (.ics) and tables (.csv) as well, as the admin does: as "
        "drafts, unless --publish is given, and again for what has changed in the calendar."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the file and where its events go."""
        parser.add_argument(
            "file", type=Path, help="a JSON list of events, a calendar (.ics) or a table (.csv)"
        )
        parser.add_argument(
            "--below", type=int, required=True, help="the number of the programme's page"
        )
        parser.add_argument("--type", help="the page type, as app_label.ModelName")
        parser.add_argument(
            "--publish", action="store_true", help="publish what a calendar or table holds"
        )
        parser.add_argument(
            "--columns", help="of a table: the field of each column, with commas; empty: none"
        )
        parser.add_argument("--dry-run", action="store_true", help="write nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        """Import each record by itself; raise ``CommandError`` if any was refused."""
        if options["file"].suffix.lower() in ENDINGS:
            self._import_file(options)
            return
        records, is_dry = _records_in(options["file"]), options["dry_run"]
        programme, page_type = _programme(options["below"]), _page_type(options["type"])
        counts = {"created": 0, "known": 0, "refused": 0}
        for told in records:
            event = import_event(
                told,
                programme=programme,
                page_type=page_type,
                now=timezone.now(),
                dry_run=is_dry,
            )
            programme.refresh_from_db()
            counts[_state(event)] += 1
            self._report(event, is_dry=is_dry)
        words = (
            _("%(created)d would be created, %(known)d are there, %(refused)d refused.")
            if is_dry
            else _("%(created)d created, %(known)d were there, %(refused)d refused.")
        )
        self.stdout.write(words % counts)
        if counts["refused"]:
            raise CommandError(_("Correct what was refused and run this again."))

    def _import_file(self, options: dict[str, Any]) -> None:
        """Import a calendar or a table, as in the admin; writing may take as long as it does."""
        programme, page_type = _programme(options["below"]), _page_type(options["type"])
        columns = options["columns"]
        try:
            read, _table, fields = read_file(
                options["file"].name,
                _bytes_of(options["file"]),
                page_type=page_type,
                timezone=programme.default_timezone or settings.TIME_ZONE,
                deadline=Deadline(),
                columns=None if columns is None else columns.split(","),
            )
        except FileRefused as refused:
            raise CommandError(str(refused.message)) from refused
        importing = Importing(
            programme,
            page_type,
            now=timezone.now(),
            is_to_publish=options["publish"],
            is_dry=options["dry_run"],
        )
        columns_told = [_("Columns: %(fields)s") % {"fields": ",".join(fields)}] if fields else []
        for line in (*columns_told, *read.notes):
            self.stdout.write(line)
        done = import_entries(read.entries, importing, Deadline(inf))
        for each in done:
            self._tell(each)
        if any(each.outcome == ImportOutcome.REFUSED for each in done):
            raise CommandError(_("Correct what was refused and run this again."))

    def _tell(self, done: ImportedEntry) -> None:
        name = f"{done.entry.title} ({done.entry.place})"
        dates = f", {_dates(done.dates)}" if done.outcome in TAKEN else ""
        self.stdout.write(f"{done.outcome.label}: {name}{dates}")
        for reason in done.reasons:
            self.stdout.write(f"    {reason}")

    def _report(self, event: ImportedEvent, *, is_dry: bool) -> None:
        name = f"{event.title} ({event.slug})"
        if event.is_known:
            self.stdout.write(_("There already: %(event)s") % {"event": name})
        elif event.faults:
            self.stdout.write(_("Refused: %(event)s") % {"event": name})
        else:
            words = _("Would create: %(event)s") if is_dry else _("Created: %(event)s")
            self.stdout.write(f"{words % {'event': name}}, {_dates(event.dates)}")
        for line in (*event.faults, *event.notes):
            self.stdout.write(f"    {line}")


def _state(event: ImportedEvent) -> str:
    if event.is_known:
        return "known"
    return "refused" if event.faults else "created"


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CommandError(_("The file cannot be read: %(why)s") % {"why": error}) from error


def _dates(dates: Sequence[When]) -> str:
    if not dates:
        return _("without a date")
    first, last = _start(dates[0]), f"{dates[-1].first_day}"
    if len(dates) == 1:
        return first
    numbers = {"count": len(dates), "first": first, "last": last}
    return _("%(count)d dates, %(first)s to %(last)s") % numbers


def _start(when: When) -> str:
    return f"{when.first_day}" if when.is_all_day else f"{when.starts:%Y-%m-%d %H:%M}"


def _records_in(path: Path) -> list[dict[str, Any]]:
    try:
        records = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise CommandError(_("The file cannot be read: %(why)s") % {"why": error}) from error
    except ValueError as error:
        raise CommandError(_("The file is not JSON: %(why)s") % {"why": error}) from error
    if not isinstance(records, list) or not all(isinstance(told, dict) for told in records):
        raise CommandError(_("The file must hold a list of events, each an object."))
    for slug, count in Counter(map(slug_of, records)).items():
        if slug and count > 1:
            words = _("Several events in the file have the slug “%(slug)s”.")
            raise CommandError(words % {"slug": slug})
    return records


def _programme(key: int) -> Any:
    page = get_page_model()._default_manager.filter(pk=key).first()
    if page is None or not is_kind(page, ProgrammeKind):
        raise CommandError(_("Page %(key)d is no programme.") % {"key": key})
    return page.specific


def _page_type(label: str | None) -> type[EventKind]:
    types = page_types(EventKind)
    if label is None and len(types) == 1:
        return types[0]
    chosen = [model for model in types if label and model._meta.label_lower == label.lower()]
    if not chosen:
        known = ", ".join(model._meta.label for model in types)
        raise CommandError(_("Choose a page type with --type: %(known)s.") % {"known": known})
    return chosen[0]
