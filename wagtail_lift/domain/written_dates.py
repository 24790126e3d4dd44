"""Read a day as people write it: 2027-01-20, 20/1/2027, 20. Januar 2027, 20 Jan, tomorrow."""

import re
from datetime import date, timedelta

from .written_words import DAYS, DateWords, NotUnderstood, fold

FIRST_YEAR, LAST_YEAR = 1500, 2200
"""A year outside these is taken for a typing error."""

_CENTURY = 2000
_WEEK = 7
_LEAP_YEARS_APART = 8
_MONTHS = 12

_CHINESE_OR_KOREAN = re.compile(r"(\d+)\s?[年년]\s?(\d+)\s?[月월]\s?(\d+)\s?[日일]?")
_AROUND_SEPARATOR = re.compile(r"\s?([-/.])\s?")
_NUMBERS = re.compile(r"(\d{1,5})([-/. ])(\d{1,2})(?:\2(\d{1,5}))?\.?")
_ISO_WITHOUT_DASHES = re.compile(r"(\d{4})(\d\d)(\d\d)")
_PLAIN = re.compile(r"[\w\s.,،'-]*")
_WORD = re.compile(r"[^\W\d_]+")
_FILLERS = frozenset(
    (
        *("st", "nd", "rd", "th", "of", "the", "on"),  # English
        *(
            "den",
            "der",
            "am",
            "le",
            "er",
            "de",
            "del",
            "d",
            "e",
            "o",
            "a",
        ),  # from German to Spanish
        *("m", "г", "р", "gada"),  # Lithuanian, Russian, Ukrainian, Latvian
    )
)
"""Words that stand beside a day, a month or a year and change nothing."""


def read_date(text: str, words: DateWords, today: date) -> date:
    """Return the day that a text means; raise ``NotUnderstood`` rather than guess.

    A day without a year is the next such day from ``today`` on, and the name of a weekday the next
    one after ``today``. 2/3/2027 is read in the order of the language; a date for which only the
    other order gives a day is read in that order. Two digits of a year are in this century.
    """
    folded = fold(text)
    if folded in DAYS:
        return today + timedelta(days=DAYS[folded])
    weekday = words.weekday_of(folded.rstrip("."))
    if weekday is not None:
        return today + timedelta(days=(weekday - today.weekday() - 1) % _WEEK + 1)
    day = _read(folded, words, today)
    return day if day is not None else _read_after_weekday(folded, words, today)


def _read(folded: str, words: DateWords, today: date) -> date | None:
    """Return the day of a text without a weekday, ``None`` if it is something else."""
    numbered = _AROUND_SEPARATOR.sub(r"\1", _CHINESE_OR_KOREAN.sub(r"\1-\2-\3", folded))
    if found := _ISO_WITHOUT_DASHES.fullmatch(numbered):
        return _day(int(found[3]), int(found[2]), found[1], today)
    if found := _NUMBERS.fullmatch(numbered):
        return _from_numbers(found, words, today)
    return _from_names(folded, words, today)


def _read_after_weekday(folded: str, words: DateWords, today: date) -> date:
    """Return the day of "Wednesday 20 January 2027"; the weekday has to be right."""
    ends = {len(name) for name in words.weekdays if folded.startswith(name)}
    ends.update(found.end() for found in _WORD.finditer(folded))
    for end in sorted(ends, reverse=True):
        weekday = words.weekday_of(folded[:end])
        day = None if weekday is None else _read(folded[end:].lstrip(" .,"), words, today)
        if day is not None and day.weekday() != weekday:
            raise NotUnderstood("weekday")
        if day is not None:
            return day
    raise NotUnderstood


def _from_numbers(found: re.Match[str], words: DateWords, today: date) -> date | None:
    first, separator, second, third = found.groups()
    if third is None:
        return _without_year(int(first), separator, int(second), words, today)
    if len(first) > 2 or (words.short_year_first and separator == "-" and len(third) == 2):
        return _day(int(third), int(second), first, today)
    return _in_order(int(first), int(second), third, words, today)


def _without_year(
    first: int, separator: str, second: int, words: DateWords, today: date
) -> date | None:
    """Return the day of 20/1 or "20.1."; with a dot, only languages that write the day first."""
    if separator == "/":
        return _in_order(first, second, None, words, today)
    if separator == "." and words.day_first:
        return _day(first, second, None, today)
    return None


def _in_order(first: int, second: int, year: str | None, words: DateWords, today: date) -> date:
    day_first = words.day_first
    if day_first is None:
        if first <= _MONTHS and second <= _MONTHS and first != second:
            raise NotUnderstood("order")
        day_first = second <= _MONTHS
    day, month = (first, second) if day_first else (second, first)
    if month > _MONTHS >= day:
        day, month = month, day
    return _day(day, month, year, today)


def _from_names(folded: str, words: DateWords, today: date) -> date | None:
    """Return the day of "20 January 2027", "Jan 20" or "20. Januar"."""
    month, rest = _take_month(folded, words)
    others = [word for word in _WORD.findall(rest) if word not in _FILLERS]
    numbers = re.findall(r"\d+", rest)
    years = [number for number in numbers if len(number) > 2]
    if month is None or others or not _PLAIN.fullmatch(rest) or len(years) > 1:
        return None
    days = [number for number in numbers if number not in years]
    if len(days) == 2 and not years:
        years.append(days.pop())
    if len(days) != 1:
        return None
    return _day(int(days[0]), month, years[0] if years else None, today)


def _take_month(folded: str, words: DateWords) -> tuple[int | None, str]:
    """Return the month that a text names, and the text without that name."""
    names = sorted(words.months, key=len, reverse=True)
    for name in names:
        if found := re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded):
            return words.months[name], f"{folded[: found.start()]} {folded[found.end() :]}"
    for found in _WORD.finditer(folded):
        month = words.month_of(found[0])
        if month is not None:
            return month, f"{folded[: found.start()]} {folded[found.end() :]}"
    return None, folded


def _day(day: int, month: int, year: str | None, today: date) -> date:
    """Return a day of the calendar, without a year the next one from ``today`` on."""
    if year is None:
        return _next(day, month, today)
    number = int(year) + (_CENTURY if len(year) == 2 else 0)
    if not FIRST_YEAR <= number <= LAST_YEAR:
        raise NotUnderstood("year")
    try:
        return date(number, month, day)
    except ValueError as error:
        raise NotUnderstood("no_such_day") from error


def _next(day: int, month: int, today: date) -> date:
    for year in range(today.year, today.year + _LEAP_YEARS_APART + 1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found >= today:
            return found
    raise NotUnderstood("no_such_day")
