"""Date to come: others hold the compassion conversation again, with its guide."""

from wagtail_lift.enums import AttendanceMode, CostKind, HostRole, Status

from ...specs import EventSpec, HostLine, Picture, Ref
from .. import parts

FRONT_DESK = EventSpec(
    key="front-desk",
    title="Compassion at the front desk",
    slug="compassion-at-the-front-desk",
    parent="open",
    status=Status.DATE_TO_COME,
    schedule=None,
    hosts=(
        HostLine("nasreen-holloway", line="Read the guide on a bus and wrote to us the same day"),
        HostLine("wren-adeyemi", HostRole.FACILITATOR),
    ),
    topics=("compassion", "welcome"),
    audiences=("Health", "Voluntary sector"),
    fields={
        "summary": (
            "Receptionists, ward clerks and switchboard teams take up the compassion guide and "
            "hold the conversation for themselves. The date depends on the rota, so watch this "
            "page."
        ),
        "attendance_mode": AttendanceMode.IN_PERSON,
        "venue_name": "Harrowmere Infirmary, main hall",
        "venue_address": "Infirmary Way\nHarrowmere",
        "step_free": True,
        "hearing_loop": True,
        "child_care": True,
        "cost_kind": CostKind.DONATION,
        "cost_note": "Five pounds buys the biscuits.",
        "cost_url": "https://give.example.org/biscuits",
        "languages": "English",
        "audience": "Everybody who is the first face or the first voice.",
        "inspired_by": Ref("compassion-pack"),
        "contact_name": "Nasreen Holloway",
        "contact_email": "open@example.org",
    },
    streams={
        "body": [
            parts.paragraph(
                "<p>The person at the desk hears it first: the fright, the temper, the joke that "
                "is not a joke. We are going to use the guide from the compassion event as it "
                "stands, and change only the biscuits.</p>"
            ),
        ],
        "related_events": [
            parts.event("compassion"),
            parts.event("soup"),
            parts.event("first-ten-minutes"),
        ],
        "conversation": [
            parts.question(
                "desk-1",
                "Who was kind to you across a counter, and what did they do?",
                "<p>Our own version of the guide’s first round.</p>",
                25,
            ),
            parts.question(
                "desk-2",
                "What helps you to stay kind at five to five?",
                "<p>Because kindness runs on something.</p>",
                25,
            ),
        ],
        "reading": [
            parts.reading_here(
                "Compassion, practised",
                "The insights pack whose guide we follow. Read it all, or only the quotes.",
                "compassion-pack",
            ),
        ],
    },
    picture=Picture("bell", "A drawing of a small brass bell on a wooden counter, in warm light"),
)
