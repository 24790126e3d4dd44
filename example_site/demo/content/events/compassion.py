"""The open community event with Michael West: it has taken place, and its pack is open."""

from datetime import time

from wagtail_lift.enums import AttendanceMode, BookingMode, CostKind, HostRole, Recording, Status

from ...specs import WEDNESDAY, Day, EventSpec, HostLine, Picture, Schedule
from .. import parts
from ..compassion_pack import COMPASSION_PACK

COMPASSION = EventSpec(
    key="compassion",
    title="Compassion and Compassionate Leadership: Open Community Event with Michael West",
    slug="compassion-and-compassionate-leadership",
    parent="open",
    status=Status.INSIGHTS_OPEN,
    schedule=Schedule(
        start_date=Day(-33, WEDNESDAY), start_time=time(12, 30), end_time=time(14, 0)
    ),
    hosts=(
        HostLine("michael-west", HostRole.COMMUNITY_PARTNER),
        HostLine("wren-adeyemi", HostRole.FACILITATOR, "Looks after the tables and the time"),
        HostLine("jory-blenkin", HostRole.CO_HOST),
    ),
    topics=("compassion", "leadership", "self-compassion", "reflection"),
    audiences=("Health", "Social care", "Voluntary sector"),
    fields={
        "summary": (
            "An open conversation about compassion: in how we lead, in how we treat ourselves, "
            "and in whether we ever find the time to think about either."
        ),
        "attendance_mode": AttendanceMode.ONLINE,
        "platform_name": "Jitsi Meet",
        "join_url": "https://meet.example.org/compassion",
        "captions": True,
        "sign_language": True,
        "recording": Recording.NO,
        "languages": "English, British Sign Language",
        "access_notes": (
            "You may keep your camera off and use the chat alone. The questions are read aloud "
            "and stay on screen. There is a pause in the middle."
        ),
        "audience": (
            "Open to everybody in the health, social care and voluntary sectors, whatever your "
            "job is called and whether or not you are paid for it. Stories and perspectives of "
            "all kinds are invited, doubts included."
        ),
        "cost_kind": CostKind.FREE,
        "booking_mode": BookingMode.ELSEWHERE,
        "booking_url": "https://bookings.example.org/compassion",
        "contact_name": "Wren Adeyemi",
        "contact_email": "open@example.org",
    },
    streams={
        "body": [
            parts.paragraph(
                "<p>Compassion is easy to be in favour of and hard to practise at ten to four on "
                "a short-staffed day. This open event is for talking honestly about that: with "
                "people who lead teams, people who lead nobody, and people who have been on the "
                "other end.</p>"
                "<p>Professor Michael West of The King’s Fund joins us as community partner. "
                "After a short opening we talk in small groups, question by question, and come "
                "back together to hear what was said.</p>"
            ),
            parts.heading("Bring a story"),
            parts.paragraph(
                "<p>We invite your stories and your perspectives. A story can be two sentences "
                "long. It can be about something that you did, something that was done for you, "
                "or something that you wish had been. Tell only what is yours to tell.</p>"
            ),
            parts.details(
                "I do not manage anybody. Is this for me?",
                "<p>Yes. We mean leadership as something that anyone in a team can do on a given "
                "afternoon.</p>",
            ),
            parts.details(
                "Do I have to speak?",
                "<p>No. You can listen, or write in the chat, or turn your card face down.</p>",
            ),
        ],
        "after_body": [
            parts.paragraph(
                "<p>This conversation has taken place. Thank you to everybody who came, and "
                "above all to those who brought a story.</p>"
                "<p>What we learnt is in the insights pack, together with a guide to hold the "
                "same conversation in your own team. It takes an hour and a half, and needs no "
                "expert.</p>"
            ),
        ],
        "conversation": [
            parts.opening(
                "<p>We begin with a minute of quiet, so that everybody can arrive. Then three "
                "questions, with a pause after the second.</p>"
            ),
            parts.question(
                "compassion-1",
                "How do you develop compassion as a leader?",
                "<p>Some say that you have it or you do not. We suspect that it is learnt, and "
                "want to know where you learnt yours.</p>",
                25,
            ),
            parts.question(
                "compassion-2",
                "How do you practise self-compassion, on an ordinary day?",
                "<p>We are often kinder to a stranger than to ourselves. What helps, when it "
                "does?</p>",
                20,
            ),
            parts.question(
                "compassion-3",
                "How do you make space to reflect and learn, together and alone?",
                "<p>Nobody gives us the time. Some of us have found it all the same.</p>",
                20,
                asked_by="Wren Adeyemi",
            ),
        ],
        "running_order": [
            parts.part(
                "Welcome, and a minute of quiet",
                10,
                "<p>Welcome. You may keep your camera off and use the chat alone. "
                "<b>Tell only what is yours to tell.</b></p>"
                "<p>We begin with a minute of quiet, so that everybody can arrive.</p>",
                purpose="Sound and captions work, and everybody knows that they need not speak.",
                materials=("Numbers of captioner and interpreters", "Questions as slides"),
                who="Wren greets, Michael says two sentences, Jory minds the room",
            ),
            parts.note_on(
                "compassion-1",
                "Bring it back to something a person actually did. Theory comes by itself.",
                who="Wren asks, Michael listens until the last five minutes",
            ),
            parts.note_on(
                "compassion-2",
                "Expect a silence here. Count to twenty before you say anything.",
                who="Jory",
            ),
            parts.pause("Tea, screens off", 5),
            parts.note_on(
                "compassion-3", "Ask for one thing each, small enough for this week.", who="Wren"
            ),
            parts.part(
                "One word each",
                10,
                "<p>In the chat or aloud: one word that you take home.</p>",
                purpose="It ends on their words and not on ours.",
                materials=("Somebody to copy the words from the chat",),
                who="Jory",
            ),
        ],
        "reading": [
            parts.reading(
                "Five myths of compassionate leadership",
                "Suzie Bailey and Michael West",
                "The King’s Fund, blog",
                "A short blog post to read before you come. It takes common doubts about "
                "compassion at work seriously, which makes it a good place to start to disagree.",
                "https://www.kingsfund.org.uk/blog/2019/05/five-myths-compassionate-leadership",
            ),
        ],
    },
    picture=Picture(
        "table",
        "A drawing of a table from above, with nine people as soft coloured circles around it",
    ),
    pack=COMPASSION_PACK,
)
