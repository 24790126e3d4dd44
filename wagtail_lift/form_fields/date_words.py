"""How the active language writes dates, from Django's names and formats."""

import re

from django.utils.dates import (
    MONTHS,
    MONTHS_3,
    MONTHS_ALT,
    MONTHS_AP,
    WEEKDAYS,
    WEEKDAYS_ABBR,
)
from django.utils.formats import get_format

from ..domain.written_words import DateWords, date_words

_ESCAPED = re.compile(r"\\.")
_PARTS = {
    **dict.fromkeys("dj", "day"),
    **dict.fromkeys("mnbBMNFE", "month"),
    **dict.fromkeys("yYo", "year"),
}


def words_of_language(written_as: str | None = None) -> DateWords:
    """Return how the active language writes dates.

    ``written_as`` is the format (``strftime``) in which the field itself shows a date. The order in
    it comes before that of the language: a date that is shown is read back as the same.
    """
    formats = (written_as or "", get_format("SHORT_DATE_FORMAT"), get_format("DATE_FORMAT"))
    numbers = (written_as or "", *get_format("DATE_INPUT_FORMATS"))
    orders = (order for order in map(is_day_first, formats) if order is not None)
    return date_words(
        ((number, str(name)) for names in _MONTH_NAMES for number, name in names.items()),
        ((number, str(name)) for names in _WEEKDAY_NAMES for number, name in names.items()),
        day_first=next(orders, None),
        short_year_first=any(each.startswith("%y-") for each in numbers),
    )


_MONTH_NAMES = (MONTHS, MONTHS_ALT, MONTHS_AP, MONTHS_3)
_WEEKDAY_NAMES = (WEEKDAYS, WEEKDAYS_ABBR)


def is_day_first(date_format: str) -> bool | None:
    """Return whether a date format has the day before the month.

    ``None`` if it begins with the year, or lacks a day or a month. Takes formats of Django's
    ``date`` filter and, if there is a percent sign, of ``strftime``.
    """
    if "%" in date_format:
        letters = "".join(re.findall(r"%-?(\w)", date_format))
    else:
        letters = _ESCAPED.sub("", date_format)
    parts = [_PARTS[letter] for letter in letters if letter in _PARTS]
    if parts[:1] == ["year"] or not {"day", "month"} <= {*parts}:
        return None
    return parts.index("day") < parts.index("month")
