"""An iCalendar file as events: one for each UID, with dates that differ (RFC 5545, 3.8.4.4)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from icalendar import Event

from ..domain.instants import is_timezone
from .components import PERSONAL, Component, read_components
from .entries import Entry, ReadFile, identity_of
from .icalendar_events import Parsed, as_entry, parse
from .limits import Deadline
from .moments import NotMapped
from .texts import read_text
from .zones import zone_called


def read_icalendar(content: bytes, *, timezone: str, deadline: Deadline) -> ReadFile:
    """Return the events of an iCalendar file; raise ``FileRefused``.

    ``timezone`` is that of the programme: for times that hold wherever one is, and for single dates
    that are given in UTC, unless the file names a zone for them (``X-WR-TIMEZONE``).
    """
    text, notes = read_text(content)
    calendar = read_components(text, deadline)
    named = zone_called(calendar.zone)
    here = named if is_timezone(named) else timezone
    entries = []
    for uid, parts in _by_uid(calendar.events).items():
        deadline.check()
        entries.append(_entry(uid, parts, here))
    others = sum(n for name, n in calendar.others.items() if name != "VTIMEZONE")
    if others:
        words = ngettext(
            "%(count)d entry that is no event (a task, a note) was left out.",
            "%(count)d entries that are no events (tasks, notes) were left out.",
            others,
        )
        notes.append(words % {"count": others})
    if any(part.left.keys() & PERSONAL for part in calendar.events):
        notes.append(_("Organisers and guests were not taken: nobody asked them."))
    return ReadFile(tuple(entries), tuple(notes))


def _by_uid(parts: list[Component]) -> Mapping[str, list[Component]]:
    """Return the components by UID; those without one stand alone, by their number."""
    found: dict[str, list[Component]] = {}
    for part in parts:
        uid = next(_values(part, "UID"), "") or f"#{part.number}"
        found.setdefault(uid, []).append(part)
    return found


def _values(part: Component, name: str) -> Iterator[str]:
    for line in part.lines:
        head, colon, value = line.partition(":")
        if colon and head.partition(";")[0].upper() == name:
            yield value.strip()


def _entry(uid: str, parts: list[Component], timezone: str) -> Entry:
    """Return the event that the components of one UID tell of."""
    place = _("entry %(number)d") % {"number": parts[0].number}
    if uid.startswith("#"):
        uid = ""
    parsed: list[Parsed] = []
    try:
        for part in parts:
            parsed.append(parse(Event.from_ical(part.text)))
        found = as_entry(uid, place, parsed, timezone)
        return found if uid else replace(found, uid=identity_of(found.told))
    except NotMapped as fault:
        return Entry(uid, place, _title_of(parts[0]), faults=(str(fault),))
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError):
        unread = _("This entry cannot be read: it does not follow the iCalendar standard.")
        return Entry(uid, place, _title_of(parts[0]), faults=(unread,))


def _title_of(part: Component) -> dict[str, str]:
    return {"title": next(_values(part, "SUMMARY"), "")[:255]}
