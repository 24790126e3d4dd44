"""What a duplicate of an event takes over, and what stays with the original."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from ..domain.duplicates import moved_along
from ..domain.schedule import TypedDates
from ..enums import PlannedState
from ..models.kinds import EventKind
from .date_plans import state_of

BOOKING_DAYS = ("booking_opens_date", "booking_closes_date")
BOOKING_TIMES = {"booking_opens_date": "booking_opens_time"} | {
    "booking_closes_date": "booking_closes_time"
}

OF_THE_OLD_DATE = ("recurrence_rule", "skipped_dates", "added_dates", "booking_places")
"""Fields of the plan that a duplicate begins anew."""

OF_THE_PAGE = (
    "after_body",
    "updates",
    "materials",
    "go_live_at",
    "expire_at",
    "locked",
    "locked_by",
    "locked_at",
)
"""Other fields that it begins anew."""


@dataclass(frozen=True, slots=True)
class Original:
    """The drafts from which a duplicate is made: of the page, and of the source with its plan."""

    page: EventKind
    plan: EventKind

    @property
    def dates(self) -> TypedDates:
        """Return the dates that were typed for the original."""
        return self.plan.typed_dates


def original_of(page: EventKind) -> Original:
    """Return the latest drafts of an event's page and of its source."""
    draft = page.get_latest_revision_as_object()
    source = page.source
    is_own = source.pk == page.pk
    return Original(draft, draft if is_own else source.get_latest_revision_as_object())


def fields_of_duplicate(original: Original, dates: TypedDates) -> dict[str, Any]:
    """Return the fields in which a duplicate for these dates differs from the original's page.

    The plan of a translation is that of the source, but for what only editors of that may read.
    """
    page, plan = original.page, original.plan
    taken = {} if plan is page else _public_plan(plan)
    anew = {name: _default_of(plan, name) for name in (*OF_THE_OLD_DATE, *OF_THE_PAGE)}
    days = {name: moved_along(getattr(plan, name), original.dates, dates) for name in BOOKING_DAYS}
    times = {of: None for name, of in BOOKING_TIMES.items() if days[name] is None}
    names = ("start_date", "start_time", "end_date", "end_time", "hours", "timezone")
    return taken | anew | days | times | {name: getattr(dates, name) for name in names}


def stays_behind(original: Original) -> list[str]:
    """Return, in words, what the original has that a duplicate does not get.

    Its insights packs are told by those who copy.
    """
    page, plan = original.page, original.plan
    event = page.lift_event
    meetings = list(event.meetings.shown()) if event else []
    default = _default_of(plan, "booking_places")
    has_word = any(meeting.places != default for meeting in meetings)
    has_undated_window = not plan.start_date and any(getattr(plan, n) for n in BOOKING_DAYS)
    found = {
        _("that it repeats, and its other dates"): plan.typed_series.has_several_dates,
        _("what was decided about its dates (cancelled, postponed, moved)"): any(
            state_of(meeting) != PlannedState.AS_PLANNED for meeting in meetings
        ),
        _("whether places are left"): has_word or plan.booking_places != default,
        _("the days on which booking opens and closes"): has_undated_window,
        _("the text for after the event"): bool(page.after_body),
        _("its updates"): bool(page.updates),
        _("recordings and other materials"): bool(page.materials),
        _("when the page is published or taken down by itself"): bool(
            page.go_live_at or page.expire_at
        ),
    }
    return [str(words) for words, is_there in found.items() if is_there]


def _public_plan(source: EventKind) -> dict[str, Any]:
    names = (name for name in source.source_fields if name not in source.api_private_fields)
    return {name: getattr(source, name) for name in names}


def _default_of(page: EventKind, name: str) -> Any:
    field = page._meta.get_field(name)
    block = getattr(field, "stream_block", None)
    return block.to_python([]) if block else field.get_default()
