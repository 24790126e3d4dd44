"""Repeats: a drop-in on the second Tuesday of each month, of which one date is cancelled."""

from datetime import time

from wagtail_lift.enums import AttendanceMode, HostRole, JoinLinkRule, Recording

from ...specs import Day, EventSpec, HostLine, Schedule
from .. import parts

# Drop in, but for one hour a month: then it is happening now.
KITCHEN_TABLE = EventSpec(
    key="kitchen-table",
    title="The open kitchen table",
    slug="the-open-kitchen-table",
    parent="open",
    status=None,
    schedule=Schedule(start_date=Day(-182), start_time=time(19, 0), end_time=time(20, 0)),
    rule="FREQ=MONTHLY;BYDAY=2TU",
    cancels_a_date=(
        "There is no table this month: the library is having new cables laid, and Tamsin’s "
        "kitchen with it. If you were going to come because the week was a hard one, write to "
        "us and somebody will ring you."
    ),
    hosts=(
        HostLine("tamsin-orchardson", line="Opens the door at seven, in an apron"),
        HostLine("bronagh-tull", HostRole.CO_HOST, "Stays in the corner for quiet talk"),
    ),
    topics=("loneliness", "listening"),
    audiences=("Everyone", "Unpaid carers"),
    fields={
        "summary": (
            "An hour online on the second Tuesday of the month. Bring whatever you are eating, "
            "or a pile of washing to fold. Come once, come always, leave when the pan boils."
        ),
        "attendance_mode": AttendanceMode.ONLINE,
        "platform_name": "Jitsi Meet",
        "join_url": "https://meet.example.org/open-kitchen-table",
        "join_link_rule": JoinLinkRule.EVERYONE,
        "join_link_minutes": 15,
        "captions": True,
        "quiet_space": True,
        "recording": Recording.NO,
        "languages": "English",
        "access_notes": (
            "Cameras may stay off, and the chat counts as talking. You can also ring in from an "
            "ordinary telephone; ask us for the number."
        ),
        "audience": "Anybody who would like company for an hour without going out.",
        "contact_name": "Tamsin Orchardson",
        "contact_email": "open@example.org",
    },
    streams={
        "body": [
            parts.paragraph(
                "<p>It began with one of us saying that the worst hour of her week was the one "
                "after supper, when everybody she had looked after was in bed. So we put a table "
                "into it. Nobody prepares anything. There are usually seven of us, and once "
                "there were two, and that was a good one.</p>"
            ),
            parts.details(
                "Do I have to come every month?",
                "<p>No, and nobody will ask where you were. We say our names again each time.</p>",
            ),
        ],
        "conversation": [
            parts.question(
                "kitchen-1",
                "What is on your plate this month?",
                "<p>Take it as you like: some of us tell about the plate.</p>",
                25,
                asked_by="Tamsin Orchardson",
            ),
            parts.question(
                "kitchen-2",
                "What went better than you had feared?",
                "<p>Small things count. They are mostly what there is.</p>",
                25,
            ),
        ],
    },
)
