"""Where a date is, as far as everybody may know: a venue, a platform, or both."""

from dataclasses import dataclass

from ..enums import AttendanceMode, word_or


@dataclass(frozen=True, slots=True)
class Location:
    """Venue and platform, as an event page or one of its dates names them; never how to join.

    ``attendance_mode`` is a value of ``AttendanceMode``, which a draft may lack.
    """

    attendance_mode: str = ""
    venue_name: str = ""
    venue_address: str = ""
    map_url: str = ""
    platform_name: str = ""

    @property
    def attendance(self) -> AttendanceMode:
        """Return how people take part; in person where a draft does not say."""
        return word_or(AttendanceMode.IN_PERSON, self.attendance_mode)

    @property
    def is_named(self) -> bool:
        """Return whether it says where the event is; online, that is the page itself."""
        is_in_person = self.attendance is AttendanceMode.IN_PERSON
        return not is_in_person or bool(self.venue_name.strip() or self.venue_address.strip())

    def in_one_line(self, online: str) -> str:
        """Return the venue, the platform, or both; ``online`` stands for a nameless platform."""
        attendance = self.attendance
        venue = self.venue_name if attendance is not AttendanceMode.ONLINE else ""
        platform = "" if attendance is AttendanceMode.IN_PERSON else self.platform_name or online
        return f"{venue} · {platform}" if venue and platform else venue or platform
