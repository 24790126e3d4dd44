import pytest
from django.core.exceptions import ValidationError
from pytest_django.asserts import assertHTMLEqual
from wagtail.models import CollectionViewRestriction

from wagtail_lift.blocks import GuideStreamBlock, guide_steps, total_minutes
from wagtail_lift.domain.guide import GuideStep

TEXT = '<p data-block-key="ab1cd">Welcome <b>everybody</b>.</p>'
ROUND = {
    "title": "Stories in pairs",
    "minutes": 20,
    "minutes_each": None,
    "can_be_left_out": False,
    "what_to_say": TEXT,
    "prompts": ["What helped?", "What changed?"],
    "host_tip": "Leave the silence.",
}


@pytest.fixture
def guide(stream):
    return stream(
        GuideStreamBlock(),
        ("purpose", TEXT, "id-purpose"),
        ("preparation", ["Book a room", "Print the questions"], "id-preparation"),
        ("round", ROUND, "id-round"),
        ("break", {"title": "", "minutes": 10}, "id-break"),
        ("closing", {"title": "One word", "minutes": 75, "what_to_say": TEXT}, "id-closing"),
    )


def test_guide_api_representation(guide):
    assert guide.stream_block.get_api_representation(guide) == [
        {"type": "purpose", "value": TEXT, "id": "id-purpose"},
        {
            "type": "preparation",
            "value": ["Book a room", "Print the questions"],
            "id": "id-preparation",
        },
        {"type": "round", "value": ROUND, "id": "id-round"},
        {"type": "break", "value": {"title": "", "minutes": 10}, "id": "id-break"},
        {
            "type": "closing",
            "value": {"title": "One word", "minutes": 75, "what_to_say": TEXT},
            "id": "id-closing",
        },
    ]


def test_guide_search_content(guide):
    content = guide.stream_block.get_searchable_content(guide)

    assert [text.strip() for text in content] == [
        "Welcome everybody.",
        "Book a room",
        "Print the questions",
        "Stories in pairs",
        "Welcome everybody.",
        "What helped?",
        "What changed?",
        "Leave the silence.",
        "One word",
        "Welcome everybody.",
    ]


def test_guide_steps_are_its_timed_parts_in_order(guide):
    assert guide_steps(guide) == (
        GuideStep("Stories in pairs", 20),
        GuideStep("Break", 10),
        GuideStep("One word", 75),
    )


def test_guide_knows_its_total_minutes(guide):
    assert total_minutes(guide) == 105


def test_guide_knows_which_of_its_rounds_can_be_left_out(stream):
    spare = {**ROUND, "can_be_left_out": True}
    value = stream(GuideStreamBlock(), ("round", ROUND, "one"), ("round", spare, "two"))

    assert [step.can_be_left_out for step in guide_steps(value)] == [False, True]


def test_round_says_its_minutes_for_each_person_and_that_it_can_be_left_out(stream, render):
    spare = {"title": "Pairs", "minutes": 20, "minutes_each": 3, "can_be_left_out": True}
    value = stream(GuideStreamBlock(), ("round", spare, "one"))

    assertHTMLEqual(
        render(value[0]),
        """
        <section class="lift-guide-part lift-guide-part--round">
          <h2 class="lift-guide-part__title">Pairs</h2>
          <p class="lift-guide-part__minutes">
            <time datetime="PT20M">20 minutes</time> · 3 minutes for each person
          </p>
          <p class="lift-guide-part__spare">If time is short, leave this out.</p>
        </section>
        """,
    )


@pytest.fixture
def gathered(stream, document):
    """What the group agrees on, what is handed out and how what is said is gathered."""
    return stream(
        GuideStreamBlock(),
        ("agreements", ["One person speaks", "You may pass"], "id-agreements"),
        ("harvest", TEXT, "id-harvest"),
        ("handouts", {"title": "", "documents": [document.pk]}, "id-handouts"),
    )


def test_agreements_harvest_and_handouts_in_the_api(gathered, document):
    agreements, harvest, handouts = gathered.stream_block.get_api_representation(gathered)

    assert agreements["value"] == ["One person speaks", "You may pass"]
    assert harvest["value"] == TEXT
    assert handouts["value"]["documents"] == [document.pk]
    assert [link["title"] for link in handouts["value"]["links"]] == ["Prompts to print"]


def test_agreements_and_harvest_render(gathered, render):
    assertHTMLEqual(
        render(gathered[0]),
        """
        <section class="lift-guide-part lift-guide-part--agreements">
          <h2 class="lift-guide-part__title">Agreements</h2>
          <ul class="lift-guide-part__prompts">
            <li class="lift-guide-part__prompt">One person speaks</li>
            <li class="lift-guide-part__prompt">You may pass</li>
          </ul>
        </section>
        """,
    )
    assert f'<div class="lift-guide-part__text lift-prose">{TEXT}</div>' in render(gathered[1])


def test_handouts_render_with_type_and_size(gathered, document, render):
    document.file_size = 2048
    document.save()

    html = render(gathered[2])

    kind = document.file_extension.upper()
    assert "Handouts</h2>" in html
    assert "Prompts to print</a>" in html
    assert f"({kind}, 2.0\xa0KB)" in html


def test_handouts_of_a_private_collection_are_not_linked(gathered, document, render):
    CollectionViewRestriction.objects.create(
        collection=document.collection, restriction_type="login"
    )

    assert "Prompts to print" not in render(gathered[2])


def test_parts_of_a_draft_count_as_nothing(stream):
    draft = stream(
        GuideStreamBlock(), ("round", {}, "id-1"), ("break", {}, "id-2"), ("closing", {}, "id-3")
    )

    assert guide_steps(draft) == (
        GuideStep("Round", 0),
        GuideStep("Break", 0),
        GuideStep("Closing", 0),
    )
    assert total_minutes(draft) == 0


@pytest.mark.parametrize("nothing", [None, GuideStreamBlock().to_python([])])
def test_no_guide_takes_no_time(nothing):
    assert guide_steps(nothing) == ()
    assert total_minutes(nothing) == 0


RENDERED = [
    f"""
    <section class="lift-guide-part lift-guide-part--purpose">
      <h2 class="lift-guide-part__title">Purpose</h2>
      <div class="lift-guide-part__text lift-prose">{TEXT}</div>
    </section>
    """,
    """
    <section class="lift-guide-part lift-guide-part--preparation">
      <h2 class="lift-guide-part__title">Preparation</h2>
      <ul class="lift-checklist">
        <li class="lift-checklist__item">Book a room</li>
        <li class="lift-checklist__item">Print the questions</li>
      </ul>
    </section>
    """,
    f"""
    <section class="lift-guide-part lift-guide-part--round">
      <h2 class="lift-guide-part__title">Stories in pairs</h2>
      <p class="lift-guide-part__minutes"><time datetime="PT20M">20 minutes</time></p>
      <div class="lift-guide-part__text lift-prose">{TEXT}</div>
      <h3 class="lift-guide-part__label">Prompts</h3>
      <ul class="lift-guide-part__prompts">
        <li class="lift-guide-part__prompt">What helped?</li>
        <li class="lift-guide-part__prompt">What changed?</li>
      </ul>
      <div class="lift-guide-part__tip">
        <h3 class="lift-guide-part__label">Tip for hosts</h3>
        <p>Leave the silence.</p>
      </div>
    </section>
    """,
    """
    <section class="lift-guide-part lift-guide-part--break">
      <h2 class="lift-guide-part__title">Break</h2>
      <p class="lift-guide-part__minutes"><time datetime="PT10M">10 minutes</time></p>
    </section>
    """,
    f"""
    <section class="lift-guide-part lift-guide-part--closing">
      <h2 class="lift-guide-part__title">One word</h2>
      <p class="lift-guide-part__minutes"><time datetime="PT75M">1 hour 15 minutes</time></p>
      <div class="lift-guide-part__text lift-prose">{TEXT}</div>
    </section>
    """,
]


@pytest.mark.parametrize(("position", "expected"), [*enumerate(RENDERED)])
def test_a_part_of_the_guide_renders(position, expected, guide, render):
    assertHTMLEqual(render(guide[position]), expected)


EMPTY = {"purpose": "", "preparation": [None], "agreements": [None], "harvest": ""}


@pytest.mark.parametrize("kind", GuideStreamBlock().child_blocks)
def test_an_empty_draft_renders(kind, stream, render):
    empty = EMPTY.get(kind, {})
    value = stream(GuideStreamBlock(), (kind, empty, "id-one"))

    assert "None" not in render(value[0])


REQUIRED = {"messages": ["This field is required."]}


@pytest.mark.parametrize(
    ("kind", "stored", "errors"),
    [
        ("purpose", "", REQUIRED),
        ("preparation", [""], {"blockErrors": {0: REQUIRED}}),
        ("agreements", [""], {"blockErrors": {0: REQUIRED}}),
        ("harvest", "", REQUIRED),
        ("round", {}, {"blockErrors": {"title": REQUIRED, "minutes": REQUIRED}}),
        (
            "round",
            {**ROUND, "minutes": 601},
            {
                "blockErrors": {
                    "minutes": {"messages": ["Ensure this value is less than or equal to 600."]}
                }
            },
        ),
        ("break", {}, {"blockErrors": {"minutes": REQUIRED}}),
        ("closing", {}, {"blockErrors": {"minutes": REQUIRED}}),
    ],
)
def test_a_part_of_the_guide_refuses_bad_input_at_its_field(kind, stored, errors, stream):
    value = stream(GuideStreamBlock(), (kind, stored, "id-one"))

    with pytest.raises(ValidationError) as refused:
        value.stream_block.clean(value)

    assert refused.value.as_json_data() == {"blockErrors": {0: errors}}


@pytest.mark.parametrize("kind", GuideStreamBlock().child_blocks)
def test_a_draft_of_the_guide_may_be_empty(kind, stream):
    empty = EMPTY.get(kind, {})
    value = stream(GuideStreamBlock(), (kind, empty, "id-one"))

    assert [child.id for child in value.stream_block.clean_deferred(value)] == ["id-one"]
