"""Booking closed: the event is a few days away and the lists have gone to the venue."""

from datetime import time

from wagtail_lift.enums import AttendanceMode, BookingMode, HostRole, Recording, Status

from ...specs import Day, EventSpec, HostLine, Ref, Schedule
from .. import parts

WHO_HOLDS_THE_STORY = EventSpec(
    key="who-holds-the-story",
    title="Who holds the story? Carers and clinicians compare notes",
    slug="who-holds-the-story",
    parent="topic-led",
    status=Status.BOOKING_CLOSED,
    schedule=Schedule(
        start_date=Day(3),
        start_time=time(18, 30),
        end_time=time(20, 30),
        booking_opens_date=Day(-40),
        booking_closes_date=Day(-1),
        booking_closes_time=time(12, 0),
    ),
    hosts=(
        HostLine("bronagh-tull"),
        HostLine("carers-circle", HostRole.COMMUNITY_PARTNER, "Brings the people and the cake"),
        HostLine("marisol-quaye", HostRole.CO_HOST),
    ),
    topics=("carers", "listening"),
    audiences=("Health", "Social care", "Unpaid carers"),
    fields={
        "summary": (
            "A carer tells the same story to the ninth professional in a month. What would it "
            "take for the story to be told once, and kept safe?"
        ),
        "attendance_mode": AttendanceMode.BOTH,
        "venue": Ref("venue:bakery"),
        "platform_name": "Jitsi Meet",
        "join_url": "https://meet.example.org/who-holds-the-story",
        "captions": True,
        "quiet_space": True,
        "recording": Recording.YES,
        "languages": "English",
        "access_notes": (
            "The room is up one flight of stairs, without a lift. If stairs are difficult, join "
            "online: a table of its own will be waiting for you."
        ),
        "audience": "Unpaid carers first; then anybody who writes in somebody else’s notes.",
        "booking_mode": BookingMode.ELSEWHERE,
        "booking_url": "https://bookings.example.org/who-holds-the-story",
        "contact_name": "Fernhithe Carers’ Circle",
        "contact_url": "https://example.org/carers-circle",
    },
    streams={
        "body": [
            parts.paragraph(
                "<p>Carers know which spoon works, which word frightens, which tablet is taken "
                "with jam. Clinicians know the letters and the doses. Neither holds the whole "
                "story, and the person it belongs to is tired of telling it.</p>"
            ),
        ],
        "conversation": [
            parts.question(
                "story-1",
                "Which part of the story do you have to tell again and again?",
                "<p>To find out what falls through.</p>",
                25,
                asked_by="Bronagh Tull",
            ),
            parts.question(
                "story-2",
                "What do you know that is written down nowhere?",
                "<p>The spoon, the word, the jam.</p>",
                25,
            ),
            parts.question(
                "story-3",
                "Who should hold it, and who should be able to say no?",
                "<p>A story kept safe is not a story kept from its owner.</p>",
                30,
            ),
        ],
        "running_order": [
            parts.note_on("story-3", "Keep this to what people want, not which software.")
        ],
    },
)
