"""Fully booked, without a waiting list."""

from datetime import time

from wagtail_lift.enums import AttendanceMode, BookingMode, BookingPlaces, HostRole, Status

from ...specs import FRIDAY, Day, EventSpec, HostLine, Ref, Schedule
from .. import parts

FIRST_TEN_MINUTES = EventSpec(
    key="first-ten-minutes",
    title="The first ten minutes: how we welcome new colleagues",
    slug="the-first-ten-minutes",
    parent="topic-led",
    status=Status.FULLY_BOOKED,
    schedule=Schedule(start_date=Day(4, FRIDAY), start_time=time(9, 30), end_time=time(11, 0)),
    hosts=(
        HostLine("wren-adeyemi", HostRole.FACILITATOR),
        HostLine("idris-pellow", HostRole.SPEAKER, "Remembers every first shift he ever saw"),
    ),
    topics=("welcome", "teams"),
    audiences=("Health", "Social care"),
    fields={
        "summary": (
            "Nobody forgets their first ten minutes in a new job. A breakfast conversation about "
            "doors, names, lanyards and who says hello."
        ),
        "attendance_mode": AttendanceMode.IN_PERSON,
        "venue": Ref("venue:old-chandlery"),
        "step_free": True,
        "hearing_loop": True,
        "languages": "English",
        "access_notes": "Breakfast is vegetarian. Tell us about allergies and we will see to it.",
        "audience": "People who started a job in the last year, and people who recruit.",
        "booking_mode": BookingMode.ELSEWHERE,
        "booking_url": "https://bookings.example.org/first-ten-minutes",
        "booking_places": BookingPlaces.FULL,
        "contact_name": "Tamsin Orchardson",
        "contact_email": "topics@example.org",
    },
    streams={
        "body": [
            parts.paragraph(
                "<p>An induction pack can run to ninety pages, and still not say where to put "
                "your coat. We want to collect the things that make a person feel expected.</p>"
            ),
        ],
        "conversation": [
            parts.question(
                "welcome-1",
                "What happened in your own first ten minutes?",
                "<p>Good or bad, it tells us what people notice.</p>",
                25,
            ),
            parts.question(
                "welcome-2",
                "What would you want somebody to say to you at the door?",
                "<p>We will try the sentences out on each other.</p>",
                25,
            ),
        ],
        "running_order": [
            parts.note_on(
                "welcome-2",
                "Have people actually stand up and go to the door. It changes everything.",
            )
        ],
    },
)
