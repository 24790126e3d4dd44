import pytest
from django.core.exceptions import ValidationError
from wagtail.rich_text import RichText

from wagtail_lift.blocks import BodyStreamBlock, ConversationStreamBlock
from wagtail_lift.blocks.rich_text import without_blank, without_keys


@pytest.mark.parametrize(
    "blank",
    ["", "<p></p>", '<p data-block-key="ab1cd"></p>', "<p> </p>\n<p></p>", "<br/>"],
)
def test_empty_paragraphs_are_no_text(blank):
    assert without_blank(RichText(blank)) == RichText("")


@pytest.mark.parametrize("text", ["<p>x</p>", "<hr/>", '<embed embedtype="image" id="1"/>'])
def test_anything_else_is_kept(text):
    assert without_blank(RichText(text)) == RichText(text)


def test_without_keys_drops_the_keys_of_paragraphs_only():
    assert (
        without_keys('<p data-block-key="ab1cd">See <a href="/x">x</a></p>')
        == '<p>See <a href="/x">x</a></p>'
    )


def test_rich_text_left_out_of_an_api_body_is_empty(api_write):
    cleaned = api_write(
        ConversationStreamBlock(), [{"type": "question", "value": {"question": "Why?"}}]
    )

    assert cleaned[0].value["why"] == RichText("")


@pytest.mark.parametrize("kind", ["paragraph", "details"])
def test_rich_text_that_is_required_is_missed_in_an_api_body(kind, api_write):
    body = [{"type": kind, "value": {"summary": "More"} if kind == "details" else ""}]

    with pytest.raises(ValidationError):
        api_write(BodyStreamBlock(), body)
