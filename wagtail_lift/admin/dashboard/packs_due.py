"""Events that have taken place and wait for an insights pack."""

from datetime import datetime

from django.contrib.auth.base_user import AbstractBaseUser

from ...domain.schedule import days_covered
from ...models import EventOccurrence
from ...models.kinds import PackKind
from ...packs.due import without_pack
from ..adding import addable_types
from ..gathering_links import gather_url
from .lines import MOST_LINES, Line
from .next_events import sources_for


def packs_due(user: AbstractBaseUser, now: datetime) -> list[Line]:
    """Return the events to which a user may add a pack, the latest first.

    Each leads to where its insights are gathered. Two queries.
    """
    if not addable_types(PackKind):
        return []
    found = list(without_pack(sources_for(user, "add"), now)[:MOST_LINES])
    dates = EventOccurrence.objects.filter(page__in=found).order_by().distinct()
    zones = dict(dates.values_list("page", "timezone"))
    return [
        Line(
            title=page.get_admin_display_title(),
            url=gather_url(page.pk),
            day=days_covered(now, page.taken_place_at, zones[page.pk])[1],
        )
        for page in found
    ]
