"""Happening now: an open house that runs round the clock, so that night workers can come too."""

from datetime import time

from wagtail_lift.enums import AttendanceMode, HostRole, JoinLinkRule, Recording, Status

from ...specs import Day, EventSpec, HostLine, Picture, Ref, Schedule
from .. import parts

# It began yesterday evening and ends the day after tomorrow: on now at any minute of today.
NIGHT_SHIFT = EventSpec(
    key="night-shift",
    title="What the night shift knows",
    slug="what-the-night-shift-knows",
    parent="topic-led",
    status=Status.HAPPENING_NOW,
    schedule=Schedule(
        start_date=Day(-1), start_time=time(18, 0), end_date=Day(2), end_time=time(6, 0)
    ),
    hosts=(
        HostLine("idris-pellow", line="Here from dusk until the day staff arrive"),
        HostLine("marisol-quaye", HostRole.CO_HOST, "Keeps the kettle on in the small hours"),
        HostLine("jory-blenkin", HostRole.FACILITATOR),
        HostLine("nasreen-holloway", HostRole.SPEAKER, "Reads from a night on ward nine"),
        HostLine("carers-circle", HostRole.PARTNER, "Sits with whoever comes alone"),
        HostLine("growing-together", HostRole.SPONSOR, "Gives soup, and the pot"),
    ),
    topics=("night work", "rest", "belonging"),
    audiences=("Health", "Social care"),
    fields={
        "summary": (
            "A round-the-clock open house for everyone who works while others sleep. Walk in at "
            "two in the afternoon or two in the morning: somebody will pour you a tea."
        ),
        "attendance_mode": AttendanceMode.BOTH,
        "venue": Ref("venue:old-chandlery"),
        "platform_name": "Jitsi Meet",
        "join_url": "https://meet.example.org/night-shift-kettle",
        "join_link_rule": JoinLinkRule.EVERYONE,
        "join_link_minutes": 60,
        "step_free": True,
        "hearing_loop": True,
        "quiet_space": True,
        "recording": Recording.NO,
        "languages": "English; Polish and Tagalog speakers at most hours",
        "access_notes": (
            "The side door on the quay is open all night and lit. There is a dark room with two "
            "armchairs for anybody who needs to close their eyes before driving home."
        ),
        "audience": (
            "Porters, nurses, care workers, cleaners, call handlers, drivers: anybody whose "
            "working day starts when the buses stop. Daytime people are welcome too, to listen."
        ),
        "contact_name": "Idris Pellow",
        "contact_email": "night@example.org",
    },
    streams={
        "body": [
            parts.paragraph(
                "<p>Most meetings about work happen in working hours, and working hours are taken "
                "to mean nine to five. So the people who hold a hospital, a care home or a "
                "helpline together overnight are rarely in the room where things are "
                "decided.</p>"
                "<p>This time the room stays open. For three nights and two days there is a "
                "table, a pot and three questions. Stay for ten minutes after your shift, or for "
                "an hour before it.</p>"
            ),
            parts.details(
                "Will I miss anything if I come late?",
                "<p>No. The questions stay on the wall, and every group leaves its answers for "
                "the next. The 4 am group usually has the last word.</p>",
            ),
        ],
        "conversation": [
            parts.opening(
                "<p>Take a card, write the hour on it and answer one question. Leave it on the "
                "wall, and read two that were left before you.</p>"
            ),
            parts.question(
                "night-1",
                "What do you see at night that the day never hears about?",
                "<p>Night staff notice things early. Most of it is lost at handover.</p>",
                20,
                asked_by="Idris Pellow",
            ),
            parts.question(
                "night-2",
                "Who looks after you between midnight and morning?",
                "<p>Care travels in odd ways when nobody senior is about.</p>",
                20,
            ),
            parts.question(
                "night-3",
                "If the night shift ran one thing for everybody, what should it be?",
                "<p>We will take the answers to the people who plan the rotas.</p>",
                20,
            ),
        ],
        "running_order": [
            parts.note_on(
                "night-2", "Some will say: nobody. Do not hurry to fix it. Ask what would help."
            )
        ],
        "reading": [
            parts.reading(
                "Four in the morning, ward nine",
                "Idris Pellow",
                "The Common Kettle",
                "A page and a half about one ordinary night, and why the lifts matter.",
                "https://example.org/reading/four-in-the-morning",
            ),
        ],
    },
    picture=Picture(
        "night", "A drawing of a dark building with a few lit windows under a large pale moon"
    ),
)
