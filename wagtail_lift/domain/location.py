"""The public location of a date: a venue, an online platform, or both."""

from dataclasses import dataclass

from ..enums import AttendanceMode, word_or


@dataclass(frozen=True, slots=True)
class Location:
    """Venue and platform of an event page or of one of its dates; never the join link.

    ``attendance_mode`` is a value of ``AttendanceMode``, or empty in a draft. Coordinates are
    degrees of WGS 84: both or neither.
    """

    attendance_mode: str = ""
    venue_name: str = ""
    venue_address: str = ""
    map_url: str = ""
    platform_name: str = ""
    latitude: float | None = None
    longitude: float | None = None

    @property
    def attendance(self) -> AttendanceMode:
        """Return how people take part; in person if a draft does not say."""
        return word_or(AttendanceMode.IN_PERSON, self.attendance_mode)

    @property
    def is_named(self) -> bool:
        """Return whether it says where the event is; online, the page itself is the place."""
        is_in_person = self.attendance is AttendanceMode.IN_PERSON
        return not is_in_person or self.has_venue

    @property
    def has_venue(self) -> bool:
        """Return whether it says where people come to, by name or by address."""
        return bool(self.venue_name.strip() or self.venue_address.strip())

    def in_one_line(self, online: str) -> str:
        """Return the venue, the platform, or both; ``online`` replaces a missing platform name."""
        attendance = self.attendance
        venue = self.venue_name if attendance is not AttendanceMode.ONLINE else ""
        platform = "" if attendance is AttendanceMode.IN_PERSON else self.platform_name or online
        return f"{venue} · {platform}" if venue and platform else venue or platform
