"""What is known of a programme's calendar, remembered until any date of the site changes.

Calendars ask every few minutes whether anything has changed, and the dates of a large programme are
too many to look at each time.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from django.core.cache import cache
from django.db.models import Func, IntegerField, QuerySet, Subquery

from ...conf import settings
from ..page_model import get_page_model
from .changes import CalendarChange
from .dates import CalendarDigest, Narrowing, digest_of

REMEMBERED_FOR = 3600
"""Seconds; calendars keep dates to the hour, so that nothing is remembered for longer."""

LONGEST_TRANSACTION = timedelta(hours=1)
"""How long before its end a change may have been recorded."""


def this_hour(now: datetime) -> datetime:
    """Return the beginning of the hour: as of then a calendar keeps what is past."""
    return now.replace(minute=0, second=0, microsecond=0)


def remembered_digest(
    programme: Any,
    dates: QuerySet,
    version: int,
    *,
    as_of: datetime,
    narrowings: Sequence[Narrowing] = (),
) -> CalendarDigest:
    """Return the digest of a programme's calendar; one query where it is remembered, else two.

    An incomplete one is not remembered: its entries are about to be rendered.
    """
    facts = (version, programme.path, as_of, settings.CALENDAR_PAST_DAYS, narrowings)
    known_by = repr((programme.translation_key, *facts, _state(programme, as_of)))
    key = f"wagtail_lift.calendar.{sha256(known_by.encode()).hexdigest()}"
    digest = cache.get(key)
    if digest is None:
        digest = digest_of(dates, version)
        if digest.is_complete:
            cache.set(key, digest, REMEMBERED_FOR)
    return digest


def _state(programme: Any, as_of: datetime) -> tuple[Any, ...]:
    """Return what is another as soon as any change of dates is recorded; one query.

    Changes are counted, as one that began earlier may be committed later; the highest key tells
    of those by a clock that is far behind.
    """
    changes = CalendarChange.objects.order_by()
    recent = changes.filter(changed_at__gte=as_of - LONGEST_TRANSACTION)
    count = Func(template="COUNT(*)", output_field=IntegerField())
    here = get_page_model()._default_manager.filter(pk=programme.pk)
    found = here.values_list(
        Subquery(changes.order_by("-pk").values("pk")[:1]),
        Subquery(recent.annotate(count=count).values("count")),
    )
    return tuple(found.get())
