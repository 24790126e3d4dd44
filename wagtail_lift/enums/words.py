"""The closed sets of words that the package stores, computes and publishes.

Every value is a stable, lower-case identifier: it appears in the database, in the API and in
template names, and is never renamed. Labels are translatable.
"""

from typing import TypeVar

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Word = TypeVar("Word", bound=TextChoices)


def word_or(otherwise: Word, value: str) -> Word:
    """Return the word of the same set that ``value`` names; a draft may name none."""
    try:
        return type(otherwise)(value)
    except ValueError:
        return otherwise


class MeetingState(TextChoices):
    """What was decided about a meeting by hand; the clock never changes it."""

    SCHEDULED = "scheduled", _("Going ahead")
    CANCELLED = "cancelled", pgettext_lazy("date of an event", "Cancelled")
    POSTPONED = "postponed", _("Postponed")


class Stage(TextChoices):
    """Where a meeting stands between invitation and memory."""

    UNDATED = "undated", _("Date to come")
    CANCELLED = "cancelled", pgettext_lazy("date of an event", "Cancelled")
    POSTPONED = "postponed", _("Postponed")
    UPCOMING = "upcoming", _("Upcoming")
    HAPPENING_NOW = "happening_now", _("Happening now")
    TAKEN_PLACE = "taken_place", _("Has taken place")


class BookingMode(TextChoices):
    """Who takes bookings for an event."""

    NOT_NEEDED = "not_needed", _("Booking is not needed")
    ELSEWHERE = "elsewhere", _("Booking is on another website")
    HERE = "here", _("Booking is on this website")

    @classmethod
    def offered(cls) -> list[tuple[str, str]]:
        """Return the choices an editor may pick; booking here is not built yet."""
        return [choice for choice in cls.choices if choice[0] != cls.HERE]


class BookingPlaces(TextChoices):
    """The editor's word on places when booking is elsewhere."""

    AVAILABLE = "available", _("Places are available")
    WAITING_LIST = "waiting_list", _("Waiting list only")
    FULL = "full", _("Fully booked")


class BookingState(TextChoices):
    """Whether a meeting can be booked at an instant."""

    NOT_NEEDED = "not_needed", _("Booking is not needed")
    OPENS_LATER = "opens_later", _("Booking opens later")
    AVAILABLE = "available", _("Places are available")
    WAITING_LIST = "waiting_list", _("Waiting list only")
    FULL = "full", _("Fully booked")
    CLOSED = "closed", _("Booking is closed")
    OVER = "over", _("Booking is over")


class AttendanceMode(TextChoices):
    """How people take part (schema.org ``EventAttendanceModeEnumeration``)."""

    IN_PERSON = "in_person", _("In person")
    ONLINE = "online", _("Online")
    BOTH = "both", _("In person and online")


class JoinLinkRule(TextChoices):
    """Who is shown the link that lets a person join online, and when."""

    CONFIRMED = "confirmed", _("Confirmed participants only")
    EVERYONE = "everyone", _("Everyone, shortly before the start until the end")


class HostKind(TextChoices):
    """Whether a host profile describes one person or an organisation."""

    PERSON = "person", _("Person")
    ORGANISATION = "organisation", _("Organisation")


class HostRole(TextChoices):
    """What a host does at one event."""

    HOST = "host", _("Host")
    CO_HOST = "co_host", _("Co-host")
    COMMUNITY_PARTNER = "community_partner", _("Community partner")
    FACILITATOR = "facilitator", _("Facilitator")
    SPEAKER = "speaker", _("Speaker")


class FacetKind(TextChoices):
    """What an event can be found by."""

    TOPIC = "topic", _("Topic")
    AUDIENCE = "audience", _("Audience")
    HOST = "host", _("Host")
    ACCESS = "access", _("Access")
    MODE = "mode", _("Attendance")


class AccessFeature(TextChoices):
    """An access provision an event can promise; each is a field of the event page."""

    STEP_FREE = "step_free", _("Step-free access")
    HEARING_LOOP = "hearing_loop", _("Hearing loop")
    CAPTIONS = "captions", _("Captions")
    SIGN_LANGUAGE = "sign_language", _("Sign language interpretation")
    QUIET_SPACE = "quiet_space", _("Quiet space")


class Recording(TextChoices):
    """Whether a conversation is recorded; people need to know before they come."""

    UNKNOWN = "", _("Not said")
    YES = "yes", _("This conversation is recorded")
    NO = "no", _("This conversation is not recorded")


class Licence(TextChoices):
    """Under which terms an insights pack may be used again."""

    CC_BY = "cc-by-4.0", _("Creative Commons Attribution 4.0")
    CC_BY_SA = "cc-by-sa-4.0", _("Creative Commons Attribution-ShareAlike 4.0")
    CC_BY_NC = "cc-by-nc-4.0", _("Creative Commons Attribution-NonCommercial 4.0")
    CC_BY_NC_SA = "cc-by-nc-sa-4.0", _("Creative Commons Attribution-NonCommercial-ShareAlike 4.0")
    CC_BY_ND = "cc-by-nd-4.0", _("Creative Commons Attribution-NoDerivatives 4.0")
    CC0 = "cc0-1.0", _("Creative Commons Zero 1.0 (public domain)")
    OWN = "own", _("In our own words")

    @property
    def url(self) -> str:
        """Return the address of the licence's deed, empty for own words."""
        if self is Licence.OWN:
            return ""
        if self is Licence.CC0:
            return "https://creativecommons.org/publicdomain/zero/1.0/"
        terms = self.value.removeprefix("cc-").removesuffix("-4.0")
        return f"https://creativecommons.org/licenses/{terms}/4.0/"


class Status(TextChoices):
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


class NextStepKind(TextChoices):
    """What a reader can do next; the label is the words of the link."""

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
