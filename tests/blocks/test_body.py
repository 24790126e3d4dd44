import pytest
from django.core.exceptions import ValidationError
from pytest_django.asserts import assertHTMLEqual

from wagtail_lift.blocks import BodyStreamBlock

pytestmark = pytest.mark.django_db  # choosers ask for what was chosen

TEXT = '<p data-block-key="ab1cd">Come <b>as you are</b>.</p>'

TEXT_BLOCKS = [
    pytest.param(
        "heading",
        {"text": "What to expect", "level": "2"},
        {"text": "What to expect", "level": "2"},
        ["What to expect"],
        '<h2 class="lift-heading">What to expect</h2>',
        id="heading",
    ),
    pytest.param(
        "heading",
        {"text": "First part", "level": "3"},
        {"text": "First part", "level": "3"},
        ["First part"],
        '<h3 class="lift-heading lift-heading--part">First part</h3>',
        id="heading of a part",
    ),
    pytest.param(
        "paragraph",
        TEXT,
        TEXT,
        ["Come as you are."],
        f'<div class="lift-paragraph">{TEXT}</div>',
        id="paragraph",
    ),
    pytest.param(
        "quote",
        {"text": "I stayed.\n\nAll night.", "attribution": "Maya"},
        {"text": "I stayed.\n\nAll night.", "attribution": "Maya"},
        ["I stayed.\n\nAll night.", "Maya"],
        """
        <figure class="lift-quote">
          <blockquote class="lift-quote__text"><p>I stayed.</p><p>All night.</p></blockquote>
          <figcaption class="lift-quote__credit">Maya</figcaption>
        </figure>
        """,
        id="quote",
    ),
    pytest.param(
        "quote",
        {"text": "I stayed.", "attribution": ""},
        {"text": "I stayed.", "attribution": ""},
        ["I stayed."],
        """
        <figure class="lift-quote">
          <blockquote class="lift-quote__text"><p>I stayed.</p></blockquote>
        </figure>
        """,
        id="quote of nobody named",
    ),
    pytest.param(
        "call_to_action",
        {"label": "Read on", "page": None, "url": "https://example.org/"},
        {
            "label": "Read on",
            "page": None,
            "url": "https://example.org/",
            "link": {
                "kind": "url",
                "url": "https://example.org/",
                "title": "Read on",
                "type": "",
                "size": None,
            },
        },
        ["Read on"],
        """
        <p class="lift-call">
          <a class="lift-button" href="https://example.org/">Read on</a>
        </p>
        """,
        id="call to action",
    ),
    pytest.param(
        "details",
        {"summary": "May I bring a child?", "text": TEXT},
        {"summary": "May I bring a child?", "text": TEXT},
        ["May I bring a child?", "Come as you are."],
        f"""
        <details class="lift-details">
          <summary class="lift-details__summary">May I bring a child?</summary>
          <div class="lift-details__body lift-prose">{TEXT}</div>
        </details>
        """,
        id="details",
    ),
]


@pytest.mark.parametrize(("kind", "stored", "represented", "searched", "rendered"), TEXT_BLOCKS)
def test_a_text_block(kind, stored, represented, searched, rendered, stream, render):
    value = stream(BodyStreamBlock(), (kind, stored, "id-one"))

    representation = value.stream_block.get_api_representation(value)
    search_content = value.stream_block.get_searchable_content(value)
    html = render(value[0])

    assert representation == [{"type": kind, "value": represented, "id": "id-one"}]
    assert [text.strip() for text in search_content] == searched
    assertHTMLEqual(html, rendered)


@pytest.mark.parametrize(("kind", "stored", "represented", "searched", "rendered"), TEXT_BLOCKS)
def test_a_text_block_is_valid(kind, stored, represented, searched, rendered, stream):
    value = stream(BodyStreamBlock(), (kind, stored, "id-one"))

    cleaned = value.stream_block.clean(value)

    assert value.stream_block.get_api_representation(cleaned) == [
        {"type": kind, "value": represented, "id": "id-one"}
    ]


REQUIRED = "This field is required."


@pytest.mark.parametrize(
    ("kind", "empty", "errors"),
    [
        ("heading", {}, {"text": REQUIRED}),
        ("quote", {}, {"text": REQUIRED}),
        ("call_to_action", {}, {"label": REQUIRED}),
        ("details", {}, {"summary": REQUIRED, "text": REQUIRED}),
        ("image", {}, {"image": None}),
        ("embed", {}, {"embed": REQUIRED}),
        ("documents", {"documents": []}, {"documents": None}),
    ],
)
def test_an_empty_block_is_refused_on_publishing_and_kept_in_a_draft(kind, empty, errors, stream):
    block = BodyStreamBlock()
    value = stream(block, (kind, empty, "id-one"))

    with pytest.raises(ValidationError) as refused:
        block.clean(value)
    draft = block.clean_deferred(value)

    found = refused.value.block_errors[0].block_errors
    messages = {
        name: None if not hasattr(error, "message") else error.messages[0]
        for name, error in found.items()
        if errors.get(name)
    }
    assert set(found) == set(errors)
    assert messages == {name: text for name, text in errors.items() if text}
    assert [child.id for child in draft] == ["id-one"]


@pytest.mark.parametrize("kind", BodyStreamBlock().child_blocks)
def test_an_empty_draft_renders(kind, stream, render):
    empty = "" if kind == "paragraph" else {}
    value = stream(BodyStreamBlock(), (kind, empty, "id-one"))

    html = render(value[0])

    assert "None" not in html


def test_a_heading_has_one_of_two_levels(stream):
    value = stream(BodyStreamBlock(), ("heading", {"text": "x", "level": "1"}, "id-one"))

    with pytest.raises(ValidationError) as refused:
        value.stream_block.clean(value)

    assert list(refused.value.block_errors[0].block_errors) == ["level"]


def test_a_call_to_action_that_leads_nowhere_public_is_not_shown(stream, render, private_page):
    stored = {"label": "Read on", "page": private_page.pk}
    value = stream(BodyStreamBlock(), ("call_to_action", stored, "id-one"))

    assert render(value[0]).strip() == ""


@pytest.fixture
def documents(stream, document, closed_document):
    items = [
        {"type": "item", "value": chosen, "id": f"item-{number}"}
        for number, chosen in enumerate([document.pk, closed_document.pk, None])
    ]
    stored = {"title": "Take these", "documents": items}
    return stream(BodyStreamBlock(), ("documents", stored, "id-one"))


def test_documents_api_representation_links_only_public_ones(
    documents, document, closed_document, site_request
):
    representation = documents.stream_block.get_api_representation(
        documents, {"request": site_request}
    )

    assert representation == [
        {
            "type": "documents",
            "value": {
                "title": "Take these",
                "documents": [document.pk, closed_document.pk, None],
                "links": [
                    {
                        "kind": "document",
                        "url": f"http://testserver{document.url}",
                        "title": "Prompts to print",
                        "type": "txt",
                        "size": 7,
                    }
                ],
            },
            "id": "id-one",
        }
    ]


def test_documents_render_only_public_ones(documents, document, render):
    assertHTMLEqual(
        render(documents[0]),
        f"""
        <div class="lift-documents">
          <h3 class="lift-documents__title">Take these</h3>
          <ul class="lift-documents__list">
            <li class="lift-documents__item">
              <a class="lift-documents__link" href="{document.url}">Prompts to print</a>
              <span class="lift-file">(TXT, 7&nbsp;bytes)</span>
            </li>
          </ul>
        </div>
        """,
    )


def test_documents_search_content_does_not_name_closed_documents(documents):
    assert documents.stream_block.get_searchable_content(documents) == ["Take these"]
