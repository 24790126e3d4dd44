"""From the VEVENTs of one UID to an event: its first date, its rule, and the dates that differ."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from ..domain.recurrence import RuleRefused, read_rule
from ..enums import Hours
from .entries import Entry
from .event_words import VEvent, Words, words_of
from .moments import FLOATING, Moment, NotMapped, end_of, moment_of

PRIVATE = ("PRIVATE", "CONFIDENTIAL")
CANCELLED = "CANCELLED"
MOST_SKIPPED, MOST_ADDED = 400, 200


@dataclass(frozen=True, slots=True)
class Parsed:
    """One VEVENT, its dates in the zones that it names."""

    start: Moment
    end: Moment | None
    rule: str
    skipped: tuple[Moment, ...]
    added: tuple[Moment, ...]
    instead_of: Moment | None
    is_cancelled: bool
    words: Words


def parse(event: VEvent) -> Parsed:
    """Return what a VEVENT says; raise ``NotMapped`` for what no event can say."""
    _refuse_unreadable(event)
    if "DTSTART" not in event:
        raise NotMapped(_("It has no start."))
    start = _moment(event, "DTSTART")
    lasts = event["DURATION"].dt if "DURATION" in event else None
    if lasts is not None and not isinstance(lasts, timedelta):
        raise NotMapped(_("A date of it cannot be read."))
    end = _moment(event, "DTEND") if "DTEND" in event else None
    changed = event.get("RECURRENCE-ID")
    if changed is not None and changed.params.get("RANGE"):
        raise NotMapped(
            _("It changes all later dates at once (RANGE), which cannot be taken over.")
        )
    return Parsed(
        start=start,
        end=end_of(start, end, lasts),
        rule=_rule(event),
        skipped=_moments(event, "EXDATE"),
        added=_moments(event, "RDATE"),
        instead_of=None if changed is None else _moment(event, "RECURRENCE-ID"),
        is_cancelled=str(event.get("STATUS", "")).upper() == CANCELLED,
        words=words_of(event),
    )


def _refuse_unreadable(event: VEvent) -> None:
    if str(event.get("CLASS", "")).upper() in PRIVATE:
        raise NotMapped(_("It is marked as private in the calendar, so it is left out."))
    for name in ("DTSTART", "DTEND", "DURATION", "RECURRENCE-ID", "RRULE", "SUMMARY"):
        if isinstance(event.get(name), list):
            raise NotMapped(_("It has %(name)s more than once.") % {"name": name})
    if event.errors:
        names = ", ".join(sorted({str(name) for name, _error in event.errors if name}))
        raise NotMapped(_("This cannot be read: %(names)s.") % {"names": names})


def _moment(event: VEvent, name: str) -> Moment:
    return moment_of(event[name].dt, event[name].params)


def _moments(event: VEvent, name: str) -> tuple[Moment, ...]:
    if name not in event:
        return ()
    lists = event[name] if isinstance(event[name], list) else [event[name]]
    return tuple(moment_of(each.dt, found.params) for found in lists for each in found.dts)


def _rule(event: VEvent) -> str:
    if "EXRULE" in event:
        raise NotMapped(_("It leaves out dates by a rule (EXRULE), which cannot be taken over."))
    if "RRULE" not in event:
        return ""
    text = event["RRULE"].to_ical().decode()
    try:
        read_rule(text)
    except RuleRefused as refused:
        raise NotMapped(str(refused.problem.label)) from refused
    return str(text)


@dataclass(slots=True)
class _Series:
    """The dates of an event while they are put together."""

    start: Moment
    end: Moment | None
    rule: str
    skipped: set[date] = field(default_factory=set)
    added: dict[datetime, dict[str, str]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def as_entry(uid: str, place: str, parsed: Sequence[Parsed], timezone: str) -> Entry:
    """Return the event of one UID; ``timezone`` is for times that name none, and for UTC."""
    masters = [each for each in parsed if each.instead_of is None]
    if len(masters) > 1:
        raise NotMapped(_("Two entries of the file have the same UID."))
    notes: list[str] = []
    if not masters:
        if len(parsed) > 1:
            raise NotMapped(_("It changes dates of an event that is not in the file."))
        notes.append(_("It is one date of a series that is not in the file."))
    first = masters[0] if masters else parsed[0]
    own = _zone_of(first, timezone)
    series = _series(first, own)
    for other in (each for each in parsed if each is not first):
        _change(series, first, other, own)
    told = {**first.words.told, **_dates_of(series, own)}
    return Entry(
        uid,
        place,
        told,
        notes=(*first.words.notes, *notes, *series.notes),
        is_off=first.is_cancelled,
    )


def _zone_of(first: Parsed, timezone: str) -> str:
    """Return the zone of an event; a series in UTC stays there, as its hours follow no clock."""
    if first.start.timezone == FLOATING:
        return timezone
    is_single = not (first.rule or first.added)
    return timezone if first.start.timezone == "UTC" and is_single else first.start.timezone


def _series(first: Parsed, own: str) -> _Series:
    end = first.end and first.end.in_zone(own)
    series = _Series(first.start.in_zone(own), end, first.rule)
    start = series.start
    for moment in (each.in_zone(own) for each in first.added):
        added = {"start_date": moment.day.isoformat()}
        if moment.at is not None and moment.at != start.at:
            added["start_time"] = moment.at.isoformat("minutes")
        if moment.local != start.local:
            series.added[_on_the_clock(moment, start)] = added
    for moment in (each.in_zone(own) for each in first.skipped):
        _leave_out(series, moment)
    return series


def _on_the_clock(moment: Moment, start: Moment) -> datetime:
    return datetime.combine(moment.day, moment.at or start.at or moment.local.time())


def _leave_out(series: _Series, moment: Moment) -> None:
    if series.added.pop(_on_the_clock(moment, series.start), None):
        return
    if series.rule:
        series.skipped.add(moment.day)
    else:
        words = _("A day that is left out is none of its dates: %(day)s.")
        series.notes.append(words % {"day": moment.day.isoformat()})


def _change(series: _Series, first: Parsed, other: Parsed, own: str) -> None:
    """Take over one date that differs: as left out, and added where it is now."""
    assert other.instead_of is not None
    before, start = other.instead_of.in_zone(own), other.start.in_zone(own)
    end = other.end and other.end.in_zone(own)
    day = before.day.isoformat()
    if other.is_cancelled:
        series.notes.append(_("Cancelled there, so it is left out: %(day)s.") % {"day": day})
        _leave_out(series, before)
        return
    if other.words.told != first.words.told:
        words = _("Its words or place on %(day)s differ there. They were not taken.")
        series.notes.append(words % {"day": day})
    lasts = (series.end.local - series.start.local) if series.end else None
    if start.local == before.local and (end is None or end.local - start.local == lasts):
        return
    if before.local == series.start.local and not series.rule:
        series.start, series.end = start, end
        return
    _leave_out(series, before)
    added = {"start_date": start.day.isoformat()}
    if _hours_of(start, end) is not _hours_of(series.start, series.end):
        added["hours"] = _hours_of(start, end).value
    if start.at is not None:
        added["start_time"] = start.at.isoformat("minutes")
    if end is not None:
        added["end_date"] = end.day.isoformat()
    if end is not None and end.at is not None:
        added["end_time"] = end.at.isoformat("minutes")
    series.added[start.local] = added


def _times_of(start: Moment, end: Moment | None) -> dict[str, str]:
    """Return the fields of a first date."""
    told = {"start_date": start.day.isoformat()}
    if _hours_of(start, end) is not Hours.START_AND_END:
        told["hours"] = _hours_of(start, end).value
    if start.at is not None:
        told["start_time"] = start.at.isoformat("minutes")
    if end is not None and end.at is not None:
        told["end_time"] = end.at.isoformat("minutes")
    if end is not None and end.day != start.day:
        told["end_date"] = end.day.isoformat()
    return told


def _hours_of(start: Moment, end: Moment | None) -> Hours:
    """Return which times a date has.

    Without an end, RFC 5545 section 3.6.1 lets a date end when it starts; who writes one leaves the
    end open.
    """
    if start.at is None:
        return Hours.ALL_DAY
    return Hours.OPEN_END if end is None else Hours.START_AND_END


def _dates_of(series: _Series, own: str) -> Mapping[str, Any]:
    if len(series.skipped) > MOST_SKIPPED or len(series.added) > MOST_ADDED:
        words = _("It leaves out more than %(skipped)d dates, or adds more than %(added)d.")
        raise NotMapped(words % {"skipped": MOST_SKIPPED, "added": MOST_ADDED})
    start, end = series.start, series.end
    told: dict[str, Any] = {**_times_of(start, end), "timezone": own}
    if series.rule:
        told["recurrence_rule"] = series.rule
    if series.skipped:
        told["skipped_dates"] = [day.isoformat() for day in sorted(series.skipped)]
    if series.added:
        told["added_dates"] = [series.added[key] for key in sorted(series.added)]
    return told
