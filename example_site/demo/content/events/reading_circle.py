"""Booking opens soon."""

from datetime import time

from wagtail_lift.enums import AttendanceMode, BookingMode, JoinLinkRule, Status

from ...specs import MONDAY, WEDNESDAY, Day, EventSpec, HostLine, Picture, Schedule
from .. import parts

READING_CIRCLE = EventSpec(
    key="reading-circle",
    title="One short story, read aloud, for tired people",
    slug="one-short-story",
    parent="open",
    status=Status.BOOKING_SOON,
    schedule=Schedule(
        start_date=Day(24, WEDNESDAY),
        start_time=time(19, 30),
        end_time=time(20, 45),
        booking_opens_date=Day(5, MONDAY),
        booking_opens_time=time(9, 0),
    ),
    hosts=(HostLine("tamsin-orchardson", line="Reads; you may close your eyes"),),
    topics=("rest", "reading"),
    audiences=("Everyone", "Voluntary sector"),
    fields={
        "summary": (
            "Tamsin reads one short story, slowly. Then we talk about it, or about anything that "
            "it stirred up. No preparation, no homework, no clever remarks needed."
        ),
        "attendance_mode": AttendanceMode.ONLINE,
        "platform_name": "Jitsi Meet",
        "join_url": "https://meet.example.org/one-short-story",
        "join_link_rule": JoinLinkRule.CONFIRMED,
        "captions": True,
        "languages": "English",
        "access_notes": (
            "The text is sent to everybody who books, in large print and as plain text, so that "
            "you can follow or listen, as you like."
        ),
        "audience": "Anybody at the end of a long day.",
        "booking_mode": BookingMode.ELSEWHERE,
        "booking_url": "https://bookings.example.org/one-short-story",
        "contact_name": "Tamsin Orchardson",
        "contact_email": "open@example.org",
    },
    streams={
        "body": [
            parts.paragraph(
                "<p>Being read to is a thing that we allow children and then stop. This is an "
                "evening to take it back. The story is under twenty minutes long, and nobody "
                "dies in it.</p>"
            ),
        ],
        "conversation": [
            parts.question(
                "reading-1",
                "Which moment stayed with you?",
                "<p>There is no right one.</p>",
                20,
            ),
            parts.question(
                "reading-2",
                "When was the last time that somebody gave you an hour?",
                "<p>Because that is what the story is about, among other things.</p>",
                20,
            ),
        ],
    },
    picture=Picture(
        "pages", "A drawing of an open book whose pages turn into overlapping coloured waves"
    ),
)
