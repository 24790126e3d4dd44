"""Read a time of day as people write it: 14:00, 2pm, 2.30 p.m., 1430, 14h30, 14.30 Uhr, noon."""

import re
from datetime import time

from .written_words import TIMES, NotUnderstood, fold

_HOURS = 24
_MINUTES = 60
_HALF_DAY = 12

_UNIT = r"\s?(?:uhr|uur|hrs|h|u)?\.?"
_HALF = r"\s?(?:(?P<half>[ap])\s?\.?\s?m\.?)?"
_SPLIT = re.compile(
    r"(?:klo?\.?\s?)?(?P<hour>\d{1,2})"
    r"(?:(?:\s?(?:[:.,hu]|uhr)\s?|\s)(?P<minute>\d{2})"
    r"(?:[:.](?P<second>\d{2})(?:\.(?P<fraction>\d{1,6}))?)?)?" + _UNIT + _HALF
)
_TOGETHER = re.compile(r"(?P<hour>\d{1,2})(?P<minute>\d{2})" + _UNIT + _HALF)


def read_time(text: str) -> time:
    """Return the time of day that a text means; raise ``NotUnderstood`` rather than guess.

    A bare number is an hour of the day (9 is 09:00); three or four digits are hours and minutes
    (930, 1430). 24:00 is refused with the code ``midnight``.
    """
    folded = fold(text)
    if folded in TIMES:
        return TIMES[folded]
    found = _SPLIT.fullmatch(folded) or _TOGETHER.fullmatch(folded)
    if found is None:
        raise NotUnderstood
    parts = {"second": None, "fraction": None, **found.groupdict()}
    minute, second = int(parts["minute"] or 0), int(parts["second"] or 0)
    hour = _hour(int(parts["hour"] or 0), parts["half"])
    if (hour, minute, second) == (_HOURS, 0, 0):
        raise NotUnderstood("midnight")
    if hour >= _HOURS or minute >= _MINUTES or second >= _MINUTES:
        raise NotUnderstood
    return time(hour, minute, second, int((parts["fraction"] or "").ljust(6, "0")))


def _hour(hour: int, half: str | None) -> int:
    """Return the hour of the day; 12 a.m. is midnight, 12 p.m. noon."""
    if half is None:
        return hour
    if not 1 <= hour <= _HALF_DAY:
        raise NotUnderstood
    return hour % _HALF_DAY + (_HALF_DAY if half == "p" else 0)
