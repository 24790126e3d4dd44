"""Builders of StreamField content, in the form in which it is stored."""

import uuid
from collections.abc import Iterable
from typing import Any

from ..specs import Ref

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


def opening(html: str) -> Part:
    return {"type": "opening", "value": html}


def question(key: str, text: str, why: str, minutes: int, *, asked_by: str = "") -> Part:
    value = {"question": text, "why": why, "minutes": minutes, "asked_by": asked_by}
    return {"type": "question", "value": value, "id": lasting_id(key)}


def activity(title: str, minutes: int, html: str) -> Part:
    return {"type": "activity", "value": {"title": title, "minutes": minutes, "instructions": html}}


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
