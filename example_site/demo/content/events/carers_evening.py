"""A second conversation whose pack is open: shorter, under another licence, with a short guide."""

from datetime import time

from wagtail_lift.enums import AttendanceMode, HostRole, Licence, Recording, Status

from ...specs import MONDAY, Day, EventSpec, HostLine, PageSpec, Picture, Ref, Schedule
from .. import parts

CARERS_EVENING = EventSpec(
    key="carers-evening",
    title="Sharing the load: an evening for unpaid carers",
    slug="sharing-the-load",
    parent="open",
    status=Status.INSIGHTS_OPEN,
    schedule=Schedule(start_date=Day(-75, MONDAY), start_time=time(18, 30), end_time=time(20, 0)),
    hosts=(
        HostLine("carers-circle", HostRole.HOST, "Fifteen carers and a very large teapot"),
        HostLine("bronagh-tull", HostRole.FACILITATOR),
    ),
    topics=("carers", "rest"),
    audiences=("Unpaid carers", "Social care", "Voluntary sector"),
    fields={
        "summary": (
            "An evening off, with somebody to sit at home in your place, and two questions about "
            "what you carry and who could carry some of it."
        ),
        "attendance_mode": AttendanceMode.IN_PERSON,
        "venue": Ref("venue:bakery"),
        "quiet_space": True,
        "recording": Recording.NO,
        "languages": "English",
        "access_notes": "Up one flight of stairs, without a lift. Sitters were offered to all.",
        "audience": "Anybody who looks after somebody without being paid for it.",
        "contact_name": "Fernhithe Carers’ Circle",
        "contact_url": "https://example.org/carers-circle",
    },
    streams={
        "body": [
            parts.paragraph(
                "<p>We send a sitter, you bring yourself. There is a hot meal, and the door "
                "closes at eight sharp so that nobody is late home.</p>"
            ),
        ],
        "after_body": [
            parts.paragraph(
                "<p>Fifteen carers came, and nine of them had not been out in the evening for "
                "more than a month. What they said is in the pack, in their own words.</p>"
            ),
        ],
        "conversation": [
            parts.question(
                "load-1",
                "What do you carry that nobody sees?",
                "<p>Said aloud, it weighs a little less.</p>",
                30,
            ),
            parts.question(
                "load-2",
                "Which part of it could somebody else hold for an hour?",
                "<p>One part, one person, one hour.</p>",
                30,
            ),
        ],
    },
    picture=Picture(
        "baskets",
        "A drawing of round tied parcels on a shelf, shared out in five even piles, below lights",
    ),
    pack=PageSpec(
        key="carers-pack",
        title="What we carry: insights from an evening with carers",
        slug="what-we-carry",
        fields={
            "introduction": (
                "<p>Fifteen carers, ninety minutes, one list of things that a neighbour could "
                "hold for an hour.</p>"
            ),
            "people_count": 15,
            "stories_count": 11,
            "licence": Licence.CC_BY_SA,
            "citation": (
                "Fernhithe Carers’ Circle and The Common Kettle: “What we carry”, insights pack."
            ),
            "contact_name": "Bronagh Tull",
            "contact_email": "open@example.org",
        },
        streams={
            "insights": [
                parts.finding(
                    "The list in the head is the heaviest part",
                    "<p>Lifting, washing and driving can be shared. Remembering cannot, unless "
                    "somebody else is trusted with the list. Three carers have since written "
                    "theirs down and given it to a friend.</p>",
                    "load-1",
                ),
                parts.said(
                    "I am never off, even when I am out.", "A participant, caring for her son"
                ),
                parts.finding(
                    "People want to help with a job, not with everything",
                    "<p>“Let me know if I can do anything” leads nowhere. “I could do Thursday’s "
                    "bins” leads to Thursday’s bins. The smaller the offer, the more often it was "
                    "taken up.</p>",
                    "load-2",
                ),
            ],
            "resources": [
                parts.resource(
                    "The one-hour list",
                    "Twenty things that a neighbour can do in an hour, to print and cross out.",
                    url="https://example.org/resources/one-hour-list",
                ),
            ],
            "guide": [
                parts.purpose(
                    "<p>To let people who care for somebody put it down for an evening, and to "
                    "find one part that can be shared.</p>"
                ),
                parts.preparation(
                    "Find a sitter for everybody who needs one; ask twice",
                    "Choose a room where nobody can be seen from the street",
                    "Cook, or ask the bakery",
                ),
                parts.round_of(
                    "What nobody sees",
                    30,
                    "<p>In threes. Each has five minutes without being interrupted. The others "
                    "only listen, and say thank you at the end.</p>",
                    "What did you do yesterday that nobody noticed?",
                    "When did you last sleep through?",
                    tip="Do not offer advice, and stop others when they do. It can wait.",
                ),
                parts.pause("Supper", 25),
                parts.round_of(
                    "One part, one hour",
                    25,
                    "<p>Write down one thing that somebody else could do in an hour. Read it out. "
                    "See whether anybody in the room puts a hand up.</p>",
                    "What would you do with the hour?",
                    tip="A hand went up for every card but two. Expect that, and say it.",
                ),
                parts.closing(
                    "Coats on", 10, "<p>Each says one word, with the coat already on.</p>"
                ),
            ],
        },
    ),
)
