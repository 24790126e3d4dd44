"""The texts of an iCalendar entry in the fields of an event."""

import re
from dataclasses import dataclass
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from django.utils.html import escape
from django.utils.translation import gettext as _

from ..enums import AttendanceMode

LONGEST_SUMMARY = 400
LONGEST_TITLE = 255
LONGEST_NAME = 200
LONGEST_ADDRESS = 200
MOST_TOPICS = 20
LONGEST_TOPIC = 100

_LINES = re.compile(r"\s*\n\s*")
_MARKUP = re.compile(r"<(?:p|br|a|b|i|ul|ol|li|div|span|html)\b[^>]*>", re.IGNORECASE)


VEvent: TypeAlias = Any
"""A parsed VEVENT, of which any property may be of any type that icalendar has."""


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of an entry by field, and what to note about them."""

    told: dict[str, Any]
    notes: tuple[str, ...] = ()


def words_of(event: VEvent) -> Words:
    """Return the texts of a VEVENT.

    A description that is no longer than a summary becomes it; a longer one the body.
    """
    notes: list[str] = []
    title = " ".join(_text(event, "SUMMARY").split())
    if len(title) > LONGEST_TITLE:
        title = title[:LONGEST_TITLE]
        notes.append(_("The title is too long and was cut."))
    told: dict[str, Any] = {"title": title}
    told |= description_of(_text(event, "DESCRIPTION").strip())
    told |= _place(_text(event, "LOCATION").strip(), notes)
    url = _text(event, "URL").strip()
    if _is_address(url):
        told["contact_url"] = url
    topics = _topics(event)
    if topics:
        told["topics"] = topics
    return Words(told, tuple(notes))


def _text(event: VEvent, name: str) -> str:
    value = event.get(name, "")
    return "\n".join(map(str, value)) if isinstance(value, list) else str(value)


def description_of(text: str) -> dict[str, str]:
    """Return a text as the summary, or as the body if it is longer or marked up."""
    if not text:
        return {}
    if len(text) <= LONGEST_SUMMARY and "\n\n" not in text and not _MARKUP.search(text):
        return {"summary": _LINES.sub(" ", text)}
    return {"body": as_html(text)}


def as_html(text: str) -> str:
    """Return a text as HTML: as it is if it has markup, else its paragraphs."""
    if _MARKUP.search(text):
        return text
    paragraphs = (part.strip() for part in re.split(r"\n\s*\n", text))
    return "".join(f"<p>{_broken(part)}</p>" for part in paragraphs if part)


def _broken(paragraph: str) -> str:
    return "<br/>".join(escape(line.strip()) for line in paragraph.split("\n"))


def _place(text: str, notes: list[str]) -> dict[str, str]:
    """Return where it is; an address on the web is that of an online room, and stays private."""
    if not text:
        return {}
    if _is_address(text):
        notes.append(_("Its place is an address on the web: it was taken as the join link."))
        return {"attendance_mode": AttendanceMode.ONLINE.value, "join_url": text}
    name, *rest = (line.strip() for line in re.split(r"[,\n]", text))
    if len(name) > LONGEST_NAME:
        return {"venue_address": text}
    address = "\n".join(filter(None, rest))
    return {"venue_name": name, **({"venue_address": address} if address else {})}


def _is_address(text: str) -> bool:
    if len(text) > LONGEST_ADDRESS or any(character.isspace() for character in text):
        return False
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _topics(event: VEvent) -> list[str]:
    found = event.get("CATEGORIES", [])
    lists = found if isinstance(found, list) else [found]
    names = (" ".join(str(name).split()) for each in lists for name in getattr(each, "cats", ()))
    kept = dict.fromkeys(name for name in names if 0 < len(name) <= LONGEST_TOPIC)
    return list(kept)[:MOST_TOPICS]
