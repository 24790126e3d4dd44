import pytest
from django.core.exceptions import ValidationError
from pytest_django.asserts import assertHTMLEqual
from wagtail.rich_text import RichText

from wagtail_lift.blocks import ConversationStreamBlock, Question, questions_of

WHY = '<p data-block-key="a1">It <b>matters</b>.</p>'
STORED = {
    "question": "What gives you courage?",
    "why": WHY,
    "minutes": 20,
    "asked_by": "Maya",
}


@pytest.fixture
def conversation(stream):
    block = ConversationStreamBlock()
    return stream(
        block,
        ("opening", "<p>Welcome.</p>", "id-opening"),
        ("question", STORED, "id-one"),
        ("activity", {"title": "In pairs", "minutes": 90, "instructions": "<p>Walk.</p>"}, "id-a"),
        ("question", {"question": "What now?"}, "id-two"),
    )


def test_questions_of_returns_the_public_side_in_order(conversation):
    questions = questions_of(conversation)

    assert questions == [
        Question(
            id="id-one",
            number=1,
            anchor="question-id-one",
            question="What gives you courage?",
            why=RichText(WHY),
            minutes=20,
            asked_by="Maya",
        ),
        Question(
            id="id-two",
            number=2,
            anchor="question-id-two",
            question="What now?",
            why=RichText(""),
            minutes=None,
            asked_by="",
        ),
    ]


def test_questions_of_copes_with_questions_never_saved():
    block = ConversationStreamBlock()
    value = block.to_python([("question", {"question": "New?"}), ("question", {})])

    questions = questions_of(value)

    assert [(q.id, q.anchor, q.question) for q in questions] == [
        ("", "question-1", "New?"),
        ("", "question-2", ""),
    ]


@pytest.mark.parametrize("nothing", [None, ConversationStreamBlock().to_python([])])
def test_questions_of_nothing_is_empty(nothing):
    assert questions_of(nothing) == []


def test_conversation_api_representation_is_what_it_states(conversation):
    representation = conversation.stream_block.get_api_representation(conversation)

    assert representation == [
        {"type": "opening", "value": "<p>Welcome.</p>", "id": "id-opening"},
        {
            "type": "question",
            "value": {
                "question": "What gives you courage?",
                "why": WHY,
                "minutes": 20,
                "asked_by": "Maya",
            },
            "id": "id-one",
        },
        {
            "type": "activity",
            "value": {"title": "In pairs", "minutes": 90, "instructions": "<p>Walk.</p>"},
            "id": "id-a",
        },
        {
            "type": "question",
            "value": {"question": "What now?", "why": "", "minutes": None, "asked_by": ""},
            "id": "id-two",
        },
    ]


def test_conversation_search_content_has_all_public_words(conversation):
    content = conversation.stream_block.get_searchable_content(conversation)

    assert [text.strip() for text in content] == [
        "Welcome.",
        "What gives you courage?",
        "It matters.",
        "Maya",
        "In pairs",
        "Walk.",
        "What now?",
    ]


def test_question_renders_with_anchor_and_without_its_note(conversation, render):
    html = render(conversation[1], {"id": "id-one"})

    assertHTMLEqual(
        html,
        """
        <article class="lift-question" id="question-id-one"
                 aria-labelledby="question-id-one-text">
          <a class="lift-question__number" href="#question-id-one"><span
             class="lift-visually-hidden">Link to question </span>1</a>
          <div class="lift-question__body">
            <h3 class="lift-question__text"
             id="question-id-one-text"><bdi>What gives you courage?</bdi></h3>
            <div class="lift-question__why"><p data-block-key="a1">It <b>matters</b>.</p></div>
            <p class="lift-question__facts">
              <span class="lift-question__asker" dir="auto">Asked by <bdi>Maya</bdi></span>
              <time class="lift-question__minutes" dir="auto" datetime="PT20M">20 minutes</time>
            </p>
          </div>
        </article>
        """,
    )


def test_conversation_renders_every_part_with_number_and_anchor(conversation, render):
    html = render(conversation.stream_block.bind(conversation))

    assert html.index("Welcome.") < html.index("What gives you") < html.index("What now?")
    assert 'id="question-id-one"' in html
    assert 'id="question-id-two"' in html
    assert "</span>2</a>" in html
    assert "SECRET-NOTE" not in html


def test_opening_renders_its_words(conversation, render):
    assertHTMLEqual(
        render(conversation[0]), '<div class="lift-opening lift-prose"><p>Welcome.</p></div>'
    )


def test_activity_renders_title_length_and_instructions(conversation, render):
    assertHTMLEqual(
        render(conversation[2]),
        """
        <article class="lift-activity">
          <h3 class="lift-activity__title">In pairs</h3>
          <p class="lift-activity__minutes"><time datetime="PT90M">1 hour 30 minutes</time></p>
          <div class="lift-activity__instructions lift-prose"><p>Walk.</p></div>
        </article>
        """,
    )


@pytest.mark.parametrize("kind", ["question", "activity"])
def test_an_empty_draft_renders(kind, render):
    block = ConversationStreamBlock()
    value = block.to_python([(kind, {})])

    assert "None" not in render(value[0])


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"question": ""}, "question", "This field is required."),
        (
            {"question": "x" * 301},
            "question",
            "Ensure this value has at most 300 characters (it has 301).",
        ),
        ({"minutes": 0}, "minutes", "Ensure this value is greater than or equal to 1."),
        ({"minutes": 601}, "minutes", "Ensure this value is less than or equal to 600."),
    ],
)
def test_question_refuses_bad_input_at_its_field(changes, field, message):
    block = ConversationStreamBlock().child_blocks["question"]
    value = block.to_python({**STORED, **changes})

    with pytest.raises(ValidationError) as refused:
        block.clean(value)

    assert refused.value.as_json_data() == {"blockErrors": {field: {"messages": [message]}}}


def test_question_may_be_empty_in_a_draft():
    block = ConversationStreamBlock(required=False)
    value = block.to_python([{"type": "question", "value": {}, "id": "id-one"}])

    cleaned = block.clean_deferred(value)

    assert cleaned.get_prep_value() == [
        {
            "type": "question",
            "value": {
                "question": "",
                "why": "",
                "minutes": None,
                "asked_by": "",
            },
            "id": "id-one",
        }
    ]


def test_question_ids_survive_edits_and_reordering(conversation):
    block = conversation.stream_block
    reordered = block.to_python(list(reversed(conversation.get_prep_value())))
    reordered[0].value["question"] = "What now, together?"

    cleaned = block.clean(reordered)

    assert [child.id for child in cleaned] == ["id-two", "id-a", "id-one", "id-opening"]


def test_question_ids_survive_an_api_write(conversation, api_write):
    block = conversation.stream_block

    cleaned = api_write(block, block.get_api_representation(conversation))

    assert [child.id for child in cleaned] == ["id-opening", "id-one", "id-a", "id-two"]
