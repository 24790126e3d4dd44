"""What is known of a programme's calendar, remembered until any date of the site changes.

Calendars ask every few minutes whether anything has changed, and the dates of a large programme are
too many to look at each time.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from django.core.cache import cache
from django.db.models import IntegerField, QuerySet

from ...conf import settings
from ..aggregates import Aggregated
from ..for_machines.cache_times import first_scheduled, scheduled_changes
from ..page_model import get_page_model
from .changes import CalendarChange
from .dates import CalendarDigest, Narrowing, digest_of

REMEMBERED_FOR = 3600
"""Seconds; calendars keep dates to the hour, so that nothing is remembered for longer."""

LONGEST_TRANSACTION = timedelta(hours=1)
"""How long before its end a change may have been recorded."""


def this_hour(now: datetime) -> datetime:
    """Return the beginning of the hour: as of then a calendar holds what is past and to come."""
    return now.replace(minute=0, second=0, microsecond=0)


@dataclass(frozen=True, slots=True)
class CalendarState:
    """By what the calendars of the site are known, and when they next change as was scheduled.

    ``known_by`` is another as soon as any change of dates is recorded.
    """

    known_by: tuple[Any, ...]
    changes_at: datetime | None


def remembered_digest(
    programme: Any,
    get_dates: Callable[[], QuerySet],
    version: int,
    *,
    state: CalendarState,
    as_of: datetime,
    narrowings: Sequence[Narrowing] = (),
) -> CalendarDigest:
    """Return the digest of a programme's calendar; no query where it is remembered, else one.

    ``get_dates`` returns the dates that it is of, and is called only where it is not remembered. An
    incomplete one is not: its entries are about to be rendered.
    """
    window = (as_of, settings.CALENDAR_PAST_DAYS, settings.CALENDAR_AHEAD_MONTHS)
    facts = (version, programme.path, window, narrowings)
    known_by = repr((programme.translation_key, *facts, state.known_by))
    key = f"wagtail_lift.calendar.{sha256(known_by.encode()).hexdigest()}"
    digest = cache.get(key)
    if digest is None:
        digest = digest_of(get_dates(), version)
        if digest.is_complete:
            cache.set(key, digest, REMEMBERED_FOR)
    return digest


def state_of_calendars(programme: Any, now: datetime) -> CalendarState:
    """Return the state of the site's calendars; one query, or more where a draft is to go live.

    Changes are counted, as one that began earlier may be committed later; the highest key tells
    of those by a clock that is far behind.
    """
    since, number = this_hour(now) - LONGEST_TRANSACTION, IntegerField()
    here = get_page_model()._default_manager.filter(pk=programme.pk)
    latest, recent, *scheduled = here.values_list(
        Aggregated("MAX", CalendarChange, "id", output_field=number),
        Aggregated("COUNT", CalendarChange, "changed_at", after=since, output_field=number),
        *scheduled_changes(now),
    ).get()
    return CalendarState((latest, recent), first_scheduled(scheduled, now))
