"""The home page and the programmes."""

from datetime import time

from wagtail_lift.enums import AttendanceMode

from ..specs import ZONE, PageSpec, Picture
from . import parts

HOME = PageSpec(
    key="home",
    title="The Common Kettle",
    slug="home",
    fields={
        "strapline": "Put the kettle on. Ask a good question. Listen.",
        "introduction": (
            "<p>We are neighbours who work in health, social care and the voluntary sector, and "
            "people who need them. Somebody among us opens a conversation; anyone may come. "
            "Afterwards we write down what we learnt and give it away, so that you can hold the "
            "same conversation at your own table.</p>"
        ),
        "how_it_works": (
            "<ol>"
            "<li><b>Somebody hosts.</b> Not an expert on a stage: a person who cares about "
            "something and has a question.</li>"
            "<li><b>We talk.</b> An hour or two, a few questions, small tables, real cups.</li>"
            "<li><b>We write it down.</b> What was learnt becomes an insights pack, open to "
            "all.</li>"
            "<li><b>You run it again.</b> Each pack has a guide with minutes, prompts and tips, "
            "for your team, your ward or your kitchen.</li>"
            "</ol>"
        ),
        "search_description": (
            "Community-led conversations about care in Fernhithe and Harrowmere, and what we "
            "learnt from them."
        ),
    },
    picture=Picture(
        "kettle", "A drawing of a round kettle with a curl of steam, in plum, ochre and cream"
    ),
)

COMMUNITY = PageSpec(
    key="community",
    title="Community conversations",
    slug="conversations",
    parent="home",
    fields={
        "introduction": (
            "<p>Conversations about care, held by the people who give it and the people who live "
            "with it. They cost nothing, and you do not need to be anybody in particular.</p>"
        ),
        "default_timezone": ZONE,
        "show_in_menus": True,
        "default_currency": "GBP",
        "contact_name": "The Common Kettle",
        "contact_email": "hello@example.org",
        "conduct_url": "https://kettle.example.org/how-we-talk/",
        "safeguarding_name": "Merryn Tallack",
        "safeguarding_email": "safe@example.org",
        "safeguarding_phone": "01632 960 123",
        "search_description": "Conversations about care, by those who give it and live with it.",
    },
    streams={
        "body": [
            parts.heading("What it is like to come"),
            parts.paragraph(
                "<p>There is a welcome at the door and a name badge if you want one. A host says "
                "why the question matters to them. Then we talk in small groups, and come back "
                "together at the end. Nobody is called on. Tea is always on the table, and so is "
                "a plan for leaving early.</p>"
            ),
            parts.details(
                "Do I need to work in health or care?",
                "<p>No. If you have ever looked after somebody, or been looked after, you know "
                "enough to join in.</p>",
            ),
            parts.details(
                "What if I would rather just listen?",
                "<p>Then listen. Say so to a host and they will see that you are left in "
                "peace.</p>",
            ),
            parts.details(
                "Could I host one?",
                "<p>Please do. Write to us with the question that keeps you thinking. We will "
                "find a room, a co-host and a date with you.</p>",
            ),
        ],
    },
)

TOPIC_LED = PageSpec(
    key="topic-led",
    title="Topic-led conversations",
    slug="topic-led",
    parent="community",
    fields={
        "introduction": (
            "<p>One subject, looked at closely, with people who know it from the inside. Most "
            "are booked ahead, because the tables are small.</p>"
        ),
        "default_timezone": ZONE,
        "show_in_menus": True,
        "contact_name": "Tamsin Orchardson",
        "contact_email": "topics@example.org",
        "search_description": "One subject, looked at closely, by people who know it well.",
    },
)

OPEN = PageSpec(
    key="open",
    title="Open community events",
    slug="open-events",
    parent="community",
    fields={
        "introduction": (
            "<p>Everybody is welcome, whatever they do and wherever they live. Come for the "
            "question, the walk or the soup, and stay for each other.</p>"
        ),
        "default_timezone": ZONE,
        "show_in_menus": True,
        "contact_name": "Wren Adeyemi",
        "contact_email": "open@example.org",
        "search_description": "Everybody is welcome: walks, soup, stories and good questions.",
    },
    streams={
        "body": [
            parts.paragraph(
                "<p>When an event is over, look here again. As soon as what we learnt has been "
                "written up, its insights pack opens to all.</p>"
            ),
            parts.call_to_page("All our conversations", "community"),
        ],
    },
)

TEMPLATE = PageSpec(
    key="open-template",
    title="How we hold an open event",
    slug="how-we-hold-an-open-event",
    parent="open",
    is_published=False,
    fields={
        "summary": "Say in two sentences what people will talk about, and why it matters now.",
        "start_time": time(12, 30),
        "end_time": time(14, 0),
        "timezone": ZONE,
        "attendance_mode": AttendanceMode.IN_PERSON,
        "venue_name": "Harrowmere Parish Hall",
        "venue_address": "Church Row\nHarrowmere",
        "step_free": True,
        "languages": "English",
        "audience": "Everybody is welcome.",
    },
    streams={
        "conversation": [
            parts.question("template-1", "What brought you here?", "", 15),
            parts.question("template-2", "What do you take home?", "", 10),
        ],
    },
)
"""A draft that is no event: new events among the open ones start with what it says."""
