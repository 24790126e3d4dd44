"""Set the availability of places at one meeting, as lists, pages and the API show it."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from ..enums import BookingMode, BookingPlaces
from ..exceptions import BookingNotNeeded
from ..models import EventOccurrence, Meeting, get_page_model
from ..projection.purging import is_watched, purge_when_committed
from .lock_meeting import Seen, lock_meeting
from .log_on_event import log_on_event


def set_places(
    meeting: Meeting,
    places: BookingPlaces,
    *,
    user: AbstractBaseUser | None,
    seen: Seen = None,
) -> Meeting:
    """Store the availability of places at a meeting and show it on every page of its event.

    Setting the stored value again is a no-op: nothing is written, logged or purged. Calendars do
    not show places, so their entries and ``sequence`` stay unchanged. If booking is on this
    website, the app that takes bookings calls this. Raises ``BookingNotNeeded``,
    and ``MeetingChanged`` if the meeting's version is none of ``seen``.
    """
    with transaction.atomic():
        locked = lock_meeting(meeting, seen)
        if locked.booking_mode == BookingMode.NOT_NEEDED:
            raise BookingNotNeeded
        if locked.places != places:
            was, locked.places = locked.places, BookingPlaces(places)
            locked.save(update_fields=["places"])
            _show(locked)
            log_on_event(
                locked.event,
                "wagtail_lift.set_places",
                user,
                {"date": locked.date_label, "places": locked.places, "places_before": was},
            )
    return locked


def _show(meeting: Meeting) -> None:
    """Update only this column of the occurrences, in one statement, without projecting."""
    rows = EventOccurrence.objects.filter(meeting=meeting.pk)
    rows.update(places=meeting.places)
    if is_watched():
        pages = get_page_model()._default_manager.filter(pk__in=rows.values("page"))
        purge_when_committed(*pages.only("pk"))
