"""Problems of what others fetch or are told: calendars that are too large, and those of apps."""

from datetime import datetime

from django.contrib.auth.base_user import AbstractBaseUser
from django.urls import reverse
from django.utils.translation import gettext as _

from ...extension import admin_problems
from ..large_calendars import large_calendars_for
from .lines import MOST_LINES, Line


def problems_for(user: AbstractBaseUser, now: datetime) -> list[Line]:
    """Return the problems that a user may see, those of the site's other apps included."""
    large = [
        Line(
            title=calendar.title,
            url=reverse("lift_events:index"),
            words=_("Its calendar has %(size)d kB. Google Calendar reads no more than 1000 kB.")
            % {"size": calendar.kilobytes},
        )
        for calendar in large_calendars_for(user, now)
    ]
    told = [
        Line(title=problem.title, url=problem.url, words=problem.words)
        for problem in admin_problems(user, now)
    ]
    return [*large[:MOST_LINES], *told[:MOST_LINES]]
