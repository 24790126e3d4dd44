"""Import the events of a file, one after the other: what is refused stops no other."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import sha256

from django.utils.translation import gettext as _

from ..enums import ImportOutcome
from ..imports.entries import Entry
from ..imports.limits import Deadline
from ..models import ImportFile
from .import_entry import ImportedEntry, Importing, import_entry

KEPT_FOR = timedelta(days=1)
"""How long a file waits for the person who sent it."""


def import_entries(
    entries: Iterable[Entry], importing: Importing, deadline: Deadline
) -> list[ImportedEntry]:
    """Import events in order; those for which there was no time left are left, and say so."""
    done: list[ImportedEntry] = []
    seen: set[str] = set()
    for entry in entries:
        if deadline.has_passed:
            words = _(
                "There was no time left for it. Divide the file, or go on: what is done stays."
            )
            done.append(ImportedEntry(entry, ImportOutcome.LEFT, (words,), is_late=True))
        elif entry.uid and entry.uid in seen:
            words = _("The file has it twice; the first was taken.")
            done.append(ImportedEntry(entry, ImportOutcome.REFUSED, (words,)))
        else:
            done.append(import_entry(entry, importing))
            if not importing.is_dry:
                importing.programme.refresh_from_db()
        seen.add(entry.uid)
    return done


def digest_of(done: Iterable[ImportedEntry]) -> str:
    """Return a short text that differs as soon as anything else would be done."""
    told = [(each.entry.uid, each.outcome.value, dict(each.entry.told)) for each in done]
    return sha256(repr(told).encode()).hexdigest()


def forget_files(now: datetime) -> int:
    """Delete the files that nobody has imported for a day; return how many."""
    count, _rows = ImportFile.objects.filter(uploaded_at__lt=now - KEPT_FOR).delete()
    return int(count)
