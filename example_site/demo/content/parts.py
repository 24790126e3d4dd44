"""Builders of StreamField content, in the form in which it is stored."""

import uuid
from collections.abc import Iterable
from typing import Any

from ..specs import Picture, Ref

Part = dict[str, Any]

_NAMESPACE = uuid.UUID("6f2f1a0e-4c55-4b1b-9c0a-0d5d6a1f7e11")


def lasting_id(key: str) -> str:
    """Return the id of the question with that key, the same on every load."""
    return str(uuid.uuid5(_NAMESPACE, key))


def items(texts: Iterable[str]) -> list[Part]:
    """Return the items of a list, each with a lasting id."""
    return [{"type": "item", "value": text, "id": lasting_id(text)} for text in texts]


def paragraph(html: str) -> Part:
    return {"type": "paragraph", "value": html}


def heading(text: str, level: str = "2") -> Part:
    return {"type": "heading", "value": {"text": text, "level": level}}


def quote(text: str, attribution: str) -> Part:
    return {"type": "quote", "value": {"text": text, "attribution": attribution}}


def details(summary: str, html: str) -> Part:
    return {"type": "details", "value": {"summary": summary, "text": html}}


def call_to_page(label: str, page: str) -> Part:
    return {"type": "call_to_action", "value": {"label": label, "page": Ref(page), "url": ""}}


def event(key: str) -> Part:
    return {"type": "event", "value": Ref(key), "id": lasting_id(f"related-{key}")}


def opening(html: str) -> Part:
    return {"type": "opening", "value": html}


def question(key: str, text: str, why: str, minutes: int, *, asked_by: str = "") -> Part:
    value = {"question": text, "why": why, "minutes": minutes, "asked_by": asked_by}
    return {"type": "question", "value": value, "id": lasting_id(key)}


def activity(title: str, minutes: int, html: str) -> Part:
    return {"type": "activity", "value": {"title": title, "minutes": minutes, "instructions": html}}


def session(
    title: str,
    start: str | None = None,
    minutes: int | None = None,
    html: str = "",
    *,
    room: str = "",
    hosts: tuple[str, ...] = (),
    others: tuple[str, ...] = (),
) -> Part:
    """Return a session of an agenda; ``hosts`` are the keys of those who speak."""
    value = {
        "title": title,
        "start_time": start,
        "minutes": minutes,
        "room": room,
        "description": html,
        "speakers": [Ref(f"host:{key}") for key in hosts],
        "other_speakers": "\n".join(others),
    }
    return {"type": "session", "value": value, "id": lasting_id(f"session {title}")}


def agenda_break(title: str, start: str | None = None, minutes: int | None = None) -> Part:
    return {"type": "break", "value": {"title": title, "start_time": start, "minutes": minutes}}


def together(*sessions: Part, start: str | None = None, minutes: int | None = None) -> Part:
    """Return sessions of an agenda that begin at the same time."""
    items = [{"type": "item", "id": each["id"], "value": each["value"]} for each in sessions]
    value = {"start_time": start, "minutes": minutes, "sessions": items}
    return {"type": "parallel", "value": value}


def agenda_day(title: str = "") -> Part:
    return {"type": "day", "value": {"number": None, "title": title}}


def part(
    title: str,
    minutes: int,
    html: str = "",
    *,
    purpose: str = "",
    materials: tuple[str, ...] = (),
    who: str = "",
) -> Part:
    value = {
        "title": title,
        "minutes": minutes,
        "purpose": purpose,
        "what_to_say": html,
        "materials": "\n".join(materials),
        "who": who,
    }
    return {"type": "part", "value": value}


def note_on(key: str, note: str, *, who: str = "") -> Part:
    """Return a note on the question with that key; it takes the minutes of the question."""
    value = {"question": lasting_id(key), "minutes": None, "who": who, "note": note}
    return {"type": "question_note", "value": value}


def reading(title: str, authors: str, publisher: str, why: str, url: str) -> Part:
    value = {"title": title, "authors": authors, "publisher": publisher, "why": why, "url": url}
    return {"type": "reading", "value": value}


def reading_here(title: str, why: str, page: str) -> Part:
    value = {"title": title, "authors": "The Common Kettle", "why": why, "page": Ref(page)}
    return {"type": "reading", "value": value}


def link(label: str, url: str) -> Part:
    return {"type": "link", "value": {"label": label, "url": url}}


def finding(title: str, html: str, *answers: str) -> Part:
    value = {"title": title, "text": html, "questions": [lasting_id(key) for key in answers]}
    return {"type": "finding", "value": value}


def said(text: str, credit: str) -> Part:
    return {"type": "quote", "value": {"text": text, "credit": credit}}


def notes_picture(image: str, alt_text: str, caption: str, long_description: str) -> Part:
    value = {
        "image": {"image": Ref(image), "alt_text": alt_text, "decorative": False},
        "caption": caption,
        "long_description": long_description,
    }
    return {"type": "notes_picture", "value": value}


def resource(title: str, description: str, *, url: str = "", document: str = "") -> Part:
    value = {
        "title": title,
        "description": description,
        "url": url,
        "document": Ref(document) if document else None,
    }
    return {"type": "resource", "value": value}


def purpose(html: str) -> Part:
    return {"type": "purpose", "value": html}


def preparation(*tasks: str) -> Part:
    return {"type": "preparation", "value": items(tasks)}


def agreements(*lines: str) -> Part:
    return {"type": "agreements", "value": items(lines)}


def harvest(html: str) -> Part:
    return {"type": "harvest", "value": html}


def round_of(
    title: str,
    minutes: int,
    html: str,
    *prompts: str,
    tip: str,
    each: int | None = None,
    is_spare: bool = False,
) -> Part:
    value = {
        "title": title,
        "minutes": minutes,
        "minutes_each": each,
        "can_be_left_out": is_spare,
        "what_to_say": html,
        "prompts": items(prompts),
        "host_tip": tip,
    }
    return {"type": "round", "value": value}


def pause(title: str, minutes: int) -> Part:
    return {"type": "break", "value": {"title": title, "minutes": minutes}}


def closing(title: str, minutes: int, html: str) -> Part:
    return {"type": "closing", "value": {"title": title, "minutes": minutes, "what_to_say": html}}


def update(html: str) -> Part:
    return {"type": "update", "value": {"text": html}}


def recording(title: str, url: str, minutes: int, transcript: str) -> Part:
    value = {
        "title": title,
        "url": url,
        "kind": "film",
        "captions": "yes",
        "caption_languages": "English",
        "transcript": {"text": transcript, "document": None, "url": ""},
        "minutes": minutes,
    }
    return {"type": "recording", "value": value}


def slides(title: str, by: str, document: str) -> Part:
    return {"type": "slides", "value": {"title": title, "by": by, "document": Ref(document)}}


def gallery(title: str, *pictures: tuple[Picture, str]) -> Part:
    shown = [
        {"image": {"image": of, "alt_text": of.alt_text, "decorative": False}, "caption": caption}
        for of, caption in pictures
    ]
    return {"type": "gallery", "value": {"title": title, "pictures": shown}}
