"""Waiting list: all places are taken."""

from datetime import time

from wagtail_lift.enums import AttendanceMode, BookingMode, BookingPlaces, HostRole, Status

from ...specs import WEDNESDAY, Day, EventSpec, HostLine, Picture, Ref, Schedule
from .. import parts

LANGUAGES = EventSpec(
    key="languages",
    title="Lost and found: caring in more than one language",
    slug="caring-in-more-than-one-language",
    parent="topic-led",
    status=Status.WAITING_LIST,
    schedule=Schedule(start_date=Day(8, WEDNESDAY), start_time=time(17, 30), end_time=time(19, 30)),
    hosts=(
        HostLine("nasreen-holloway", line="Brings a list of words with no English"),
        HostLine("tamsin-orchardson", HostRole.CO_HOST),
    ),
    topics=("language", "belonging"),
    audiences=("Health", "Social care", "Voluntary sector", "Interpreters"),
    fields={
        "summary": (
            "Two hours for people who care, or are cared for, between languages. Bring a word "
            "that you have never managed to translate."
        ),
        "attendance_mode": AttendanceMode.IN_PERSON,
        "venue_name": "Wharfside Library, upper floor",
        "venue_address": "1 Quay Street\nFernhithe",
        "map_url": "https://example.org/maps/wharfside-library",
        "step_free": True,
        "hearing_loop": True,
        "sign_language": True,
        "languages": "English, Urdu, Polish, British Sign Language",
        "access_notes": "The lift is to the left of the main stairs. Ask for it by saying hello.",
        "audience": "Interpreters, nurses, neighbours, and grandchildren who translate.",
        "booking_mode": BookingMode.ELSEWHERE,
        "booking_url": "https://bookings.example.org/languages",
        "booking_places": BookingPlaces.WAITING_LIST,
        "contact_name": "All our conversations",
        "contact_page": Ref("community"),
    },
    streams={
        "body": [
            parts.paragraph(
                "<p>A child explains a diagnosis to her grandmother and leaves out one word. A "
                "nurse mimes where it hurts. A neighbour says that she is fine, in the only "
                "English sentence she trusts.</p>"
                "<p>Twenty-four of us will sit at four tables, each with an interpreter, and "
                "collect what helps.</p>"
            ),
        ],
        "conversation": [
            parts.activity(
                "A word on a card",
                15,
                "<p>Write a word of care from any language on a card. Explain it to a stranger "
                "without translating it.</p>",
            ),
            parts.question(
                "languages-1",
                "When were you understood without the right words?",
                "<p>Because it happens more often than we think.</p>",
                30,
                asked_by="Nasreen Holloway",
            ),
            parts.question(
                "languages-2",
                "What was lost, and what did it cost?",
                "<p>Some gaps are funny. Some are dangerous. Both belong here.</p>",
                30,
            ),
            parts.question(
                "languages-3",
                "What should be on the wall of every waiting room?",
                "<p>The library will print it.</p>",
                25,
            ),
        ],
    },
    picture=Picture(
        "bubbles", "A drawing of overlapping speech bubbles in many colours, without any words"
    ),
)
