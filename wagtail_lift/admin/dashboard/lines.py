"""What the panel is made of: lines that lead to where something can be done."""

from dataclasses import dataclass, field
from datetime import date

from django.utils.functional import Promise
from django.utils.safestring import SafeString

from ...domain.when import When

MOST_LINES = 5
"""How many lines a part of the panel has: what comes after them is in the lists."""


@dataclass(frozen=True, slots=True)
class Line:
    """A title that leads somewhere; ``when`` is in the zone named ``timezone``.

    ``day`` is given instead where only that matters. ``details`` say more about it, each in words
    of its own.
    """

    title: str
    url: str
    words: str | Promise = ""
    when: When | None = None
    day: date | None = None
    timezone: str = ""
    details: list[str | SafeString] = field(default_factory=list)
