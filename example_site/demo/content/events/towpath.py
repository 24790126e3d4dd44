"""Drop in: no booking, just come along."""

from datetime import time

from wagtail_lift.enums import AttendanceMode, HostRole, Hours, Recording, Status

from ...specs import SATURDAY, Day, EventSpec, HostLine, Picture, Schedule
from .. import parts

TOWPATH = EventSpec(
    key="towpath",
    title="Tea and talk on the towpath",
    slug="tea-and-talk-on-the-towpath",
    parent="open",
    status=Status.DROP_IN,
    schedule=Schedule(start_date=Day(2, SATURDAY), start_time=time(10, 30), hours=Hours.OPEN_END),
    hosts=(
        HostLine("wren-adeyemi", line="Carries the flask"),
        HostLine("growing-together", HostRole.COMMUNITY_PARTNER, "Lends the bench halfway"),
        HostLine("jory-blenkin", HostRole.CO_HOST),
    ),
    topics=("walking", "loneliness", "belonging"),
    audiences=("Everyone",),
    fields={
        "summary": (
            "A slow walk of a mile beside the canal, in pairs, with one question for each lock. "
            "Talking is easier side by side."
        ),
        "attendance_mode": AttendanceMode.IN_PERSON,
        "venue_name": "Lock Three, Fernhithe canal",
        "venue_address": "Meet at the blue bridge,\nTowpath Road, Fernhithe",
        "map_url": "https://example.org/maps/lock-three",
        "step_free": True,
        "quiet_space": True,
        "recording": Recording.NO,
        "languages": "English, and whatever you speak with your neighbour",
        "access_notes": (
            "The towpath is level, firm and two metres wide. There are benches every two hundred "
            "steps, and toilets with a hoist at the blue bridge."
        ),
        "audience": "Anybody. Dogs, prams and wheelchairs set the pace.",
        "contact_name": "Wren Adeyemi",
        "contact_email": "open@example.org",
    },
    streams={
        "updates": [
            parts.update(
                "<p>The blue bridge is being painted. We meet <b>twenty steps further on</b>, at "
                "the bench with the flask.</p>"
            ),
        ],
        "body": [
            parts.paragraph(
                "<p>We set off together and swap partners at each lock, so that by the last gate "
                "you will have met three people. If it rains, we walk faster and the tea tastes "
                "better.</p>"
            ),
            parts.details(
                "What should I bring?",
                "<p>Shoes that mind nothing and a cup. The flask comes to you.</p>",
            ),
        ],
        "conversation": [
            parts.question(
                "towpath-1",
                "What is keeping you afloat this season?",
                "<p>For the stretch to the first lock.</p>",
                20,
            ),
            parts.question(
                "towpath-2",
                "Who have you not seen for a while?",
                "<p>For the stretch to the second. You may find that you know what to do next.</p>",
                20,
            ),
            parts.question(
                "towpath-3",
                "What could our street do that nobody has to organise?",
                "<p>For the way home.</p>",
                20,
            ),
        ],
    },
    picture=Picture(
        "towpath", "A drawing of a pale path beside still water, with low hills and a setting sun"
    ),
)
