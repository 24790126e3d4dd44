"""What a reader can do next in each status. Never a dead form."""

from ..enums import NextStepKind, Status
from .lifecycle import Lifecycle

_STEPS = {
    Status.CANCELLED: (NextStepKind.OTHER_EVENTS,),
    Status.POSTPONED: (NextStepKind.COME_BACK, NextStepKind.OTHER_EVENTS),
    Status.INSIGHTS_OPEN: (NextStepKind.INSIGHTS, NextStepKind.GUIDE),
    Status.TAKEN_PLACE: (NextStepKind.COME_BACK_FOR_INSIGHTS, NextStepKind.OTHER_EVENTS),
    Status.HAPPENING_NOW: (NextStepKind.JOIN,),
    Status.DATE_TO_COME: (NextStepKind.COME_BACK_FOR_DATE, NextStepKind.OTHER_EVENTS),
    Status.DROP_IN: (NextStepKind.JOIN, NextStepKind.COME_ALONG),
    Status.BOOKING_SOON: (NextStepKind.JOIN, NextStepKind.COME_BACK_TO_BOOK),
    Status.BOOKING_CLOSED: (NextStepKind.JOIN, NextStepKind.OTHER_EVENTS),
    Status.WAITING_LIST: (NextStepKind.JOIN, NextStepKind.WAITING_LIST),
    Status.FULLY_BOOKED: (NextStepKind.JOIN, NextStepKind.OTHER_EVENTS),
    Status.BOOKING_AVAILABLE: (NextStepKind.JOIN, NextStepKind.BOOK),
}


# Nobody can come any more, or not to this date.
_ENDS = frozenset(
    (
        Status.CANCELLED,
        Status.POSTPONED,
        Status.INSIGHTS_OPEN,
        Status.TAKEN_PLACE,
        Status.BOOKING_CLOSED,
        Status.FULLY_BOOKED,
    )
)


def next_steps(
    lifecycle: Lifecycle, *, can_join: bool, has_map: bool = False, has_next_date: bool = False
) -> tuple[NextStepKind, ...]:
    """Return the steps open to a reader, the most useful first; never empty.

    ``can_join``: the join link may be shown now. ``has_map``: there is a link to a map.
    ``has_next_date``: the event has a date to come other than the headline's. Another date that can
    be booked, and an open pack beside a date to come, are offered whatever the headline is.
    """
    is_open = {NextStepKind.JOIN: can_join, NextStepKind.COME_ALONG: has_map}
    steps = [step for step in _STEPS[lifecycle.status] if is_open.get(step, True)]
    is_other = lifecycle.next_bookable is not None and (
        lifecycle.next_bookable.key != lifecycle.headline.key
    )
    if is_other:
        steps.insert(0, NextStepKind.OTHER_DATE)
    elif has_next_date and lifecycle.status in _ENDS:
        at = len(steps) if lifecycle.status == Status.INSIGHTS_OPEN else 0
        steps.insert(at, NextStepKind.NEXT_DATE)
    if lifecycle.status == Status.HAPPENING_NOW and lifecycle.next_bookable and not is_other:
        steps.append(NextStepKind.BOOK)
    if lifecycle.has_open_pack and NextStepKind.INSIGHTS not in steps:
        steps += [NextStepKind.INSIGHTS, NextStepKind.GUIDE]
    return tuple(steps) or (NextStepKind.OTHER_EVENTS,)
