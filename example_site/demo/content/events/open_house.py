"""Lasts all day: no times, only a day."""

from wagtail_lift.enums import AttendanceMode, HostRole, Hours, Status

from ...specs import SUNDAY, Day, EventSpec, HostLine, Schedule
from .. import parts

OPEN_HOUSE = EventSpec(
    key="open-house",
    title="Open house: a day of small conversations",
    slug="open-house",
    parent="open",
    status=Status.DROP_IN,
    schedule=Schedule(start_date=Day(33, SUNDAY), hours=Hours.ALL_DAY),
    hosts=(
        HostLine("wren-adeyemi", line="Opens the door and keeps it open"),
        HostLine("bronagh-tull", HostRole.CO_HOST),
    ),
    topics=("belonging", "food"),
    audiences=("Everyone",),
    fields={
        "summary": (
            "The hall is open from breakfast to bedtime. Come for five minutes or for the day, sit "
            "at whichever table has room, and answer the question that lies on it."
        ),
        "attendance_mode": AttendanceMode.IN_PERSON,
        "venue_name": "Harrowmere Parish Hall",
        "venue_address": "Church Row\nHarrowmere",
        "step_free": True,
        "quiet_space": True,
        "languages": "English",
        "access_notes": "The side door is level with the street. The vestry is kept quiet all day.",
        "audience": "Everybody, with or without an hour to spare.",
        "contact_name": "Wren Adeyemi",
        "contact_email": "open@example.org",
    },
    streams={
        "body": [
            parts.paragraph(
                "<p>There is no beginning to miss. Each table has one question, two chairs that "
                "do not match, and a pot of tea that somebody refills.</p>"
            ),
        ],
        "conversation": [
            parts.question(
                "open-house-1",
                "Who made you feel welcome this year, and how?",
                "<p>One story is enough.</p>",
                15,
            ),
        ],
    },
)
