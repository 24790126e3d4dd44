"""Enumerations and scalars of the schema."""

from typing import Any

from django.db.models import TextChoices
from graphene import Enum, Scalar

from .. import enums


def enum_of(words: type[TextChoices]) -> type[Enum]:
    """Return an enumeration with the names of ours in capitals, such as ``TAKEN_PLACE``."""
    found: type[Enum] = Enum.from_enum(
        words, name=f"Lift{words.__name__}", description=_describe(words)
    )
    return found


def _describe(words: type[TextChoices]) -> Any:
    about = (words.__doc__ or "").partition("\n")[0]
    return lambda member: str(words(member.value).label) if member is not None else about


LiftStatus = enum_of(enums.Status)
LiftStage = enum_of(enums.Stage)
LiftBookingState = enum_of(enums.BookingState)
LiftHours = enum_of(enums.Hours)
LiftBookingMode = enum_of(enums.BookingMode)
LiftAttendanceMode = enum_of(enums.AttendanceMode)
LiftAccessFeature = enum_of(enums.AccessFeature)
LiftCostKind = enum_of(enums.CostKind)
LiftRecording = enum_of(enums.Recording)
LiftHostKind = enum_of(enums.HostKind)
LiftHostRole = enum_of(enums.HostRole)
LiftLicence = enum_of(enums.Licence)


class LiftInstant(Scalar):
    """An instant in UTC, such as 2027-06-01T11:30:00Z, or with the offset of the event's zone."""

    @staticmethod
    def serialize(value: str) -> str:
        """Return the text as it is."""
        return value


class LiftPart(Enum):
    """One part of a list of events."""

    UPCOMING = "upcoming"
    PAST = "past"
