"""A recurrence rule (RFC 5545) in words, in the reader's language: "every Tuesday, until 1 June".

Each sentence is translated as a whole. A rule that fits no sentence becomes "on certain days" of
the week, month or year; the list of dates shows which.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date, time

from django.utils.dates import MONTHS
from django.utils.dates import WEEKDAYS as WEEKDAY_NAMES
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext, pgettext_lazy

from ..domain.recurrence import Rule, RuleRefused, read_rule
from ..domain.rule_choices import MONDAY_TO_FRIDAY, WEEKDAYS

ORDINALS = {
    "1": pgettext_lazy("which weekday of a month", "first"),
    "2": pgettext_lazy("which weekday of a month", "second"),
    "3": pgettext_lazy("which weekday of a month", "third"),
    "4": pgettext_lazy("which weekday of a month", "fourth"),
    "5": pgettext_lazy("which weekday of a month", "fifth"),
    "-1": pgettext_lazy("which weekday of a month", "last"),
    "-2": pgettext_lazy("which weekday of a month", "last but one"),
}
_NUMBERED_DAY = re.compile(r"[+]?(-?)0*(\d*)([A-Z]{2})")
_MOST_DAYS = 4
"""A yearly rule with more days becomes "on certain days of the year"."""

NumberedDay = tuple[str, str]
"""An ordinal in the month (empty for every such weekday) and a weekday."""


def rule_in_words(
    text: str, first_day: date, timezone: str, *, at: time | None = None, is_whole: bool = True
) -> str:
    """Return a rule in words; empty if there is none or it cannot be read.

    ``first_day`` is its first date; its dates start ``at`` this time. The count is included only
    if ``is_whole``: no date of the rule was left out.
    """
    try:
        rule = read_rule(text) if text.strip() else None
    except RuleRefused:
        return ""
    if rule is None:
        return ""
    words = _SENTENCES[rule.get("FREQ")](rule, first_day, int(rule.get("INTERVAL") or 1))
    if rule.until is not None:
        last = date_format(rule.until.last_day(timezone, at))
        return _("%(rule)s, until %(day)s") % {"rule": words, "day": last}
    if rule.count is not None and is_whole:
        times = ngettext("%(rule)s, %(count)d time", "%(rule)s, %(count)d times", rule.count)
        return times % {"rule": words, "count": rule.count}
    return words


def _daily(rule: Rule, first_day: date, interval: int) -> str:
    if _parts(rule) == {"BYDAY"} and interval == 1:
        return _weekly(rule, first_day, 1)
    return _certain_days(rule) if _parts(rule) else _every(interval)


def _certain_days(rule: Rule) -> str:
    """Return the fallback for a rule that fits no sentence, by its longest period."""
    if _parts(rule) & {"BYMONTH", "BYYEARDAY", "BYWEEKNO"} or rule.get("FREQ") == "YEARLY":
        return _("on certain days of the year")
    if "BYMONTHDAY" in _parts(rule) or rule.get("FREQ") == "MONTHLY":
        return _("on certain days of the month")
    return _("on certain days of the week")


def _every(days: int) -> str:
    return ngettext("every day", "every %(count)d days", days) % {"count": days}


def _weekly(rule: Rule, first_day: date, interval: int) -> str:
    named = {day for _number, day in _numbered_days(rule)} or {WEEKDAYS[first_day.weekday()]}
    if not _parts(rule) <= {"BYDAY"}:
        return _certain_days(rule)
    days = [day for day in WEEKDAYS if day in named]
    if interval > 1:
        words = {"count": interval, "days": _listed(map(_weekday, days))}
        return _("every %(count)d weeks on %(days)s") % words
    if len(days) == len(WEEKDAYS):
        return _every(1)
    if days == [*MONDAY_TO_FRIDAY]:
        return _("every week, Monday to Friday")
    return _("every %(days)s") % {"days": _listed(map(_weekday, days))}


def _monthly(rule: Rule, first_day: date, interval: int) -> str:
    weekdays = _numbered_days(rule)
    if weekdays and not any(number for number, _day in weekdays) and interval == 1:
        if _parts(rule) == {"BYDAY"}:
            return _weekly(rule, first_day, 1)
    elif _parts(rule) <= {"BYMONTHDAY"}:
        return _days_of_month(rule.get("BYMONTHDAY") or str(first_day.day), interval)
    if _is_last_weekday(rule):
        return _last_weekday(interval)
    days = _weekdays_of_month(weekdays) if _parts(rule) <= {"BYDAY", "BYSETPOS"} else ""
    if not days:
        return _certain_days(rule)
    if interval == 1:
        return _("every %(days)s of the month") % {"days": days}
    return _("every %(count)d months on the %(days)s") % {"count": interval, "days": days}


def _is_last_weekday(rule: Rule) -> bool:
    if _parts(rule) != {"BYDAY", "BYSETPOS"} or rule.get("BYSETPOS") not in ("-1", "-01"):
        return False
    return {*rule.get("BYDAY").split(",")} == {*MONDAY_TO_FRIDAY}


def _last_weekday(interval: int) -> str:
    if interval == 1:
        return _("on the last weekday of every month (Monday to Friday)")
    words = _("every %(count)d months on the last weekday (Monday to Friday)")
    return words % {"count": interval}


def _days_of_month(numbers: str, interval: int) -> str:
    days = sorted({*map(int, numbers.split(","))}, key=lambda day: (day < 0, day))
    if any(day < -1 for day in days):
        return _("on certain days of the month")
    words = {"count": interval, "days": _listed(map(_day_of_month, days))}
    if interval == 1:
        return _("on the %(days)s of every month") % words
    return _("every %(count)d months on the %(days)s") % words


def _yearly(rule: Rule, first_day: date, interval: int) -> str:
    months = sorted({int(month) for month in rule.get("BYMONTH").split(",") if month})
    days = ""
    if _parts(rule) <= {"BYMONTH", "BYMONTHDAY"} and (months or not _parts(rule)):
        days = _days_of_year(months, rule.get("BYMONTHDAY"), first_day)
    elif len(months) == 1 and _parts(rule) <= {"BYMONTH", "BYDAY", "BYSETPOS"}:
        weekday, month = _weekdays_of_month(_numbered_days(rule)), str(MONTHS[months[0]])
        words = {"weekday": weekday, "month": month}
        days = weekday and pgettext("day of a year", "the %(weekday)s of %(month)s") % words
    if not days:
        return _certain_days(rule)
    if interval == 1:
        return _("every year on %(days)s") % {"days": days}
    return _("every %(count)d years on %(days)s") % {"count": interval, "days": days}


def _days_of_year(months: list[int], numbers: str, first_day: date) -> str:
    """Return the days in words; empty if there are too many or a date does not exist."""
    days = {int(number) for number in numbers.split(",") if number} or {first_day.day}
    pairs = [(month, day) for month in months or [first_day.month] for day in sorted(days)]
    try:
        dates = [date(2000, month, day) for month, day in pairs]
    except ValueError:
        return ""
    if len(dates) > _MOST_DAYS:
        return ""
    return _listed(date_format(day, "MONTH_DAY_FORMAT") for day in dates)


_SENTENCES: dict[str, Callable[[Rule, date, int], str]] = {
    "DAILY": _daily,
    "WEEKLY": _weekly,
    "MONTHLY": _monthly,
    "YEARLY": _yearly,
}


def _parts(rule: Rule) -> set[str]:
    """Return the names of the parts that select days."""
    return {name for name, _value in rule.parts} - {"FREQ", "INTERVAL", "WKST"}


def _numbered_days(rule: Rule) -> list[NumberedDay]:
    """Return the weekdays of a rule; a single day with BYSETPOS has its position as ordinal."""
    days = []
    for item in filter(None, rule.get("BYDAY").split(",")):
        sign, number, day = _NUMBERED_DAY.fullmatch(item).groups()  # type: ignore[union-attr] -- read
        days.append((f"{sign}{number}", day))
    days = [*dict.fromkeys(days)]
    numbers = (str(int(position)) for position in rule.get("BYSETPOS").split(",") if position)
    positions = [*dict.fromkeys(numbers)]
    if not positions:
        return days
    is_one = len(days) == 1 and not days[0][0]
    return [(position, days[0][1]) for position in positions] if is_one else []


def _weekdays_of_month(days: list[NumberedDay]) -> str:
    """Return for example "second Tuesday"; empty if there is no word for an ordinal."""
    order = [*ORDINALS]
    if not days or any(number not in ORDINALS for number, _day in days):
        return ""
    days = sorted(days, key=lambda item: (order.index(item[0]), WEEKDAYS.index(item[1])))
    weekdays = {day for _number, day in days}
    if len(weekdays) == 1:
        return _weekday_of_month(
            _listed(str(ORDINALS[number]) for number, _day in days), days[0][1]
        )
    return _listed(_weekday_of_month(str(ORDINALS[number]), day) for number, day in days)


def _weekday_of_month(ordinal: str, day: str) -> str:
    words = {"ordinal": ordinal, "weekday": _weekday(day)}
    return pgettext("weekday of a month", "%(ordinal)s %(weekday)s") % words


def _weekday(code: str) -> str:
    return str(WEEKDAY_NAMES[WEEKDAYS.index(code)])


def _day_of_month(number: int) -> str:
    if number == -1:
        return pgettext("day of a month", "last day")
    # Translators: a Django date format, see the "date" template filter. "15th".
    form = pgettext("day of a month", "jS")
    return date_format(date(2000, 1, number), form, use_l10n=True)


def _listed(words: Iterable[str]) -> str:
    """Return words as a list: "A, B and C"."""
    *first, last = words
    if not first:
        return last
    both = {"first": ", ".join(first), "last": last}
    return pgettext("the end of a list", "%(first)s and %(last)s") % both
