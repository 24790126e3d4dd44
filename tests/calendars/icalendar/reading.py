"""A small reader of iCalendar, apart from the library that writes; its clocks are dateutil's."""

import re
from datetime import UTC, datetime
from io import StringIO

from dateutil.tz import tzical

UNESCAPED = {"\\n": "\n", "\\N": "\n", "\\;": ";", "\\,": ",", "\\\\": "\\"}


def unfolded(text: str) -> list[str]:
    """Return the content lines; each line of the text must end as RFC 5545 section 3.1 says."""
    assert text.endswith("\r\n")
    lines = text.split("\r\n")[:-1]
    assert all(len(line.encode()) <= 75 and not re.search(r"[\r\n]", line) for line in lines)
    return "\r\n".join(lines).replace("\r\n ", "").split("\r\n")


def entries(text: str) -> list[dict[str, str]]:
    """Return each VEVENT as its properties with their parameters, in the order of the text."""
    found: list[dict[str, str]] = []
    for line in unfolded(text):
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and "END" not in found[-1]:
            name, _, value = line.partition(":")
            assert name not in found[-1], name
            found[-1][name] = value
    return [{k: v for k, v in entry.items() if k != "END"} for entry in found]


def text_of(value: str) -> str:
    """Return a value of type TEXT as it was before it was escaped."""
    return re.sub(r"\\[nN;,\\]", lambda match: UNESCAPED[match[0]], value)


def instants(text: str) -> list[tuple[datetime, datetime]]:
    """Return start and end (UTC) of each entry, by the clocks that the calendar itself tells."""
    clocks = tzical(StringIO(text.replace("\r\n", "\n"))) if "BEGIN:VTIMEZONE" in text else None
    return [
        (_instant(entry, "DTSTART", clocks), _instant(entry, "DTEND", clocks))
        for entry in entries(text)
    ]


def _instant(entry: dict[str, str], name: str, clocks: tzical | None) -> datetime:
    key = next(k for k in entry if k.partition(";")[0] == name)
    timezone = key.partition("TZID=")[2]
    if not timezone:
        return datetime.strptime(entry[key], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    local = datetime.strptime(entry[key], "%Y%m%dT%H%M%S").replace(tzinfo=clocks.get(timezone))
    return local.astimezone(UTC)
