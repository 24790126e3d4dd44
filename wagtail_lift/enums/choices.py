"""What editors choose from: ways to book and to take part, roles of hosts, licences.

Every value is a stable, lower-case identifier: it appears in the database, in the API and in
template names, and is never renamed. Labels are translatable.
"""

from typing import TypeVar

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .words import Words

Word = TypeVar("Word", bound=TextChoices)


def word_or(otherwise: Word, value: str) -> Word:
    """Return the member named ``value``, or ``otherwise`` if there is none, as in a draft."""
    try:
        return type(otherwise)(value)
    except ValueError:
        return otherwise


class BookingMode(Words):
    """Who takes bookings for an event."""

    NOT_NEEDED = "not_needed", _("Booking is not needed")
    ELSEWHERE = "elsewhere", _("Booking is on another website")
    HERE = "here", _("Booking is on this website")

    @classmethod
    def offered(cls) -> list[tuple[str, str]]:
        """Return the choices an editor may pick; booking here is not built yet."""
        return [choice for choice in cls.choices if choice[0] != cls.HERE]


class BookingPlaces(Words):
    """Whether one date has places left, as stated by whoever takes the bookings."""

    AVAILABLE = "available", _("Places are available")
    WAITING_LIST = "waiting_list", _("Waiting list only")
    FULL = "full", _("Fully booked")


class Hours(Words):
    """Which times of day a date has."""

    START_AND_END = "start_and_end", _("A start and an end")
    OPEN_END = "open_end", _("A start; the end is open")
    ALL_DAY = "all_day", _("All day")


class RecordingKind(Words):
    """What a recording is."""

    FILM = "film", _("Film")
    SOUND = "sound", _("Sound only")


class Captions(Words):
    """Whether a recording has captions."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    NOT_NEEDED = "not_needed", _("Not needed")


class ImportOutcome(Words):
    """What becomes of an entry of another calendar."""

    MADE = "made", _("New")
    UPDATED = "updated", _("Changed")
    LEFT = "left", _("Left as it is")
    REFUSED = "refused", _("Refused")


class TimeUnit(Words):
    """The unit of a length of time before the start of a date."""

    MINUTES = "minutes", pgettext_lazy("before the start", "minutes")
    HOURS = "hours", pgettext_lazy("before the start", "hours")
    DAYS = "days", pgettext_lazy("before the start", "days")
    WEEKS = "weeks", pgettext_lazy("before the start", "weeks")


class AttendanceMode(Words):
    """How people take part (schema.org ``EventAttendanceModeEnumeration``)."""

    IN_PERSON = "in_person", _("In person")
    ONLINE = "online", _("Online")
    BOTH = "both", _("In person and online")


class JoinLinkRule(Words):
    """Who sees the join link, and when; ``BY_BOOKING`` is one of the others, by the booking."""

    BY_BOOKING = "by_booking", _("Everyone if booking is not needed, else confirmed participants")
    CONFIRMED = "confirmed", _("Confirmed participants only")
    EVERYONE = "everyone", _("Everyone, shortly before the start until the end")


class HostKind(Words):
    """Whether a host profile describes one person or an organisation."""

    PERSON = "person", _("Person")
    ORGANISATION = "organisation", _("Organisation")


class HostGroup(Words):
    """Who stands together where an event names its people, in this order."""

    HOSTS = "hosts", _("Hosts")
    CO_ORGANISERS = "co_organisers", _("Co-organisers")
    PARTNERS = "partners", _("Community partners")
    FACILITATORS = "facilitators", _("Facilitators")
    SPEAKERS = "speakers", _("Speakers")
    OTHER_PARTNERS = "other_partners", _("Partners")
    FUNDERS = "funders", _("Funders")
    SPONSORS = "sponsors", _("Sponsors")

    @property
    def is_on_cards(self) -> bool:
        """Return whether cards in lists name these people; who gives money is on the page alone."""
        return self not in (HostGroup.FUNDERS, HostGroup.SPONSORS)


class HostRole(Words):
    """What a person or organisation does for one event."""

    HOST = "host", _("Host")
    CO_HOST = "co_host", _("Co-host")
    CO_ORGANISER = "co_organiser", _("Co-organiser")
    COMMUNITY_PARTNER = "community_partner", _("Community partner")
    FACILITATOR = "facilitator", _("Facilitator")
    SPEAKER = "speaker", _("Speaker")
    PARTNER = "partner", _("Partner")
    FUNDER = "funder", _("Funder")
    SPONSOR = "sponsor", _("Sponsor")

    @property
    def schema_property(self) -> str:
        """Return as what search engines know them: a property of a schema.org ``Event``."""
        properties = {
            HostRole.FACILITATOR: "performer",
            HostRole.SPEAKER: "performer",
            HostRole.PARTNER: "contributor",
            HostRole.FUNDER: "funder",
            HostRole.SPONSOR: "sponsor",
        }
        return properties.get(self, "organizer")

    @property
    def organises(self) -> bool:
        """Return whether they invite to the event."""
        return self.schema_property == "organizer"

    @property
    def group(self) -> HostGroup:
        """Return with whom people in this role are named."""
        groups = {
            HostRole.CO_ORGANISER: HostGroup.CO_ORGANISERS,
            HostRole.COMMUNITY_PARTNER: HostGroup.PARTNERS,
            HostRole.FACILITATOR: HostGroup.FACILITATORS,
            HostRole.SPEAKER: HostGroup.SPEAKERS,
            HostRole.PARTNER: HostGroup.OTHER_PARTNERS,
            HostRole.FUNDER: HostGroup.FUNDERS,
            HostRole.SPONSOR: HostGroup.SPONSORS,
        }
        return groups.get(self, HostGroup.HOSTS)


class FacetKind(Words):
    """What an event can be found by."""

    TOPIC = "topic", _("Topic")
    AUDIENCE = "audience", _("Audience")
    HOST = "host", _("Host")
    ACCESS = "access", _("Access")
    MODE = "mode", _("Attendance")


class AccessFeature(Words):
    """An access provision an event can promise; each is a field of the event page.

    Those of a place are fields of a venue too.
    """

    STEP_FREE = "step_free", _("Step-free access")
    ACCESSIBLE_TOILET = "accessible_toilet", _("Accessible toilet")
    ACCESSIBLE_PARKING = "accessible_parking", _("Accessible parking")
    HEARING_LOOP = "hearing_loop", _("Hearing loop")
    CAPTIONS = "captions", _("Captions")
    SIGN_LANGUAGE = "sign_language", _("Sign language interpretation")
    QUIET_SPACE = "quiet_space", _("Quiet space")
    CHILD_CARE = "child_care", _("Child care")


class CostKind(Words):
    """What it costs to come."""

    NOT_SAID = "", _("Not said")
    FREE = "free", _("Free")
    AMOUNT = "amount", _("An amount")
    RANGE = "range", _("From one amount to another")
    PAY_WHAT_YOU_CAN = "pay_what_you_can", _("Pay what you can")
    DONATION = "donation", _("Free, donations are welcome")


class Recording(Words):
    """Whether a conversation is recorded; people need to know before they come."""

    UNKNOWN = "", _("Not said")
    YES = "yes", _("This conversation is recorded")
    NO = "no", _("This conversation is not recorded")


class Licence(Words):
    """The licence under which an insights pack may be reused."""

    CC_BY = "cc-by-4.0", _("Creative Commons Attribution 4.0")
    CC_BY_SA = "cc-by-sa-4.0", _("Creative Commons Attribution-ShareAlike 4.0")
    CC_BY_NC = "cc-by-nc-4.0", _("Creative Commons Attribution-NonCommercial 4.0")
    CC_BY_NC_SA = "cc-by-nc-sa-4.0", _("Creative Commons Attribution-NonCommercial-ShareAlike 4.0")
    CC_BY_ND = "cc-by-nd-4.0", _("Creative Commons Attribution-NoDerivatives 4.0")
    CC0 = "cc0-1.0", _("Creative Commons Zero 1.0 (public domain)")
    OWN = "own", _("In our own words")

    @property
    def url(self) -> str:
        """Return the URL of the licence deed, empty for ``OWN``."""
        if self is Licence.OWN:
            return ""
        if self is Licence.CC0:
            return "https://creativecommons.org/publicdomain/zero/1.0/"
        terms = self.value.removeprefix("cc-").removesuffix("-4.0")
        return f"https://creativecommons.org/licenses/{terms}/4.0/"
