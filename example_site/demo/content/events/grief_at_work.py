"""Places available, and moved from one day to another."""

from datetime import time

from wagtail_lift.enums import AttendanceMode, BookingMode, HostRole, Recording, Status

from ...specs import THURSDAY, TUESDAY, Day, EventSpec, HostLine, Move, Picture, Schedule
from .. import parts

GRIEF_AT_WORK = EventSpec(
    key="grief-at-work",
    title="Making room for grief in a busy team",
    slug="making-room-for-grief",
    parent="topic-led",
    status=Status.BOOKING_AVAILABLE,
    schedule=Schedule(start_date=Day(10, TUESDAY), start_time=time(13, 0), end_time=time(14, 30)),
    moved_to=Move(Day(12, THURSDAY), time(13, 0), time(14, 30)),
    public_note=(
        "Moved by two days, because the first date fell on a training day at the infirmary. "
        "Bookings stay valid."
    ),
    hosts=(
        HostLine("marisol-quaye", line="Has learnt to leave a chair empty and say why"),
        HostLine("bronagh-tull", HostRole.SPEAKER, "Speaks for the families"),
    ),
    topics=("grief", "teams", "leadership"),
    audiences=("Health", "Social care", "Voluntary sector"),
    fields={
        "summary": (
            "Somebody dies, and the next person needs a bed. How do teams who meet loss every "
            "week make a little room for it, and still get through the day?"
        ),
        "attendance_mode": AttendanceMode.ONLINE,
        "platform_name": "Jitsi Meet",
        "join_url": "https://meet.example.org/room-for-grief",
        "captions": True,
        "sign_language": True,
        "recording": Recording.NO,
        "languages": "English, British Sign Language",
        "access_notes": (
            "Cameras may stay off throughout. A second, silent room is open beside the call, "
            "with a host in it, for anybody who needs to step out."
        ),
        "audience": "Anybody who works alongside illness, dying or loss, paid or unpaid.",
        "booking_mode": BookingMode.ELSEWHERE,
        "booking_url": "https://bookings.example.org/room-for-grief",
        "contact_name": "Dr Marisol Quaye",
        "contact_email": "topics@example.org",
    },
    streams={
        "body": [
            parts.paragraph(
                "<p>Some teams light a candle. Some send a card. Some have a cupboard where you "
                "may cry, and everybody knocks first. Most have nothing, because nobody ever "
                "asked.</p>"
                "<p>We will share what we do, without marks out of ten, and each of us will leave "
                "with one small thing to try.</p>"
            ),
            parts.quote(
                "We stopped the clock for one minute. It was the longest minute of the week and "
                "the most useful.",
                "A ward clerk, at an earlier table",
            ),
        ],
        "conversation": [
            parts.question(
                "grief-1",
                "When did somebody at work make room for your grief, and how?",
                "<p>We start with what went well, because it is easily forgotten.</p>",
                25,
                asked_by="Dr Marisol Quaye",
            ),
            parts.question(
                "grief-2",
                "What gets in the way?",
                "<p>Time, embarrassment, the bleep. Let us name it without blame.</p>",
                25,
            ),
            parts.question(
                "grief-3",
                "What is the smallest thing your team could start this month?",
                "<p>Small enough that you need nobody’s permission.</p>",
                20,
            ),
        ],
        "running_order": [
            parts.note_on(
                "grief-3", "If somebody proposes a policy, ask what it would look like on a Monday."
            )
        ],
        "reading": [
            parts.reading(
                "The empty chair at handover",
                "Marisol Quaye and Bronagh Tull",
                "Harrowmere Papers",
                "How one team changed the first three minutes of its day.",
                "https://example.org/reading/the-empty-chair",
            ),
        ],
    },
    picture=Picture(
        "lantern", "A drawing of one glowing lantern among soft dark hills, seen from far away"
    ),
)
