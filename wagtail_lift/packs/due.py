"""Which events have taken place and have no insights pack yet."""

from datetime import datetime

from django.db.models import Max, Q, QuerySet
from wagtail.models import AbstractPage

from ..enums import MeetingState
from ..models.event import EventPageLink
from ..models.kinds import PackKind, page_types
from ..models.occurrences import EventOccurrence


def without_pack(pages: QuerySet[AbstractPage], now: datetime) -> QuerySet[AbstractPage]:
    """Keep published events of which a date has taken place and that have no pack.

    A draft of a pack is one, too. A pack about any page of an event, a translation for example, is
    a pack of all of them. The latest are first; ``taken_place_at`` is when the last date ended.
    """
    # Lists of keys, which MariaDB makes once, and not a look-up for each page: that took seconds.
    for model in page_types(PackKind):
        about = model._default_manager.filter(event__isnull=False).order_by().values("event")
        known = EventPageLink.objects.filter(page__in=about).values("event")
        beside = EventPageLink.objects.filter(event__in=known).values("page")
        pages = pages.exclude(Q(pk__in=about) | Q(pk__in=beside))
    took_place = EventOccurrence.objects.past(now).filter(state=MeetingState.SCHEDULED).order_by()
    latest = Max("lift_occurrences__ends_at", filter=Q(lift_occurrences__in=took_place))
    return (
        pages.filter(pk__in=took_place.values("page"))
        .annotate(taken_place_at=latest)
        .order_by("-taken_place_at", "pk")
    )
