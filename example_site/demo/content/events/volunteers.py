"""Has taken place; what was learnt is still being written up, as the draft pack below it shows."""

from datetime import time

from wagtail_lift.enums import AttendanceMode, BookingMode, HostRole, Recording, Status

from ...specs import TUESDAY, Day, EventSpec, HostLine, PageSpec, Schedule
from .. import parts

VOLUNTEERS = EventSpec(
    key="volunteers",
    title="How are you, really? An hour for volunteers",
    slug="how-are-you-really",
    parent="open",
    status=Status.TAKEN_PLACE,
    schedule=Schedule(start_date=Day(-12, TUESDAY), start_time=time(12, 0), end_time=time(13, 0)),
    hosts=(
        HostLine("bronagh-tull"),
        HostLine("wren-adeyemi", HostRole.FACILITATOR),
        HostLine("jory-blenkin", HostRole.CO_HOST),
    ),
    topics=("volunteering", "rest"),
    audiences=("Voluntary sector",),
    fields={
        "summary": (
            "Volunteers are thanked a great deal and asked rather little. For one lunch hour we "
            "asked, and then kept quiet."
        ),
        "attendance_mode": AttendanceMode.ONLINE,
        "platform_name": "Jitsi Meet",
        "join_url": "https://meet.example.org/how-are-you-really",
        "captions": True,
        "recording": Recording.NO,
        "languages": "English",
        "audience": "Befrienders, drivers, trustees, tea-makers, helpline listeners.",
        "booking_mode": BookingMode.ELSEWHERE,
        "booking_url": "https://bookings.example.org/how-are-you-really",
        "contact_name": "Bronagh Tull",
        "contact_email": "open@example.org",
    },
    streams={
        "body": [
            parts.paragraph(
                "<p>Bring your lunch. Nobody will mind the crunching. We have one hour, one "
                "question, and a promise that nobody will be asked to do anything more.</p>"
            ),
        ],
        "after_body": [
            parts.paragraph(
                "<p>Forty-one people came, most of them with soup. The hosts and three of those "
                "who came are now writing down what was said, and are checking every line with "
                "those who said it. It will open here as an insights pack.</p>"
                "<p>If you were there and want to change or take back something, write to us. It "
                "is your story first.</p>"
            ),
        ],
        "conversation": [
            parts.question(
                "volunteers-1",
                "How are you, really?",
                "<p>Asked once, answered in pairs, with five whole minutes each.</p>",
                25,
                asked_by="Bronagh Tull",
            ),
            parts.question(
                "volunteers-2",
                "What would make it easier to say no?",
                "<p>So that the yes can be a proper one.</p>",
                20,
            ),
        ],
        "running_order": [
            parts.note_on(
                "volunteers-1", "Set a timer. People stop at two minutes and begin again at three."
            )
        ],
    },
    pack=PageSpec(
        key="volunteers-pack",
        title="What volunteers told us when we asked",
        slug="what-volunteers-told-us",
        is_published=False,
        fields={
            "introduction": "<p>Still being written, with the people who were there.</p>",
            "people_count": 41,
        },
        streams={
            "insights": [
                parts.finding(
                    "Thanks is not the same as being asked",
                    "<p>Draft. To be checked with the second and the fifth pair.</p>",
                    "volunteers-1",
                ),
            ],
        },
    ),
)
