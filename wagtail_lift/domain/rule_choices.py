"""Convert between the choices of editors, who need not know RFC 5545, and the text of a rule."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time

from .recurrence import Rule, RuleRefused, Until, read_rule

NEVER, ON_A_DAY, AFTER = "never", "until", "count"
"""How a rule ends."""

SAME_DAY, GIVEN_DAY, LAST_DAY, LAST_WEEKDAY = "", "day", "last_day", "last_weekday"
"""How the days of a month are chosen, besides the ordinals of a weekday."""

ORDINALS = ("1", "2", "3", "4", "-1")
"""First to fourth weekday of its kind in a month; ``-1`` is the last."""

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MONDAY_TO_FRIDAY = WEEKDAYS[:5]


@dataclass(frozen=True, slots=True)
class RuleChoices:
    """What an editor chose; ``frequency`` is empty for no repetition.

    ``month_by`` is one of ``SAME_DAY``, ``GIVEN_DAY``, ``LAST_DAY``, ``LAST_WEEKDAY`` (the last day
    from Monday to Friday) and ``ORDINALS``; ``ends`` one of ``NEVER``, ``ON_A_DAY`` and ``AFTER``.
    """

    frequency: str = ""
    interval: int = 1
    weekdays: tuple[str, ...] = ()
    month_by: str = SAME_DAY
    month_day: int | None = None
    month_weekday: str = ""
    ends: str = NEVER
    until: date | None = None
    count: int | None = None


def write_rule(choices: RuleChoices) -> str:
    """Return the rule as RFC 5545 text, empty for no repetition.

    Incomplete choices, such as an end without its day, are ignored.
    """
    if not choices.frequency:
        return ""
    parts = [f"FREQ={choices.frequency}"]
    if choices.interval > 1:
        parts.append(f"INTERVAL={choices.interval}")
    parts += _days(choices)
    if choices.ends == ON_A_DAY and choices.until:
        parts.append("UNTIL=" + choices.until.isoformat().replace("-", ""))
    if choices.ends == AFTER and choices.count:
        parts.append(f"COUNT={choices.count}")
    return ";".join(parts)


def _days(choices: RuleChoices) -> list[str]:
    if choices.frequency == "WEEKLY" and choices.weekdays:
        return ["BYDAY=" + ",".join(day for day in WEEKDAYS if day in choices.weekdays)]
    if choices.frequency != "MONTHLY":
        return []
    if choices.month_by == GIVEN_DAY and choices.month_day:
        return [f"BYMONTHDAY={choices.month_day}"]
    if choices.month_by == LAST_DAY:
        return ["BYMONTHDAY=-1"]
    if choices.month_by == LAST_WEEKDAY:
        return ["BYDAY=" + ",".join(MONDAY_TO_FRIDAY), "BYSETPOS=-1"]
    if choices.month_by in ORDINALS and choices.month_weekday:
        return [f"BYDAY={choices.month_by}{choices.month_weekday}"]
    return []


def read_choices(text: str, *, timezone: str = "UTC", at: time | None = None) -> RuleChoices | None:
    """Return the choices that give the dates of this rule, ``None`` if they cannot express it.

    Calendars end a rule at an instant; the choices end it on the last day that it allows for dates
    that start ``at`` this time in ``timezone``.
    """
    if not text.strip():
        return RuleChoices()
    try:
        rule = _plain(read_rule(text))
    except RuleRefused:
        return None
    if rule.until is not None:
        last = datetime.combine(rule.until.last_day(timezone, at), time.max)
        rule = replace(rule, until=Until(last, is_utc=False))
    choices = _choices(rule)
    return choices if read_rule(write_rule(choices)) == rule else None


def _choices(rule: Rule) -> RuleChoices:
    days = rule.get("BYDAY")
    month_day = rule.get("BYMONTHDAY")
    is_monthly = rule.get("FREQ") == "MONTHLY"
    month_by = _month_by(rule) if is_monthly else SAME_DAY
    return RuleChoices(
        frequency=rule.get("FREQ"),
        interval=int(rule.get("INTERVAL") or 1),
        weekdays=() if is_monthly else tuple(days.split(",")) if days else (),
        month_by=month_by,
        month_day=int(month_day) if month_day.isdecimal() else None,
        month_weekday=days[-2:] if month_by in ORDINALS else "",
        ends=ON_A_DAY if rule.until else AFTER if rule.count else NEVER,
        until=rule.until.moment.date() if rule.until else None,
        count=rule.count,
    )


def _month_by(rule: Rule) -> str:
    if month_day := rule.get("BYMONTHDAY"):
        return LAST_DAY if month_day == "-1" else GIVEN_DAY
    return LAST_WEEKDAY if rule.get("BYSETPOS") else rule.get("BYDAY")[:-2]


def _plain(rule: Rule) -> Rule:
    """Return the rule in the form that ``write_rule`` uses.

    Weeks begin on Monday unless a rule says otherwise (RFC 5545 section 3.3.10). One weekday with a
    position in the month, as some calendars write it, is a weekday with a number.
    """
    meant = {"INTERVAL": "1", "WKST": "MO"}
    parts = [(name, value.removeprefix("+")) for name, value in rule.parts]
    parts = [(name, value) for name, value in parts if meant.get(name) != value.lstrip("0")]
    order = ("FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYSETPOS")
    parts.sort(key=lambda part: order.index(part[0]) if part[0] in order else len(order))
    found = {name: _sorted_days(value) if name == "BYDAY" else value for name, value in parts}
    position = found.get("BYSETPOS", "")
    if rule.get("FREQ") == "MONTHLY" and found.get("BYDAY") in WEEKDAYS and position in ORDINALS:
        found["BYDAY"] = position + found["BYDAY"]
        del found["BYSETPOS"]
    return Rule(tuple(found.items()), rule.until, rule.count)


def _sorted_days(value: str) -> str:
    days = value.split(",") if value else []
    return ",".join(sorted(days, key=lambda day: WEEKDAYS.index(day[-2:])))
