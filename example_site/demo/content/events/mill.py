"""Lasts two days, and is held three times more: one is full, and one has a waiting list."""

from datetime import time

from wagtail_lift.enums import (
    AttendanceMode,
    BookingMode,
    BookingPlaces,
    HostRole,
    Recording,
    Status,
    TimeUnit,
)

from ...specs import SATURDAY, SUNDAY, Day, EventSpec, HostLine, Schedule
from .. import parts

MILL = EventSpec(
    key="mill",
    title="Two days at the mill: who rests when everybody cares?",
    slug="two-days-at-the-mill",
    parent="topic-led",
    status=Status.BOOKING_AVAILABLE,
    schedule=Schedule(
        start_date=Day(41, SATURDAY),
        start_time=time(10, 0),
        end_date=Day(42, SUNDAY),
        end_time=time(15, 0),
        added_dates=(Day(69, SATURDAY), Day(97, SATURDAY), Day(125, SATURDAY)),
    ),
    places=(
        BookingPlaces.AVAILABLE,
        BookingPlaces.AVAILABLE,
        BookingPlaces.FULL,
        BookingPlaces.WAITING_LIST,
    ),
    hosts=(
        HostLine("marisol-quaye", line="Has promised not to bring her pager"),
        HostLine("wren-adeyemi", HostRole.FACILITATOR),
        HostLine("carers-circle", HostRole.COMMUNITY_PARTNER, "Finds a sitter for each of you"),
    ),
    topics=("rest", "carers"),
    audiences=("Health", "Social care", "Unpaid carers"),
    fields={
        "summary": (
            "A Saturday and a Sunday beside a mill pond, for sixteen people who are always the "
            "one that is asked. Two questions, three meals that you do not cook, one long night."
        ),
        "attendance_mode": AttendanceMode.IN_PERSON,
        "venue_name": "Underleat Mill",
        "venue_address": "Sluice Lane\nHarrowmere",
        "map_url": "https://example.org/maps/underleat-mill",
        "step_free": True,
        "quiet_space": True,
        "recording": Recording.NO,
        "languages": "English",
        "access_notes": (
            "Two bedrooms and a wet room are on the ground floor. The mill wheel can be heard "
            "from every room but the loft; tell us if you need it stopped at night."
        ),
        "audience": "People who care for others, paid or not, and have not had a weekend lately.",
        "booking_mode": BookingMode.ELSEWHERE,
        "booking_url": "https://bookings.example.org/two-days-at-the-mill",
        "booking_opens_before": 26,
        "booking_opens_unit": TimeUnit.WEEKS,
        "booking_closes_before": 2,
        "booking_closes_unit": TimeUnit.DAYS,
        "contact_name": "Tamsin Orchardson",
        "contact_email": "topics@example.org",
    },
    streams={
        "body": [
            parts.paragraph(
                "<p>We start on Saturday at ten with porridge and end on Sunday at three with "
                "soup. In between there is a morning for each question, an afternoon for "
                "nothing, and a bed with a hot-water bottle in it.</p>"
                "<p>The mill holds sixteen, so we are doing it twice. Choose the weekend that "
                "your sitter, your rota or your dog prefers.</p>"
            ),
            parts.details(
                "What does it cost?",
                "<p>Nothing. If you can, bring a cake; if you cannot, eat one.</p>",
            ),
            parts.details(
                "What if I am needed at home?",
                "<p>Then you go, and come back if you can. The Carers’ Circle has a car and a "
                "driver for both days.</p>",
            ),
        ],
        "conversation": [
            parts.question(
                "mill-1",
                "When did you last rest before you were ill?",
                "<p>For the Saturday. We mean it literally, and expect some laughter.</p>",
                90,
                asked_by="Marisol Quaye",
            ),
            parts.activity(
                "An afternoon off",
                180,
                "<p>Sleep, walk round the pond or sit by the wheel. No talk about work within "
                "earshot of the bench.</p>",
            ),
            parts.question(
                "mill-2",
                "What would have to be true on Monday for you to rest on Tuesday?",
                "<p>For the Sunday. One thing each, small enough to ask of somebody.</p>",
                90,
            ),
        ],
        "agenda": [
            parts.agenda_day("the first question"),
            parts.session("Porridge, and who is here", None, 60, room="The kitchen"),
            parts.session(
                "When did you last rest before you were ill?",
                "11:15",
                90,
                room="The millstone room",
                hosts=("marisol-quaye",),
            ),
            parts.agenda_break("Lunch that you do not cook", None, 75),
            parts.together(
                parts.session("Sleep", room="Upstairs"),
                parts.session(
                    "Round the pond", None, 60, room="Meet at the sluice", hosts=("wren-adeyemi",)
                ),
                parts.session(
                    "How the wheel works", None, 45, room="The wheelhouse", others=("The miller",)
                ),
                minutes=180,
            ),
            parts.agenda_break("Supper, then the fire", "19:00"),
            parts.agenda_day("the second question"),
            parts.agenda_break("Breakfast", "08:30", 60),
            parts.session(
                "What would have to be true on Monday for you to rest on Tuesday?",
                "10:00",
                90,
                "<p>One thing each, small enough to ask of somebody. Then we write it down, so "
                "that it comes home with you.</p>",
                room="The millstone room",
                hosts=("wren-adeyemi", "marisol-quaye"),
            ),
            parts.session("Soup and goodbye", "13:30", 90, room="The kitchen"),
        ],
        "running_order": [
            parts.note_on(
                "mill-2", "Listen for whom they would have to ask. That is usually the hard part."
            )
        ],
    },
)
