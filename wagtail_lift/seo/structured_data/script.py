"""JSON inside HTML: a data block that no value can break out of."""

import json
from collections.abc import Sequence
from typing import Any

CONTEXT = "https://schema.org"

_ESCAPES = str.maketrans(
    {
        "<": "\\u003C",  # </script>, <!-- and <script change how the rest is parsed
        ">": "\\u003E",
        "&": "\\u0026",
        "\u2028": "\\u2028",  # line ends in JavaScript, with which some parse JSON
        "\u2029": "\\u2029",
    }
)


def script_text(items: Sequence[dict[str, Any]]) -> str:
    """Return these items as one JSON-LD document that no value can break out of, empty for none."""
    if not items:
        return ""
    graph = items[0] if len(items) == 1 else {"@graph": list(items)}
    return as_safe_json({"@context": CONTEXT, **graph})


def as_script(items: Sequence[dict[str, Any]]) -> str:
    """Return a ``<script type="application/ld+json">`` element of these items, empty for none.

    Browsers never run it, and no value can close it.
    """
    text = script_text(items)
    return f'<script type="application/ld+json">{text}</script>' if text else ""


def as_safe_json(value: Any) -> str:
    """Return a value as JSON that is safe inside an HTML element."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
