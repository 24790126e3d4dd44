"""Base templates of different make, and what the guides say to change in each.

``started`` is the one of ``wagtail start``; the others are in ``sites/``, and load the style sheets
of other people. Where a guide gives a line, it is the guide's own line that is put in.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.static.hosts.sheets import BUILT, FETCHED
from tests.test_brand_it import LINES, META, OURS, SLOTS, replaced

DESCRIPTION = re.compile(r"{% if page.search_description %}.*?{% endif %}", re.DOTALL)
HEAD_TAGS = re.compile(r"<meta name=\"description\".*?twitter:card[^>]*>", re.DOTALL)
INCLUDED = re.compile(r"{% include \"about.html\" %}")
TITLE = r"<title>.*</title>"
OUR_TITLE = r"{% block title %}.*\n"

WELCOME = "Welcome to your new Wagtail site!"


@dataclass(frozen=True)
class Base:
    """A make of base template."""

    follow: Callable[[str], tuple[str, str]]
    """Changes ``base.html`` as the guides say; returns it, and the site's own template for ours."""

    sheets: Mapping[str, Path] = field(default_factory=dict)
    """By the name under which the site serves it, each style sheet of other people."""

    after_title: str = ""
    """What it adds to every title."""

    homes: Mapping[str, str] = field(default_factory=lambda: {"/en/": "Home", "/de/": "Start"})
    """What its home pages say, by their addresses."""


def in_a_block(tags: re.Pattern[str], base: str) -> str:
    """Return a base template with the block ``about`` around its own tags."""
    (found,) = tags.findall(base)
    return base.replace(found, f"{{% block about %}}{found}{{% endblock %}}")


def renamed(ours: str, names: Mapping[str, str]) -> str:
    """Return our template with its blocks called as the site's are."""
    for name, theirs in names.items():
        ours = replaced(f"{{% block {name} %}}", f"{{% block {theirs} %}}", ours)
        ours = ours.replace(f"{{% endblock {name} %}}", f"{{% endblock {theirs} %}}")
    return ours


def started(base: str) -> tuple[str, str]:
    """No ``<main>``, and a description where the editor wrote one for search engines."""
    ours = replaced(re.escape(SLOTS), LINES["main"], META.sub("", OURS))
    return in_a_block(DESCRIPTION, base), ours + LINES["about"]


def bootstrap(base: str) -> tuple[str, str]:
    """A column beside a sidebar; description, canonical address and cards in every head."""
    return in_a_block(HEAD_TAGS, base), META.sub("", OURS) + LINES["about"]


def tailwind(base: str) -> tuple[str, str]:
    """Pages extend ``base_page.html``; blocks have other names, and the title has none."""
    ours = replaced(re.escape('{% extends "base.html" %}\n'), LINES["extends"], OURS)
    names = {"extra_css": "styles", "content": "main", "extra_js": "scripts"}
    return replaced(TITLE, LINES["title"], base), renamed(ours, names)


def pico(base: str) -> tuple[str, str]:
    """No classes, dark; no block but for the content; title and all else from a part of its own."""
    for place in ("</head>", "</body>"):
        base = replaced(place, LINES[f"before {place}"] + place, base)
    ours = replaced(OUR_TITLE, LINES["ours in that block"], META.sub("", OURS))
    return in_a_block(INCLUDED, base), ours


BASES = {
    "started": Base(started, homes=dict.fromkeys(("/en/", "/de/"), WELCOME)),
    "bootstrap": Base(
        bootstrap,
        sheets={"bootstrap.css": FETCHED / "bootstrap-5/dist/css/bootstrap.css"},
        after_title=" | The neighbourhood",
    ),
    "tailwind": Base(tailwind, sheets={"tailwind.css": BUILT / "tailwind-4.css"}),
    "pico": Base(pico, sheets={"pico.css": FETCHED / "@picocss/pico/css/pico.classless.css"}),
}
"""By the name of its folder in ``sites/``."""
