"""Postponed, with a public note."""

from datetime import time

from wagtail_lift.enums import AttendanceMode, BookingMode, HostRole, MeetingState, Status

from ...specs import SATURDAY, Day, EventSpec, HostLine, Picture, Schedule
from .. import parts

ALLOTMENT = EventSpec(
    key="allotment",
    title="What grows here: an afternoon on the allotment",
    slug="what-grows-here",
    parent="open",
    status=Status.POSTPONED,
    schedule=Schedule(start_date=Day(9, SATURDAY), start_time=time(14, 0), end_time=time(16, 30)),
    state=MeetingState.POSTPONED,
    public_note=(
        "The plots are under water after a week of rain. We will name a new date here as soon "
        "as the ground holds. If you have booked, you need not do anything."
    ),
    hosts=(
        HostLine("growing-together", HostRole.HOST, "Thirty plots and one long bench"),
        HostLine("nasreen-holloway", HostRole.CO_HOST),
    ),
    topics=("growing", "recovery"),
    audiences=("Everyone", "Health"),
    fields={
        "summary": (
            "Two and a half hours with our hands in the soil and one question in the air: what "
            "helps a person to grow back?"
        ),
        "attendance_mode": AttendanceMode.IN_PERSON,
        "venue_name": "Lockside allotments",
        "venue_address": "Lower gate, Towpath Road\nFernhithe",
        "map_url": "https://example.org/maps/lockside",
        "quiet_space": True,
        "languages": "English, Urdu",
        "access_notes": "The main path is gravel. Six raised beds can be reached from a chair.",
        "audience": "People who are recovering from something, which is most of us.",
        "booking_mode": BookingMode.ELSEWHERE,
        "booking_url": "https://bookings.example.org/what-grows-here",
        "contact_name": "Lockside Growing Together",
        "contact_email": "lockside@example.org",
    },
    streams={
        "body": [
            parts.paragraph(
                "<p>Gloves and forks are in the shed. You can dig, plant, label or sit. We talk "
                "while we work, and stop for tea when the robin comes, which is usually at "
                "three.</p>"
            ),
        ],
        "conversation": [
            parts.question(
                "allotment-1",
                "What have you seen grow back that you had given up on?",
                "<p>A plant, a person, a patience.</p>",
                40,
                asked_by="Nasreen Holloway",
            ),
            parts.question(
                "allotment-2",
                "What had to be left alone for it to happen?",
                "<p>We talk a lot about doing. This is about waiting.</p>",
                40,
            ),
        ],
    },
    picture=Picture(
        "leaves", "A drawing of round green leaves of many sizes climbing from a dark bed of earth"
    ),
)
