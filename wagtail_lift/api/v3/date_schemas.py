"""What the actions on a date take, and the date as they answer it."""

from datetime import date, time
from typing import Any, Literal

from ninja import Schema

from ...enums import AttendanceMode, BookingPlaces, BookingState, Hours, Stage, Status


class DateAction(Schema):
    """Shared by the bodies of all actions; ``refuse_unknown_names`` rejects all other names."""

    def given(self) -> dict[str, Any]:
        """Return the values that the request names."""
        return self.model_dump(exclude_unset=True)


class DateDecision(DateAction):
    """Cancels, postpones or reinstates a date; without a note, it has none from then on."""

    public_note: str = ""


class DatePlaces(DateAction):
    """How places stand at a date that is booked on another website."""

    places: BookingPlaces


class DateChange(DateAction):
    """Changes to a date, in the event's time zone; omitted values stay as they are.

    ``where`` is ``page`` to go back to the location of the page. A location value means ``own``.
    ``venue_id`` is that of a saved venue; a place that is typed takes its place.
    """

    start_date: date | None = None
    start_time: time | None = None
    end_date: date | None = None
    end_time: time | None = None
    hours: Hours | None = None
    where: Literal["page", "own"] | None = None
    attendance_mode: AttendanceMode | None = None
    venue_id: int | None = None
    venue_name: str = ""
    venue_address: str = ""
    map_url: str = ""
    platform_name: str = ""
    join_url: str = ""
    public_note: str = ""


class DateMeta(Schema):
    """What the answer says about itself."""

    warnings: list[str]


class ChangedDate(Schema):
    """One date of an event, as the event's ``occurrences`` show it."""

    key: str
    uid: str | None
    url: str
    status: Status
    status_label: str
    stage: Stage
    booking_state: BookingState
    starts_at: str | None
    ends_at: str | None
    local_starts_at: str | None
    local_ends_at: str | None
    hours: Hours
    previous_hours: Hours | None
    booking_opens_at: str | None
    booking_closes_at: str | None
    previous_starts_at: str | None
    timezone: str
    place: str
    attendance_mode: AttendanceMode
    venue_id: int | None
    venue_name: str
    venue_address: str
    map_url: str
    platform_name: str
    latitude: float | None
    longitude: float | None
    public_note: str
    meta: DateMeta
