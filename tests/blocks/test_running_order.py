"""The running order: its steps, what it needs, and the guide that begins with it."""

import pytest
from pytest_django.asserts import assertHTMLEqual

from wagtail_lift.blocks import (
    ConversationStreamBlock,
    GuideStreamBlock,
    RunningOrderStreamBlock,
    guide_parts,
    lost_notes,
    materials_of,
    noted_questions,
    questions_of,
    running_order_steps,
)
from wagtail_lift.blocks.running_order import NotedQuestion
from wagtail_lift.domain.guide import GuideStep

GONE = "A question that is no longer there"
PART = {
    "title": "Arrive",
    "minutes": 10,
    "purpose": "Nobody waits alone.",
    "what_to_say": '<p data-block-key="k1">Welcome.</p>',
    "materials": "Name cards\n\n Thick pens \nName cards",
    "who": "Ada",
}


def note(question, *, minutes=None, words="Wait."):
    return {"question": question, "minutes": minutes, "who": "Bo", "note": words}


@pytest.fixture
def running_order(stream):
    return stream(
        RunningOrderStreamBlock(),
        ("part", PART, "id-part"),
        ("question_note", note("id-one"), "id-note"),
        ("break", {"title": "", "minutes": 5}, "id-break"),
        ("question_note", note("id-two"), "id-second"),
        ("question_note", note("id-gone", minutes=8), "id-lost"),
        ("question_note", note(""), "id-none"),
        ("part", {}, "id-empty"),
    )


def test_steps_take_title_and_minutes_of_the_question_where_a_note_has_none(
    running_order, conversation
):
    assert running_order_steps(running_order, questions_of(conversation)) == (
        GuideStep("Arrive", 10),
        GuideStep("One?", 15),
        GuideStep("Break", 5),
        GuideStep("Two?", 0),
        GuideStep(GONE, 8),
        GuideStep("Note on a question", 0),
        GuideStep("Part", 0),
    )


def test_steps_of_nothing_are_none():
    assert running_order_steps(None, []) == ()


def test_notes_name_their_place_and_their_question(running_order):
    assert list(noted_questions(running_order)) == [
        NotedQuestion(1, "id-note", "id-one"),
        NotedQuestion(3, "id-second", "id-two"),
        NotedQuestion(4, "id-lost", "id-gone"),
    ]


def test_notes_are_lost_whose_question_is_not_among_those_asked(running_order):
    lost = lost_notes(running_order, ["id-two"])

    assert [found.block_id for found in lost] == ["id-note", "id-lost"]


def test_materials_are_told_once(running_order):
    assert materials_of(running_order) == ["Name cards", "Thick pens"]


def test_guide_begins_with_what_may_be_public(running_order, conversation):
    parts = guide_parts(running_order, questions_of(conversation))

    def round_of(title, minutes, text="", tip=""):
        value = {"title": title, "minutes": minutes, "what_to_say": text, "prompts": []}
        return {"type": "round", "value": {**value, "host_tip": tip}}

    assert parts == [
        {"type": "preparation", "value": ["Name cards", "Thick pens"]},
        round_of("Arrive", 10, PART["what_to_say"], PART["purpose"]),
        round_of("One?", 15),
        {"type": "break", "value": {"title": "", "minutes": 5}},
        round_of("Two?", None),
        round_of("Part", None),
    ]


def test_guide_holds_neither_notes_nor_who_does_what(running_order, conversation):
    guide = str(guide_parts(running_order, questions_of(conversation)))

    assert [word for word in ("Wait.", "Ada", "Bo", GONE) if word in guide] == []


def test_guide_keeps_a_question_that_is_too_long_for_a_title(stream):
    words = f"{'Why ' * 60}?"
    asked = stream(ConversationStreamBlock(), ("question", {"question": words}, "id-long"))
    order = stream(RunningOrderStreamBlock(), ("question_note", note("id-long", minutes=5), "n"))

    (part,) = guide_parts(order, questions_of(asked))

    block = GuideStreamBlock()
    assert (len(part["value"]["title"]), part["value"]["prompts"]) == (200, [words])
    assert block.clean(block.to_python([part]))[0].value["minutes"] == 5


def test_running_order_is_found_by_no_search(running_order):
    assert running_order.stream_block.get_searchable_content(running_order) == []


def test_incomplete_running_order_stops_nobody(running_order):
    block = running_order.stream_block

    assert block.clean(running_order).get_prep_value()[6]["value"]["title"] == ""


def test_part_shows_what_it_has(running_order, render):
    html = render(running_order[1])

    assertHTMLEqual(
        html,
        """<section class="lift-guide-part lift-guide-part--running-order">
        <h2 class="lift-guide-part__title"><bdi>Note on a question</bdi></h2>
        <h3 class="lift-guide-part__label">Who</h3><p>Bo</p>
        <div class="lift-guide-part__tip"><h3 class="lift-guide-part__label">Note</h3>
        <p>Wait.</p></div></section>""",
    )
