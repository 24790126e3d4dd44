"""Errors that actions raise; views and API turn them into text for people."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .enums import Problem


class LiftError(Exception):
    """Base of every error of this package: a stable ``code`` and a translatable ``message``."""

    code: str = "error"
    message: str | Promise = _("Something went wrong.")

    def __init__(self, message: str | Promise | None = None) -> None:
        if message is not None:
            self.message = message
        super().__init__(str(self.message))


class MeetingGone(LiftError):
    code = "meeting_gone"
    message = _("This date no longer exists: its event was deleted, or published without it.")


class MeetingChanged(LiftError):
    code = "meeting_changed"
    message = _("This date has changed since you read it. Read it again before you change it.")


class MeetingAlreadyCancelled(LiftError):
    code = "already_cancelled"
    message = _("This date is already cancelled.")


class MeetingAlreadyPostponed(LiftError):
    code = "already_postponed"
    message = _("This date is already postponed.")


class MeetingCancelled(LiftError):
    code = "meeting_cancelled"
    message = _("This date is cancelled. Reinstate it first.")


class MeetingNotReinstatable(LiftError):
    code = "not_reinstatable"
    message = _("This date is neither cancelled nor postponed.")


class MeetingPlanned(LiftError):
    code = "meeting_planned"
    message = _("The page still plans this date, so there is nothing to keep.")


class MeetingNotPlanned(LiftError):
    code = "meeting_not_planned"
    message = _("The page no longer plans this date. Keep it as an added date first, or cancel it.")


class BookingNotNeeded(LiftError):
    code = "booking_not_needed"
    message = _("This event needs no booking, so there is nothing to say about its places.")


class EventNotPublishable(LiftError):
    code = "event_not_publishable"
    message = _(
        "The event cannot be published as it is. Open its page and fix the problems listed there."
    )


class NotProjected(LiftError):
    code = "not_projected"
    message = _("The dates could not be worked out. The log says why; try again later.")


class MeetingUndated(LiftError):
    code = "meeting_undated"
    message = _("This event has no date yet. Set its date on the event page.")


class EndsBeforeStart(LiftError):
    code = "end_before_start"
    message = _("The event must end after it starts.")


class LastsTooLong(LiftError):
    code = "lasts_too_long"
    message = Problem.LASTS_TOO_LONG.label


class PlaceNotNamed(LiftError):
    code = "place_not_named"
    message = _("Say where the date takes place: a venue or an address.")


class ChangesNothing(LiftError):
    code = "changes_nothing"
    message = _("Nothing has changed: the date already says this.")


class PackOpenByItself(LiftError):
    code = "pack_open_by_itself"
    message = _("This pack is open because its event has ended. Unpublish it to hide it.")


class PackNotOpen(LiftError):
    code = "pack_not_open"
    message = _("This insights pack is not open yet.")


class PackOfOtherEvent(LiftError):
    code = "pack_of_other_event"
    message = _("This insights pack is about another event.")


class PackLocked(LiftError):
    code = "pack_locked"
    message = _("This insights pack is locked. Ask whoever locked it, or unlock it first.")


class RunningOrderEmpty(LiftError):
    code = "running_order_empty"
    message = _("There is no running order yet to start a guide from.")


class EventNotOver(LiftError):
    code = "event_not_over"
    message = _("No date of this event has taken place yet, so there is nothing to gather.")


class PackExists(LiftError):
    """There is a pack already: ``pack``."""

    code = "pack_exists"
    message = _("There is an insights pack already. Open it to change it.")

    def __init__(self, message: str | Promise | None = None, *, pack: Any = None) -> None:
        self.pack = pack
        super().__init__(message)


class DraftOfOtherPage(LiftError):
    code = "draft_of_other_page"
    message = _("This page is an alias: it shows another page, whose draft you can share.")


class DraftRestricted(LiftError):
    code = "draft_restricted"
    message = _("Not everybody may open this page, so its draft cannot be shared by a link.")


class ProfileChanged(LiftError):
    code = "profile_changed"
    message = _(
        "Your profile has changed since you opened this page. What you typed is still here: look "
        "through it and send it again."
    )


class ProfileLocked(LiftError):
    code = "profile_locked"
    message = _("An editor is working on your profile. What you typed is still here: try later.")


class TooManyChanges(LiftError):
    code = "too_many_changes"
    message = _("You have sent many changes within an hour. Try again later.")


@dataclass(frozen=True, slots=True)
class PublishingFault:
    """One problem that prevents a page or host profile from being published.

    ``place`` is the path to it as API version 3 writes it, such as ``("conversation", 1, "value",
    "question")``; ``label`` is the same place in words, empty for the page as a whole.
    """

    place: tuple[str | int, ...]
    label: str
    code: str
    message: str

    @property
    def words(self) -> str:
        """Return place and message in one line."""
        return f"{self.label}: {self.message}" if self.label else self.message


class PublishingRefused(ValidationError):
    """Raised when something may not be published as it is, or not by this person.

    A ``ValidationError``, as Wagtail expects for a page that is not complete.
    """

    code = "publishing_refused"

    def __init__(self, instance: Model, faults: Iterable[PublishingFault]) -> None:
        self.instance = instance
        self.faults = tuple(faults)
        names = {field.attname: field.name for field in instance._meta.fields}
        errors: dict[str, list[ValidationError]] = {}
        for fault in self.faults:
            key = str(fault.place[0])
            error = ValidationError(fault.words, code=fault.code)
            errors.setdefault(names.get(key, key), []).append(error)
        super().__init__(errors)

    @property
    def words(self) -> list[str]:
        """Return each fault in one line."""
        return [fault.words for fault in self.faults]
