"""What prevents an event page from being published; drafts and autosave are never checked.

Does not depend on the current time: what is valid today is valid when a schedule publishes it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from ..enums import BookingMode, Hours, Problem
from .booking import BookingWindow, TypedBooking, booking_window
from .instants import is_timezone, to_instant
from .schedule import TypedDates, as_read, last_day

LONGEST = timedelta(days=366)
"""Maximum length of a date."""


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """A problem and the name of the field it belongs to."""

    field: str
    problem: Problem


def schedule_problems(typed: TypedDates) -> list[FieldProblem]:
    """Return what is wrong with the typed dates; no date at all is valid: date to come."""
    problems = []
    if not is_timezone(typed.timezone):
        problems.append(FieldProblem("timezone", Problem.TIMEZONE_UNKNOWN))
    if typed.start_date is None:
        if _has_more_than_a_start_date(typed):
            problems.append(FieldProblem("start_date", Problem.START_DATE_MISSING))
        return problems
    read = as_read(typed)
    if read.start_time is None:
        problems.append(FieldProblem("start_time", Problem.START_TIME_MISSING))
    if read.end_time is None and typed.hours is Hours.START_AND_END:
        problems.append(FieldProblem("end_time", Problem.END_TIME_MISSING))
    span = _typed_span(typed)
    if span and span[1] <= span[0]:
        is_other_day = typed.end_date is not None and typed.end_date != typed.start_date
        field = "end_date" if is_other_day else "end_time"
        problems.append(FieldProblem(field, Problem.END_BEFORE_START))
    elif span and lasts_too_long(*span):
        problems.append(FieldProblem("end_date", Problem.LASTS_TOO_LONG))
    return problems


def _has_more_than_a_start_date(typed: TypedDates) -> bool:
    """Return whether values were typed that need a day, among those that count."""
    if typed.hours is Hours.ALL_DAY:
        return typed.end_date is not None
    if typed.hours is Hours.OPEN_END:
        return typed.start_time is not None
    return any((typed.start_time, typed.end_date, typed.end_time))


def lasts_too_long(starts_at: datetime, ends_at: datetime) -> bool:
    """Return whether a date lasts longer than a leap year.

    To find what is happening now, lists look back as far as the longest date of the site.
    """
    return ends_at - starts_at > LONGEST


def booking_problems(
    typed: TypedDates, booking: TypedBooking, *, has_several_dates: bool = False
) -> list[FieldProblem]:
    """Return what is wrong with the booking window and the booking URL.

    With several dates, the window is not checked against the first one.
    """
    if booking.mode == BookingMode.NOT_NEEDED:
        return []
    problems = []
    if booking.mode == BookingMode.ELSEWHERE and not booking.url:
        problems.append(FieldProblem("booking_url", Problem.BOOKING_URL_MISSING))
    span = None if has_several_dates else _typed_span(typed)
    return problems + _window_problems(typed, booking, span)


def _window_problems(
    typed: TypedDates, booking: TypedBooking, span: tuple[datetime, datetime] | None
) -> list[FieldProblem]:
    problems = []
    if booking.opens_time and not booking.opens_date:
        problems.append(FieldProblem("booking_opens_date", Problem.BOOKING_DATE_MISSING))
    if booking.closes_time and not booking.closes_date:
        problems.append(FieldProblem("booking_closes_date", Problem.BOOKING_DATE_MISSING))
    if booking.opens_before and booking.opens_date:
        problems.append(FieldProblem("booking_opens_before", Problem.BOOKING_END_TWICE))
    if booking.closes_before and booking.closes_date:
        problems.append(FieldProblem("booking_closes_before", Problem.BOOKING_END_TWICE))
    return problems or _order_problems(typed, booking, span)


def _order_problems(
    typed: TypedDates, booking: TypedBooking, span: tuple[datetime, datetime] | None
) -> list[FieldProblem]:
    """Return what is wrong with a window whose ends are each given once at most."""
    problems = []
    opens = "booking_opens_before" if booking.opens_before else "booking_opens_date"
    closes = "booking_closes_before" if booking.closes_before else "booking_closes_date"
    window = booking_window(booking, span[0] if span else None, typed.timezone)
    if _opens_late(window, booking, span):
        problems.append(FieldProblem(opens, Problem.BOOKING_OPENS_LATE))
    if _closes_early(window, booking):
        problems.append(FieldProblem(closes, Problem.BOOKING_CLOSES_EARLY))
    if window.closes_at and span and _closes_after_end(window.closes_at, span[1], typed, booking):
        problems.append(FieldProblem(closes, Problem.BOOKING_CLOSES_LATE))
    return problems


def _opens_late(
    window: BookingWindow, booking: TypedBooking, span: tuple[datetime, datetime] | None
) -> bool:
    if booking.opens_before:
        return booking.opens_before.amount < 1
    return bool(window.opens_at and span and window.opens_at >= span[0])


def _closes_early(window: BookingWindow, booking: TypedBooking) -> bool:
    """Two leads are compared by length, which is the same for every date."""
    if booking.opens_before and booking.closes_before:
        return booking.closes_before.length >= booking.opens_before.length
    return bool(window.opens_at and window.closes_at and window.closes_at <= window.opens_at)


def _closes_after_end(
    closes_at: datetime, ends_at: datetime, typed: TypedDates, booking: TypedBooking
) -> bool:
    """A closing day without a time is cut to the event's end on that day, not refused."""
    if booking.closes_time is None and booking.closes_date == last_day(typed):
        return False
    return closes_at > ends_at


def _typed_span(typed: TypedDates) -> tuple[datetime, datetime] | None:
    read = as_read(typed)
    if read.start_date is None or read.start_time is None or read.end_time is None:
        return None
    return (
        to_instant(read.start_date, read.start_time, read.timezone),
        to_instant(last_day(read) or read.start_date, read.end_time, read.timezone),
    )
