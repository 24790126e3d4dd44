"""The parameters of lists as the OpenAPI document shows them.

They are read by ``api.parameters``, which answers 400 where Django Ninja would answer 422.
"""

from collections.abc import Sequence
from typing import Any, get_args

from wagtail.api.rich_text import RichTextOutputFormat

from ...parameters import INCLUDED, MOST_CARDS, WORDS

RICH_TEXT_FORMATS: tuple[str, ...] = get_args(RichTextOutputFormat)

_DESCRIPTIONS = {
    "when": "One part of the list; both without it.",
    "each": "List every date instead of every event.",
    "tag": "Slug of a topic; any of several.",
    "audience": "Slug of an audience; any of several.",
    "host": "Translation key of a host; any of several.",
    "mode": "How people can take part; any of several.",
    "access": "What is promised; all of several.",
    "status": "Where the listed date stands; any of several.",
    "from": "First day, in the zone of the programme.",
    "to": "Last day, in the zone of the programme.",
    "q": "Words to search for.",
    "programme": "Id of a programme, or its path on the site.",
    "locale": "Language code.",
    "site": "Host name of a site, with a port if need be.",
    "cursor": "Where to go on, as `next` says.",
    "limit": "How many at most.",
    "offset": "How many to leave out.",
    "event": "Id of an event, in any language.",
    "include": "What to add: what the filters offer.",
    "rich_text_format": "How rich text is answered.",
}
_REPEATED = ("tag", "audience", "host", "mode", "access", "status")
_SCHEMAS: dict[str, dict[str, Any]] = {
    "from": {"type": "string", "format": "date"},
    "to": {"type": "string", "format": "date"},
    "offset": {"type": "integer", "minimum": 0},
    "event": {"type": "integer"},
    "include": {"type": "string", "enum": [*INCLUDED]},
    "rich_text_format": {"type": "string", "enum": [*RICH_TEXT_FORMATS]},
    "limit": {"type": "integer", "minimum": 1, "maximum": MOST_CARDS},
}


def documented(names: Sequence[str]) -> dict[str, Any]:
    """Return ``openapi_extra`` of a route that takes these parameters."""
    return {"parameters": [_parameter(name) for name in names]}


def _parameter(name: str) -> dict[str, Any]:
    schema = _SCHEMAS.get(name, {"type": "string"})
    if name in WORDS:
        schema = {"type": "string", "enum": list(WORDS[name])}
    if name in _REPEATED:
        schema = {"type": "array", "items": schema}
    return {
        "name": name,
        "in": "query",
        "required": False,
        "description": _DESCRIPTIONS[name],
        "schema": schema,
    }
