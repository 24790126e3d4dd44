from datetime import timedelta

import html5lib
import pytest
import time_machine
from django.urls import reverse

from tests.factories import make_event, make_programme, when
from wagtail_lift import blocks

STREAMS = [
    blocks.BodyStreamBlock(),
    blocks.ConversationStreamBlock(),
    blocks.GuideStreamBlock(),
    blocks.InsightsStreamBlock(),
    blocks.LinksStreamBlock(),
    blocks.MaterialsStreamBlock(),
    blocks.ReadingStreamBlock(),
    blocks.ResourcesStreamBlock(),
    blocks.RunningOrderStreamBlock(),
    blocks.AgendaStreamBlock(),
    blocks.UpdatesStreamBlock(),
]

# What the preview of each block must show.
WORDS = {
    "heading": "What to expect",
    "paragraph": "Come as you are.",
    "image": "A caption of one line",
    "gallery": "How it looked",
    "recording": "The whole conversation",
    "slides": "Ten small kindnesses",
    "transcript": "I would like to begin with a story",
    "update": "We have moved to room 2",
    "quote": {
        blocks.BodyStreamBlock: "stayed for the whole evening",
        blocks.InsightsStreamBlock: "I had not been asked",
    },
    "embed": "A film of the last conversation",
    "call_to_action": "Read how it began",
    "documents": "Take these with you",
    "details": "What if I cannot stay to the end?",
    "events": "Coming up",
    "opening": "a minute of quiet",
    "question": "compassion change your day?",
    "activity": "Talk in pairs",
    "purpose": "everybody is listened to",
    "preparation": "Book a room with movable chairs",
    "handouts": "Take these with you",
    "agreements": "One person speaks at a time",
    "round": "Leave the silence.",
    "break": {
        blocks.GuideStreamBlock: "Tea and a stretch",
        blocks.RunningOrderStreamBlock: "Tea and a stretch",
        blocks.AgendaStreamBlock: "Tea and cake",
    },
    "session": "Somebody from the neighbourhood",
    "parallel": "A walk in pairs",
    "day": "Going further",
    "closing": "One word each",
    "harvest": "one thing it learnt on a card",
    "part": "Arrive and settle",
    "question_note": "Expect a silence here.",
    "finding": "Small things carry far",
    "notes_picture": "Notes of the second round",
    "resource": "A page of prompts to print",
    "link": "Our blog",
    "reading": "The kindness of strangers",
}

SHIPPED = [
    pytest.param(child, stream, id=f"{type(stream).__name__}-{name}")
    for stream in STREAMS
    for name, child in stream.child_blocks.items()
]


@pytest.fixture
def preview(admin_session, home):
    """Return a function that asks the admin for a block's preview, as the block chooser does."""

    def get(block):
        response = admin_session.get(
            reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix}
        )
        assert response.status_code == 200
        html5lib.HTMLParser(strict=True).parse(response.content)
        return response.content.decode()

    return get


@pytest.mark.parametrize(("block", "stream_block"), SHIPPED)
def test_a_block_is_previewed_without_a_picture_or_document_in_the_site(
    block, stream_block, preview
):
    html = preview(block)

    words = WORDS[block.name]
    words = words[type(stream_block)] if isinstance(words, dict) else words
    assert words in html
    assert "wagtail_lift/css/lift.css" in html


@pytest.mark.parametrize(("block", "stream_block"), SHIPPED)
def test_a_preview_has_no_inline_style_or_script(block, stream_block, preview):
    html = preview(block)

    assert [bad for bad in ("<style", "style=", "<script", "onclick") if bad in html] == []


@pytest.mark.parametrize("name", ["image", "notes_picture"])
def test_a_preview_shows_a_picture_of_the_site(name, preview, image):
    stream_block = STREAMS[0] if name == "image" else STREAMS[3]

    html = preview(stream_block.child_blocks[name])

    assert 'alt="Circle of chairs"' in html


def test_a_preview_shows_documents_of_the_site(preview, document):
    html = preview(STREAMS[0].child_blocks["documents"])

    assert "Prompts to print" in html


def test_a_preview_shows_events_of_the_site(preview, home, now):
    make_event(make_programme(home), "Kindness on Mondays", **when(now + timedelta(days=7)))

    with time_machine.travel(now, tick=False):
        html = preview(STREAMS[0].child_blocks["events"])

    assert "Kindness on Mondays" in html


def test_a_preview_of_an_embed_asks_no_other_website(preview):
    html = preview(STREAMS[0].child_blocks["embed"])

    assert "<svg" in html
    assert "<iframe" not in html


# All but the embed, whose film is drawn by us.
@pytest.mark.parametrize(
    ("block", "stream_block"), [case for case in SHIPPED if case.values[0].name != "embed"]
)
def test_a_preview_value_is_valid_content(block, stream_block, image, document, home):
    make_programme(home)
    value = block.normalize(block.get_preview_value())

    cleaned = block.clean(value)

    assert block.get_prep_value(cleaned) is not None


def test_previews_name_every_shipped_block():
    assert set(WORDS) == {name for stream in STREAMS for name in stream.child_blocks}
