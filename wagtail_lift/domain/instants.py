"""Wall-clock times in a zone as instants, and back.

A time that the clocks skip is read with the offset from before the change, and a time that they
repeat means the first of the two (RFC 5545 section 3.3.5).
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

EARLIEST = datetime(2, 1, 1, tzinfo=UTC)
LATEST = datetime(9998, 12, 31, tzinfo=UTC)
"""Times outside these are clamped to them: see ``to_instant``."""


def wall_clock_text(moment: datetime) -> str:
    """Return a naive datetime as ISO 8601, to the minute unless it has seconds."""
    is_whole = not moment.second and not moment.microsecond
    return moment.isoformat(timespec="minutes" if is_whole else "auto")


def wall_clock_of(text: str) -> datetime | None:
    """Return the naive datetime that ``wall_clock_text`` wrote, ``None`` for an empty text."""
    return datetime.fromisoformat(text) if text else None


@lru_cache(maxsize=1)
def _known_timezones() -> frozenset[str]:
    """Cached: the lookup walks directories, too slow for each conversion of a time."""
    return frozenset(available_timezones())


_AREAS = frozenset(
    (
        "Africa",
        "America",
        "Antarctica",
        "Arctic",
        "Asia",
        "Atlantic",
        "Australia",
        "Europe",
        "Indian",
        "Pacific",
    )
)


@lru_cache(maxsize=1)
def timezone_names() -> tuple[str, ...]:
    """Return the IANA names of the zones an editor may choose, in alphabetical order, with UTC."""
    places = {name for name in _known_timezones() if name.partition("/")[0] in _AREAS}
    return tuple(sorted({*places, "UTC"}))


def is_timezone(name: str) -> bool:
    """Return whether ``name`` is an IANA time zone known on this system."""
    return name in _known_timezones()


def zone(name: str) -> ZoneInfo:
    """Return the zone of that name; UTC for an unknown name, so that no page breaks."""
    return ZoneInfo(name if is_timezone(name) else "UTC")


def to_instant(day: date, at: time, timezone: str) -> datetime:
    """Return the UTC instant of a wall-clock time (RFC 5545 section 3.3.5 for gaps and folds).

    Never raises: a time outside the years 2 to 9998 is clamped to them, so that the result can be
    shown in any zone and moved by days.
    """
    local = datetime.combine(day, at.replace(fold=0), tzinfo=zone(timezone))
    return min(max(local, EARLIEST), LATEST).astimezone(UTC)


def instant_of(moment: datetime | None, timezone: str) -> datetime | None:
    """Return the UTC instant of a naive datetime, ``None`` for none; see ``to_instant``."""
    return to_instant(moment.date(), moment.time(), timezone) if moment else None


def on_the_clock(instant: datetime, timezone: str) -> datetime:
    """Return the wall-clock time (naive) of an instant (aware) in a zone."""
    return instant.astimezone(zone(timezone)).replace(tzinfo=None, fold=0)


def span_of(
    start: datetime | None, end: datetime | None, timezone: str
) -> tuple[datetime | None, datetime | None]:
    """Return the UTC instants of a wall-clock start and end in a zone; both or neither.

    If a clock change would put the end before the start, the wall-clock length counts.
    """
    if start is None or end is None:
        return None, None
    starts_at, ends_at = (to_instant(at.date(), at.time(), timezone) for at in (start, end))
    return starts_at, ends_at if ends_at > starts_at else starts_at + (end - start)


def is_skipped(day: date, at: time, timezone: str) -> bool:
    """Return whether the clocks go forward over this wall-clock time."""
    before, after = offsets_at(day, at, timezone)
    return before < after


def is_repeated(day: date, at: time, timezone: str) -> bool:
    """Return whether this wall-clock time happens twice because the clocks go back."""
    before, after = offsets_at(day, at, timezone)
    return before > after


def offsets_at(day: date, at: time, timezone: str) -> tuple[timedelta, timedelta]:
    """Return the offsets before and after a clock change; at any other time they are equal."""
    local = datetime.combine(day, at, tzinfo=zone(timezone))
    before, after = local.replace(fold=0).utcoffset(), local.replace(fold=1).utcoffset()
    return before or timedelta(0), after or timedelta(0)
