import pytest
from django.core.exceptions import ValidationError
from pytest_django.asserts import assertHTMLEqual

from wagtail_lift.blocks import LinksStreamBlock

STORED = {"label": "Blog", "url": "https://example.org/blog"}


@pytest.fixture
def links(stream):
    return stream(LinksStreamBlock(), ("link", STORED, "id-one"))


def test_link_api_representation(links):
    assert links.stream_block.get_api_representation(links) == [
        {"type": "link", "value": STORED, "id": "id-one"}
    ]


def test_link_search_content_is_its_words(links):
    assert links.stream_block.get_searchable_content(links) == ["Blog"]


def test_link_renders(links, render):
    assertHTMLEqual(
        render(links[0]),
        '<a class="lift-profile__link" href="https://example.org/blog" rel="me">Blog</a>',
    )


def test_an_empty_draft_renders_nothing(stream, render):
    value = stream(LinksStreamBlock(), ("link", {}, "id-one"))

    assert render(value[0]).strip() == ""


def test_a_link_without_words_or_address_is_refused_on_publishing_only(stream):
    value = stream(LinksStreamBlock(), ("link", {}, "id-one"))

    with pytest.raises(ValidationError) as refused:
        value.stream_block.clean(value)

    assert set(refused.value.block_errors[0].block_errors) == {"label", "url"}
    assert len(value.stream_block.clean_deferred(value)) == 1


@pytest.mark.parametrize("address", ["javascript:alert(1)", "no address"])
def test_an_address_that_is_none_is_refused(address, stream):
    value = stream(LinksStreamBlock(), ("link", {"label": "x", "url": address}, "id-one"))

    with pytest.raises(ValidationError) as refused:
        value.stream_block.clean(value)

    assert list(refused.value.block_errors[0].block_errors) == ["url"]
