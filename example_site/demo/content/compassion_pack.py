"""The insights pack of the compassion event: what was learnt, in the words of those who came."""

from wagtail_lift.enums import Licence

from ..specs import PageSpec, Picture
from . import parts
from .compassion_guide import COMPASSION_GUIDE

CARDS = "document:question-cards"

DRAWN = (
    (
        "table",
        "A drawing of a table from above, with nine people as soft coloured circles around it",
        "How we sat",
    ),
    (
        "bubbles",
        "A drawing of overlapping speech bubbles in many colours, without any words",
        "The second round, as Wren heard it",
    ),
    (
        "pages",
        "A drawing of an open book whose pages turn into overlapping coloured waves",
        "",
    ),
)

COMPASSION_PACK = PageSpec(
    key="compassion-pack",
    title="Compassion, practised: what we learnt together",
    slug="compassion-practised",
    fields={
        "introduction": (
            "<p>Sixty-four people from hospitals, care homes, charities and kitchens talked for "
            "an hour and a half about compassion in how we lead, in how we treat ourselves, and "
            "in the time we take to think. This is what stayed on the table. Use it, change it, "
            "argue with it.</p>"
        ),
        "people_count": 64,
        "organisations_count": 23,
        "stories_count": 31,
        "licence": Licence.CC_BY,
        "citation": (
            "The Common Kettle: “Compassion, practised: what we learnt together”, insights pack "
            "of an open community event."
        ),
        "contact_name": "Wren Adeyemi",
        "contact_email": "open@example.org",
    },
    streams={
        "insights": [
            parts.paragraph(
                "<p>Everything here was said in a small group, written on a card by somebody "
                "else, and agreed by the person who said it. Nobody is named unless they asked "
                "to be.</p>"
            ),
            parts.finding(
                "Compassion was learnt from somebody, and usually on a bad day",
                "<p>Asked where they had learnt it, hardly anybody named a course. They named a "
                "person: a sister in charge who sat down, a driver who waited, a manager who "
                "began with “what do you need?” and then went to fetch it.</p>"
                "<p>What these stories share is that the person <b>stopped</b>, if only for a "
                "minute, and then <b>did something</b>. Sympathy alone was rarely "
                "remembered.</p>",
                "compassion-1",
            ),
            parts.said(
                "She asked me how I was, and then she did not look at the clock. I have tried to "
                "be that person ever since.",
                "A participant, community nursing",
            ),
            parts.finding(
                "Kind and clear belong together",
                "<p>Several groups arrived at the same worry: that compassion means letting "
                "things slide. Their own stories said the opposite. The most compassionate "
                "leaders they had known were also the ones who said plainly what was wrong, "
                "early, in private, and stayed to help mend it.</p>",
                "compassion-1",
            ),
            parts.finding(
                "Self-compassion sounds like a luxury until it is small",
                "<p>This was the quiet question. People laughed first, and then grew honest. "
                "What helped was never a spa day. It was eating sitting down, saying “that was "
                "hard” out loud, going home on time once a week, and having one colleague who is "
                "allowed to say “stop now”.</p>",
                "compassion-2",
            ),
            parts.said(
                "I would never speak to a trainee in the voice I use for myself.",
                "A participant, care home manager",
            ),
            parts.finding(
                "Permission is contagious",
                "<p>Where somebody senior took a break in full view, others began to. Where they "
                "only recommended it, nobody did.</p>",
                "compassion-2",
                "compassion-3",
            ),
            parts.finding(
                "Space to reflect is made out of time that already exists",
                "<p>Nobody had been given extra hours. Those who had found space had borrowed it: "
                "the first three minutes of a handover, the walk to the car, the meeting that "
                "could have been a note. Reflecting together worked best with one question, "
                "agreed beforehand, and a firm end.</p>",
                "compassion-3",
            ),
            parts.said(
                "We put one question on the fridge every Monday. By Friday there is always "
                "something under it.",
                "A participant, supported living",
            ),
            parts.notes_picture(
                "image:notes",
                "A drawing of a wall with fourteen coloured note cards in three loose groups",
                "The wall at the end, as we drew it afterwards",
                "Three groups of cards. The first group, about leading: stop first; ask what "
                "people need; say the hard thing early; stay afterwards; thank by name.\n\n"
                "The second group, about ourselves: eat sitting down; one colleague who may say "
                "stop; go home; the voice you would use for a friend.\n\n"
                "The third group, about space: three minutes at handover; one question; a firm "
                "end; walk outside; write it down for whoever comes next.",
            ),
            parts.finding(
                "What we did not agree on",
                "<p>Whether compassion can be expected of people who are not shown any. Some "
                "said that it has to start at the top, some that waiting for that is how it "
                "never starts. We have left both cards on the wall.</p>",
                "compassion-1",
            ),
        ],
        "resources": [
            parts.resource(
                "Question cards",
                "The three questions and their prompts as plain text, to print or to paste "
                "into a chat.",
                document="document:question-cards",
            ),
            parts.resource(
                "The King’s Fund",
                "Our community partner’s own website, with more to read on leadership in health "
                "and care.",
                url="https://www.kingsfund.org.uk/",
            ),
        ],
        "materials": [
            parts.recording(
                "The opening: a minute of quiet, and a story",
                "https://example.org/films/compassion-opening",
                12,
                "<p>Good afternoon, and thank you for the hour and a half that you are giving. "
                "We begin with a minute in which nobody has to say anything.</p>"
                "<p>Thank you. Now a short story, about a night on a ward and a cup of tea that "
                "went cold twice.</p>",
            ),
            parts.slides("Three questions, one on each slide", "Wren Adeyemi", CARDS),
            parts.gallery(
                "The afternoon in drawings",
                *((Picture(motif, words), caption) for motif, words, caption in DRAWN),
            ),
        ],
        "group_size_from": 6,
        "group_size_to": 60,
        "guide": COMPASSION_GUIDE,
    },
)
