"""Calendars that are too large for their readers, as far as a user may see their pages."""

from datetime import datetime

from django.contrib.auth.base_user import AbstractBaseUser

from ..calendars.sizes import LargeCalendar, cached_large_calendars
from ..models import get_page_model
from ..models.querysets import page_policy


def large_calendars_for(user: AbstractBaseUser, now: datetime) -> list[LargeCalendar]:
    """Return the calendars that are too large, of pages that a user may find in the admin."""
    large = cached_large_calendars(now)
    if not large:
        return []
    may_see = page_policy(get_page_model()).explorable_instances(user)
    seen = set(may_see.filter(pk__in=[c.page_id for c in large]).values_list("pk", flat=True))
    return [calendar for calendar in large if calendar.page_id in seen]
