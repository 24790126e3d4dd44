"""The calendar of the admin: a month or a week, in which a date can be moved to another day."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe
from wagtail.models import AbstractPage

from ..domain.months import Day, days_between, first_of_week, month_of, weekdays
from ..lists.months import first_weekday
from ..models import get_page_model
from ..models.querysets import page_policy
from .calendar_entries import entries_between
from .date_filters import key_in
from .event_filters import explorable_programmes
from .menu import PagesMenuItem

MONTH, WEEK = "month", "week"

FIRST_YEAR, LAST_YEAR = 1900, 2999
"""The years in which a day can be asked for."""


def calendar_urls() -> list[URLPattern]:
    """Return the URL of the calendar."""
    return [path("lift/calendar/", show_calendar, name="lift_calendar")]


def calendar_menu_item() -> PagesMenuItem:
    """Return the item in the events group, for users who may open the list of events."""
    item = PagesMenuItem(
        pgettext_lazy("overview of days", "Calendar"),
        reverse("lift_calendar"),
        name="lift-calendar",
        icon_name="calendar",
        order=15,
    )
    item.permission_policy = page_policy(get_page_model())
    return item


@dataclass(frozen=True, slots=True)
class Shown:
    """What is asked for in the address: the month or week of ``day``, of ``programme`` if given."""

    view: str
    day: date
    programme: AbstractPage | None

    def url(self, **other: Any) -> str:
        """Return the address of the same with something else: plain, to be bookmarked."""
        view, day = other.get("view", self.view), other.get("day", self.day)
        query = {"view": view, "day": day.isoformat()}
        if self.programme:
            query["programme"] = str(self.programme.pk)
        return f"{reverse('lift_calendar')}?{urlencode(query)}"

    @property
    def is_week(self) -> bool:
        """Return whether a week is shown."""
        return self.view == WEEK

    @property
    def first(self) -> date:
        """Return the first day that is shown: that of a week."""
        day = self.day if self.is_week else month_of(self.day).first_day
        return first_of_week(day, first_weekday())

    @property
    def last(self) -> date:
        """Return the last day that is shown: that of a week."""
        if self.is_week:
            return self.first + timedelta(days=6)
        last_week = first_of_week(month_of(self.day).last_day, first_weekday())
        return last_week + timedelta(days=6)

    @property
    def previous_day(self) -> date:
        """Return a day of the week or month before."""
        if self.is_week:
            return self.day - timedelta(days=7)
        return (month_of(self.day).first_day - timedelta(days=1)).replace(day=1)

    @property
    def next_day(self) -> date:
        """Return a day of the week or month after."""
        if self.is_week:
            return self.day + timedelta(days=7)
        return month_of(self.day).last_day + timedelta(days=1)

    @property
    def title(self) -> str:
        """Return the month, or the days of the week, in words."""
        if not self.is_week:
            return date_format(self.day, "YEAR_MONTH_FORMAT")
        ends = {"first": date_format(self.first), "last": date_format(self.last)}
        return _("%(first)s to %(last)s") % ends

    def has(self, day: Day) -> bool:
        """Return whether a day belongs to what is shown: others fill up the weeks of a month."""
        return self.is_week or day.day.month == self.day.month


@require_safe
def show_calendar(request: HttpRequest) -> HttpResponse:
    """Show the month or week of a day; for users who may open the list of events.

    Invalid values in the address are ignored.
    """
    policy = page_policy(get_page_model())
    if not policy.user_has_any_permission(request.user, PagesMenuItem.actions):
        raise PermissionDenied
    programmes = list(explorable_programmes(request.user))
    shown = _asked(request, programmes)
    spans = entries_between(request.user, shown.first, shown.last, shown.programme, shown.url())
    days = days_between(shown.first, shown.last, spans)
    context = {
        "shown": shown,
        "days": [(day, shown.has(day)) for day in days],
        "weekdays": [WEEKDAYS[number] for number in weekdays(first_weekday())],
        "today": timezone.localdate(),
        "previous_url": shown.url(day=shown.previous_day),
        "next_url": shown.url(day=shown.next_day),
        "today_url": shown.url(day=timezone.localdate()),
        "month_url": shown.url(view=MONTH),
        "week_url": shown.url(view=WEEK),
        "programmes": programmes,
        "zone": timezone.get_current_timezone_name(),
        "is_empty": not spans,
        "has_movable": any(span.what.move_url for span in spans),
    }
    return render(request, "wagtail_lift/admin/event_calendar.html", context)


def _asked(request: HttpRequest, programmes: list[AbstractPage]) -> Shown:
    key = key_in(request.GET.get("programme"))
    return Shown(
        WEEK if request.GET.get("view") == WEEK else MONTH,
        _day_in(request.GET.get("day", "")) or timezone.localdate(),
        next((page for page in programmes if page.pk == key), None),
    )


def _day_in(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None
