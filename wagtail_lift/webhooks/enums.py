"""The words of the log and of deliveries."""

from django.utils.translation import gettext_lazy as _

from ..enums.words import Words


class SubjectKind(Words):
    """What a touch names: a page by its key, or a host by the translation key."""

    PAGE = "page", _("Page")
    HOST = "host", _("Host")


class ChangeType(Words):
    """What an entry says has happened. What people edit is ``changed`` or ``removed``."""

    EVENT_CHANGED = "event.changed", _("An event changed or is new")
    EVENT_REMOVED = "event.removed", _("An event is no longer public")
    EVENT_STARTED = "event.started", _("A date of an event begins")
    EVENT_ENDED = "event.ended", _("A date of an event ends")
    BOOKING_OPENED = "booking.opened", _("Booking opens for a date")
    BOOKING_CLOSED = "booking.closed", _("Booking closes for a date")
    PACK_CHANGED = "pack.changed", _("An insights pack changed or is new")
    PACK_REMOVED = "pack.removed", _("An insights pack is no longer public")
    PACK_OPENED = "pack.opened", _("An insights pack opens")
    PROGRAMME_CHANGED = "programme.changed", _("A programme changed or is new")
    PROGRAMME_REMOVED = "programme.removed", _("A programme is no longer public")
    HOST_CHANGED = "host.changed", _("A host changed or is new")
    HOST_REMOVED = "host.removed", _("A host is no longer public")


TEST = "webhook.test"
"""The type of the message that the test button sends; no entry has it."""


class DeliveryState(Words):
    """How far a delivery is."""

    WAITING = "waiting", _("Waiting")
    DELIVERED = "delivered", _("Delivered")
    GIVEN_UP = "given_up", _("Given up")


class Fault(Words):
    """Why an attempt failed, in a word: never what the other side answered."""

    NAME = "name", _("The name of the server was not found.")
    PRIVATE_ADDRESS = "private_address", _("The address is not on the public internet.")
    NOT_SECURE = "not_secure", _("The address must begin with https.")
    CONNECTION = "connection", _("The server did not answer.")
    TIMEOUT = "timeout", _("The server took too long.")
    CERTIFICATE = "certificate", _("The certificate of the server is not valid.")
    REDIRECT = "redirect", _("The server answered with a redirect, which is not followed.")
    STATUS = "status", _("The server answered with an error.")
    GONE = "gone", _("The server answered that nobody listens any more (410).")
