from datetime import date

import pytest
from pytest_django.asserts import assertHTMLEqual

from wagtail_lift.blocks import ReadingStreamBlock, with_kept_keys

pytestmark = pytest.mark.django_db  # choosers ask for what was chosen

TEXTS = {
    "title": "Kindness at work",
    "authors": "Ada & Bo",
    "publisher": "The Paper",
    "date": "2025-05-01",
    "why": "Short.\n\nAnd warm.",
}


@pytest.fixture
def reading(stream):
    """Return a function that makes a stream of one reading."""

    def make(**target):
        stored = {**TEXTS, "url": "", "page": None, "document": None, **target}
        return stream(ReadingStreamBlock(), ("reading", stored, "id-one"))

    return make


def represented(value, context=None):
    (child,) = value.stream_block.get_api_representation(value, context)
    assert (child["type"], child["id"]) == ("reading", "id-one")
    return child["value"]


def test_reading_api_representation_of_an_address(reading):
    assert represented(reading(url="https://example.org/a")) == {
        **TEXTS,
        "url": "https://example.org/a",
        "page": None,
        "document": None,
        "link": {
            "kind": "url",
            "url": "https://example.org/a",
            "title": "Kindness at work",
            "type": "",
            "size": None,
        },
    }


def test_reading_api_representation_of_a_page(reading, page, site_request):
    assert represented(reading(page=page.pk), {"request": site_request}) == {
        **TEXTS,
        "url": "",
        "page": page.pk,
        "document": None,
        "link": {
            "kind": "page",
            "url": "http://testserver/how-we-began/",
            "title": "How we began",
            "type": "",
            "size": None,
        },
    }


def test_reading_api_representation_of_a_document(reading, document, site_request):
    assert represented(reading(document=document.pk), {"request": site_request}) == {
        **TEXTS,
        "url": "",
        "page": None,
        "document": document.pk,
        "link": {
            "kind": "document",
            "url": f"http://testserver{document.url}",
            "title": "Prompts to print",
            "type": "txt",
            "size": 7,
        },
    }


@pytest.mark.parametrize(
    ("field", "fixture"),
    [
        ("page", "draft_page"),
        ("page", "private_page"),
        ("page", "alias_of_private_page"),
        ("document", "closed_document"),
    ],
)
def test_what_is_not_public_leaks_nowhere(field, fixture, reading, render, request, site_request):
    hidden = request.getfixturevalue(fixture)
    value = reading(**{field: hidden.pk})

    representation = represented(value, {"request": site_request})
    html = render(value[0], {"request": site_request})
    searchable = value.stream_block.get_searchable_content(value)

    assert representation["link"] is None
    assert "<a " not in html
    for shown in (str(representation), html, str(searchable)):
        assert "secret" not in shown.lower()


def test_get_then_patch_changes_nothing_not_even_a_hidden_target(reading, private_page, api_write):
    value = reading(page=private_page.pk)
    before = {**value.get_prep_value()[0]["value"], "date": date(2025, 5, 1)}

    cleaned = api_write(value.stream_block, value.stream_block.get_api_representation(value))
    after = with_kept_keys(cleaned, value).get_prep_value()

    assert after == [{"type": "reading", "value": before, "id": "id-one"}]


def test_reading_search_content(reading):
    value = reading(url="https://example.org/a")

    assert value.stream_block.get_searchable_content(value) == [
        "Kindness at work",
        "Ada & Bo",
        "The Paper",
        "Short.\n\nAnd warm.",
    ]


def test_reading_renders_linked_with_its_source(reading, render):
    html = render(reading(url="https://example.org/a?b=1&c=2")[0])

    assertHTMLEqual(
        html,
        """
        <article class="lift-reading">
          <h3 class="lift-reading__title">
            <a class="lift-reading__link" href="https://example.org/a?b=1&amp;c=2"
               >Kindness at work</a>
          </h3>
          <p class="lift-reading__source">
            <bdi class="lift-reading__authors">Ada &amp; Bo</bdi>
            <cite class="lift-reading__publisher" dir="auto">The Paper</cite>
            <time class="lift-reading__date" dir="auto" datetime="2025-05-01">May 1, 2025</time>
          </p>
          <div class="lift-reading__why"><p>Short.</p><p>And warm.</p></div>
        </article>
        """,
    )


def test_reading_renders_a_page_by_its_address_on_this_site(reading, render, page, site_request):
    html = render(reading(page=page.pk)[0], {"request": site_request})

    assert '<a class="lift-reading__link" href="/how-we-began/">Kindness at work</a>' in html


def test_an_empty_draft_renders(stream, render):
    value = stream(ReadingStreamBlock(), ("reading", {}, "id-one"))

    assertHTMLEqual(render(value[0]), '<article class="lift-reading"></article>')
