"""A reader with a keyboard, in a wide window and on a phone."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.static.hosts.sheets import HERE as HOSTS

WIDTHS = (1280, 360)
PLAIN = "window.lift = {};" + (HOSTS / "plain.js").read_text()
LOOK = (Path(__file__).parent / "look.js").read_text()


def look(reader: Page) -> dict[str, Any]:
    """Return what the open page says of itself, and what is wrong with it at any width."""
    reader.evaluate("document.querySelectorAll('details').forEach((part) => (part.open = true))")
    reader.evaluate(PLAIN)
    found: dict[str, Any] = {}
    faults = []
    for width in WIDTHS:
        reader.set_viewport_size({"width": width, "height": 900})
        found = reader.evaluate(LOOK)
        faults += [f"at {width}: {fault}" for fault in found["faults"]]
    return {**found, "faults": faults}
