"""Dates and badges as HTML, written in Python because a list has forty of each.

A template for each would cost a programme page more than everything else that it renders.
"""

from datetime import date, datetime
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext

from ..domain.when import When
from ..enums import Hours, MeetingState, Status
from .clock_words import (
    all_day_in_words,
    day_in_words,
    end_in_words,
    from_in_words,
    has_half_days,
    month_in_words,
    start_in_words,
    zone_in_words,
)
from .when_words import short_end, short_start

NOTHING = SafeString("")


def when_as_html(occurrence: Any, *, previous: bool = False) -> SafeString:
    """Return the date, times and time zone of an occurrence; with ``previous``, its previous start.

    Empty if there is no date.
    """
    when: When | None = getattr(occurrence, "previous_when" if previous else "when", None)
    if when is None:
        return NOTHING
    if when.is_all_day:
        return _all_day(when)
    timezone, starts = when.timezone, when.starts
    return format_html(
        '<span class="lift-when"{}><span class="lift-when__times" dir="auto">{}{}</span>'
        ' <bdi class="lift-when__zone">{}</bdi></span>',
        NOTHING if previous else _for_the_readers_zone(timezone),
        _start(when),
        _end(when, when.ends) if when.ends else NOTHING,
        zone_in_words(starts, timezone),
    )


def _for_the_readers_zone(timezone: str) -> SafeString:
    """Return the attributes for the script that adds the time in the reader's own time zone."""
    label, hours = gettext("Your time:"), 12 if has_half_days() else 24
    return format_html(
        ' data-lift-zone="{}" data-lift-label="{}" data-lift-hours="{}"', timezone, label, hours
    )


def _all_day(when: When) -> SafeString:
    """Return the days alone: they are the same in every zone."""
    days = _day("start", when.first_day)
    if when.last_day != when.first_day:
        words = pgettext("from one time to another", "to")
        days = format_html("{} {} {}", days, words, _day("end", when.last_day))
    return format_html(
        '<span class="lift-when"><span class="lift-when__times" dir="auto">{}</span></span>',
        format_html(
            '{}<span class="lift-when__comma">,</span> <span class="lift-when__clock">{}</span>',
            days,
            all_day_in_words(),
        ),
    )


def _day(which: str, day: date) -> SafeString:
    return format_html(
        '<time class="lift-when__{}" datetime="{}"><span class="lift-when__day">{}</span></time>',
        which,
        day.isoformat(),
        day_in_words(day),
    )


def _start(when: When) -> SafeString:
    starts, is_open = when.starts, when.hours == Hours.OPEN_END
    return format_html(
        '<time class="lift-when__start" datetime="{}"><span class="lift-when__day">{}'
        '<span class="lift-when__comma">,</span></span>'
        ' <span class="lift-when__clock">{}</span></time>',
        iso(starts),
        day_in_words(starts),
        from_in_words(starts) if is_open else start_in_words(starts),
    )


def _end(when: When, ends: datetime) -> SafeString:
    """Return the end, with its day if that differs; midnight belongs to the day before."""
    day = NOTHING
    if when.last_day != when.first_day:
        day = format_html('<span class="lift-when__day">{},</span> ', day_in_words(when.last_day))
    return format_html(
        ' {} <time class="lift-when__end" datetime="{}">{}<span class="lift-when__clock">{}</span>'
        "</time>",
        pgettext("from one time to another", "to"),
        iso(ends),
        day,
        end_in_words(ends),
    )


def start_as_html(when: When | None) -> SafeString:
    """Return a start in few words for editors, as a time in one element."""
    if when is None:
        return format_html("{}", short_start(when))
    return format_html(
        '<time datetime="{}">{}</time>',
        when.first_day.isoformat() if when.is_all_day else when.starts.isoformat(),
        short_start(when),
    )


def end_as_html(when: When | None) -> SafeString:
    """Return an end in few words for editors, empty if none is shown."""
    if when is None or not short_end(when):
        return NOTHING
    ends = when.last_day if when.is_all_day else when.ends
    if ends is None:
        return NOTHING
    return format_html('<time datetime="{}">{}</time>', ends.isoformat(), short_end(when))


def planned_as_html(occurrence: Any) -> SafeString:
    """Return when an occurrence is; struck through, and said in words, if it does not go ahead."""
    when = when_as_html(occurrence)
    if not when or occurrence.state == MeetingState.SCHEDULED:
        return when
    return format_html(
        '<span class="lift-visually-hidden">{}</span> <s class="lift-off">{}</s>',
        gettext("It was planned for"),
        when,
    )


def leaf_as_html(occurrence: Any) -> SafeString:
    """Return the day on which an occurrence starts, as on a calendar leaf."""
    when: When | None = getattr(occurrence, "when", None)
    if when is None:
        return NOTHING
    return format_html(
        '<span class="lift-card__leaf-day">{}</span> <span class="lift-card__leaf-month">{}</span>',
        when.first_day.day,
        month_in_words(when.first_day),
    )


def badge_as_html(status: Status | None) -> SafeString:
    """Return a status as a badge, empty without one."""
    if not status:
        return NOTHING
    return format_html(
        '<span class="lift-badge lift-badge--{}">{}</span>', status.value, status.label
    )


def iso(at: datetime) -> str:
    """Return the machine-readable form of a datetime for ``<time datetime>``, to the second."""
    return at.isoformat(timespec="seconds")
