import pytest
from django.core.exceptions import ValidationError
from pytest_django.asserts import assertHTMLEqual
from wagtail.rich_text import RichText

from wagtail_lift.blocks import InsightsStreamBlock, Question, ResourcesStreamBlock, with_kept_keys

pytestmark = pytest.mark.django_db  # choosers ask for what was chosen

TEXT = '<p data-block-key="ab1cd">It began with <b>a minute</b>.</p>'
FINDING = {"title": "Small things", "text": TEXT, "questions": ["id-two", "id-gone", "id-one"]}
QUOTE = {"text": "Nobody had asked.", "credit": "A participant"}
RESOURCE = {
    "title": "Prompts",
    "description": "Six of them.",
    "url": "https://example.org/prompts",
    "page": None,
    "document": None,
}


def asked(block_id, number, question):
    return Question(block_id, number, f"question-{block_id}", question, RichText(""), None, "")


@pytest.fixture
def insights(stream):
    return stream(
        InsightsStreamBlock(),
        ("paragraph", TEXT, "id-p"),
        ("finding", FINDING, "id-f"),
        ("quote", QUOTE, "id-q"),
        ("resource", RESOURCE, "id-r"),
    )


@pytest.fixture
def notes(stream, image):
    stored = {
        "image": {"image": image.pk, "alt_text": "A flip chart", "decorative": False},
        "caption": "Round two",
        "long_description": "Listen first.\n\nAsk again.",
    }
    return stream(InsightsStreamBlock(), ("notes_picture", stored, "id-n"))


def test_insights_api_representation(insights):
    link = {
        "kind": "url",
        "url": "https://example.org/prompts",
        "title": "Prompts",
        "type": "",
        "size": None,
    }

    assert insights.stream_block.get_api_representation(insights) == [
        {"type": "paragraph", "value": TEXT, "id": "id-p"},
        {"type": "finding", "value": FINDING, "id": "id-f"},
        {"type": "quote", "value": QUOTE, "id": "id-q"},
        {"type": "resource", "value": {**RESOURCE, "link": link}, "id": "id-r"},
    ]


def test_notes_picture_api_representation(notes, image):
    assert notes.stream_block.get_api_representation(notes) == [
        {
            "type": "notes_picture",
            "value": {
                "image": {"image": image.pk, "alt_text": "A flip chart", "decorative": False},
                "caption": "Round two",
                "long_description": "Listen first.\n\nAsk again.",
                "rendition": {
                    "url": image.get_rendition("max-1600x1600").full_url,
                    "width": 64,
                    "height": 48,
                    "alt": "A flip chart",
                },
                "sizes": {},
                "srcset": "",
            },
            "id": "id-n",
        }
    ]


def test_insights_search_content_has_words_and_no_ids(insights):
    content = insights.stream_block.get_searchable_content(insights)

    assert [text.strip() for text in content] == [
        "It began with a minute.",
        "Small things",
        "It began with a minute.",
        "Nobody had asked.",
        "A participant",
        "Prompts",
        "Six of them.",
    ]


def test_notes_picture_search_content(notes):
    assert notes.stream_block.get_searchable_content(notes) == [
        "A flip chart",
        "Round two",
        "Listen first.\n\nAsk again.",
    ]


def test_get_then_patch_of_insights_changes_nothing(insights, notes, api_write):
    for value in (insights, notes):
        block = value.stream_block
        before = value.get_prep_value()

        cleaned = api_write(block, block.get_api_representation(value))

        assert with_kept_keys(cleaned, value).get_prep_value() == before


def test_finding_renders_the_questions_it_answers(insights, render):
    questions = {
        "id-one": asked("id-one", 1, "What helped?"),
        "id-two": asked("id-two", 2, "What next?"),
    }

    html = render(insights[1], {"questions": questions})

    assertHTMLEqual(
        html,
        f"""
        <article class="lift-finding">
          <h3 class="lift-finding__title">Small things</h3>
          <div class="lift-finding__text lift-prose">{TEXT}</div>
          <div class="lift-finding__answers">
            <p class="lift-finding__label">We had asked</p>
            <ul class="lift-finding__questions">
              <li class="lift-finding__question"><bdi>What next?</bdi></li>
              <li class="lift-finding__question"><bdi>What helped?</bdi></li>
            </ul>
          </div>
        </article>
        """,
    )


@pytest.mark.parametrize("context", [{}, {"questions": {}}, {"questions": [asked("x", 1, "?")]}])
def test_finding_renders_without_questions_where_the_page_knows_none(context, insights, render):
    assert "We had asked" not in render(insights[1], context)


def test_insight_quote_renders_with_the_credit(insights, render):
    assertHTMLEqual(
        render(insights[2]),
        """
        <figure class="lift-quote lift-quote--insight">
          <blockquote class="lift-quote__text"><p>Nobody had asked.</p></blockquote>
          <figcaption class="lift-quote__credit">A participant</figcaption>
        </figure>
        """,
    )


def test_insight_quote_starts_with_an_anonymous_credit():
    block = InsightsStreamBlock().child_blocks["quote"]

    assert dict(block.get_default()) == {"text": None, "credit": "A participant"}


def test_resource_renders_linked(insights, render):
    assertHTMLEqual(
        render(insights[3]),
        """
        <article class="lift-reading lift-reading--resource">
          <h3 class="lift-reading__title">
            <a class="lift-reading__link" href="https://example.org/prompts">Prompts</a>
          </h3>
          <div class="lift-reading__why"><p>Six of them.</p></div>
        </article>
        """,
    )


def test_resource_does_not_lead_to_a_private_page(stream, render, private_page):
    value = stream(
        ResourcesStreamBlock(), ("resource", {"title": "Notes", "page": private_page.pk}, "id-r")
    )

    (represented,) = value.stream_block.get_api_representation(value)
    html = render(value[0])

    assert represented["value"]["link"] is None
    assertHTMLEqual(
        html,
        """
        <article class="lift-reading lift-reading--resource">
          <h3 class="lift-reading__title">Notes</h3>
        </article>
        """,
    )


def test_notes_picture_renders_all_that_it_says(notes, render):
    html = render(notes[0])

    assert 'alt="A flip chart"' in html
    assert "<p>Round two</p>" in html
    assert '<summary class="lift-details__summary">What the notes say</summary>' in html
    assert "<p>Listen first.</p>\n\n<p>Ask again.</p>" in html


REQUIRED = {"messages": ["This field is required."]}


@pytest.mark.parametrize(
    ("kind", "empty", "errors"),
    [
        ("finding", {}, {"title": REQUIRED, "text": REQUIRED}),
        ("quote", {}, {"text": REQUIRED, "credit": REQUIRED}),
        ("resource", {}, {"title": REQUIRED}),
        (
            "notes_picture",
            {},
            {"image": {"blockErrors": {"image": REQUIRED}}, "long_description": REQUIRED},
        ),
    ],
)
def test_an_empty_block_is_refused_on_publishing_and_kept_in_a_draft(
    kind, empty, errors, stream, render
):
    value = stream(InsightsStreamBlock(), (kind, empty, "id-one"))

    with pytest.raises(ValidationError) as refused:
        value.stream_block.clean(value)
    draft = value.stream_block.clean_deferred(value)

    assert refused.value.as_json_data() == {"blockErrors": {0: {"blockErrors": errors}}}
    assert "None" not in render(draft[0])
