"""Stages and statuses of an event, and what a reader can do next.

Every value is a stable, lower-case identifier: it appears in the database, in the API and in
template names, and is never renamed. Labels are translatable.
"""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .words import Words


class MeetingState(Words):
    """What was decided about a meeting by hand; the clock never changes it."""

    SCHEDULED = "scheduled", _("Going ahead")
    CANCELLED = "cancelled", pgettext_lazy("date of an event", "Cancelled")
    POSTPONED = "postponed", _("Postponed")


class PlannedState(Words):
    """What became of a date that a page plans, in words for editors."""

    AS_PLANNED = "as_planned", _("As planned")
    MOVED = "moved", pgettext_lazy("date of an event", "Moved")
    ELSEWHERE = "elsewhere", pgettext_lazy("date of an event", "Elsewhere")
    CANCELLED = "cancelled", pgettext_lazy("date of an event", "Cancelled")
    POSTPONED = "postponed", _("Postponed")
    LEFT_OUT = "left_out", pgettext_lazy("date of an event", "Left out")
    NOT_PLANNED = "not_planned", _("No longer planned")


class Stage(Words):
    """Where a meeting stands at an instant, apart from booking."""

    UNDATED = "undated", _("Date to come")
    CANCELLED = "cancelled", pgettext_lazy("date of an event", "Cancelled")
    POSTPONED = "postponed", _("Postponed")
    UPCOMING = "upcoming", _("Upcoming")
    HAPPENING_NOW = "happening_now", _("Happening now")
    TAKEN_PLACE = "taken_place", _("Has taken place")


class BookingState(Words):
    """Whether a meeting can be booked at an instant."""

    NOT_NEEDED = "not_needed", _("Booking is not needed")
    OPENS_LATER = "opens_later", _("Booking opens later")
    AVAILABLE = "available", _("Places are available")
    WAITING_LIST = "waiting_list", _("Waiting list only")
    FULL = "full", _("Fully booked")
    CLOSED = "closed", _("Booking is closed")
    OVER = "over", _("Booking is over")


class Status(Words):
    """The headline of an event: what a reader needs to know first."""

    CANCELLED = "cancelled", pgettext_lazy("date of an event", "Cancelled")
    POSTPONED = "postponed", _("Postponed")
    INSIGHTS_OPEN = "insights_open", _("Insights open")
    TAKEN_PLACE = "taken_place", _("Has taken place")
    HAPPENING_NOW = "happening_now", _("Happening now")
    DATE_TO_COME = "date_to_come", _("Date to come")
    DROP_IN = "drop_in", _("Drop in")
    BOOKING_SOON = "booking_soon", _("Booking opens soon")
    BOOKING_CLOSED = "booking_closed", _("Booking closed")
    WAITING_LIST = "waiting_list", _("Waiting list")
    FULLY_BOOKED = "fully_booked", _("Fully booked")
    BOOKING_AVAILABLE = "booking_available", _("Places available")

    @property
    def sentence(self) -> str:
        """Return one sentence that says what this status means for a reader."""
        return _SENTENCES[self]

    @property
    def schema_event_status(self) -> str:
        """Return the schema.org ``EventStatusType`` name."""
        if self is Status.CANCELLED:
            return "EventCancelled"
        return "EventPostponed" if self is Status.POSTPONED else "EventScheduled"

    @property
    def schema_availability(self) -> str:
        """Return the schema.org ``ItemAvailability`` name of a place, or an empty string."""
        return _AVAILABILITY.get(self, "")


_SENTENCES = {
    Status.CANCELLED: _("This event will not take place."),
    Status.POSTPONED: _("This event is postponed."),
    Status.INSIGHTS_OPEN: _("This event has taken place, and what was learnt is open to all."),
    Status.TAKEN_PLACE: _("This event has taken place. What was learnt is being gathered."),
    Status.HAPPENING_NOW: _("This event is happening now."),
    Status.DATE_TO_COME: _("The date of this event is not set yet."),
    Status.DROP_IN: _("You do not need to book. Just come along."),
    Status.BOOKING_SOON: _("Booking has not opened yet."),
    Status.BOOKING_CLOSED: _("Booking for this event has closed."),
    Status.WAITING_LIST: _("All places are taken. You can join the waiting list."),
    Status.FULLY_BOOKED: _("All places are taken."),
    Status.BOOKING_AVAILABLE: _("Places are available. You can book now."),
}

_AVAILABILITY = {
    Status.DROP_IN: "InStock",
    Status.BOOKING_SOON: "PreOrder",
    Status.BOOKING_CLOSED: "Discontinued",
    Status.WAITING_LIST: "BackOrder",
    Status.FULLY_BOOKED: "SoldOut",
    Status.BOOKING_AVAILABLE: "InStock",
}


class NextStepKind(Words):
    """What a reader can do next; the label is the link text."""

    BOOK = "book", _("Book a place")
    WAITING_LIST = "waiting_list", _("Join the waiting list")
    OTHER_DATE = "other_date", _("Book another date")
    NEXT_DATE = "next_date", _("See the next date")
    OTHER_EVENTS = "other_events", _("See other events")
    JOIN = "join", _("Join online")
    COME_ALONG = "come_along", _("Find it on a map")
    COME_BACK = "come_back", _("Come back here for the new date")
    COME_BACK_FOR_DATE = "come_back_for_date", _("Come back here for the date")
    COME_BACK_TO_BOOK = "come_back_to_book", _("Come back when booking opens")
    COME_BACK_FOR_INSIGHTS = "come_back_for_insights", _("Come back here for what was learnt")
    INSIGHTS = "insights", _("Read what was learnt")
    GUIDE = "guide", _("Run this conversation yourself")
