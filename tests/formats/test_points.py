"""A few typed sentences and points as rich text, and back."""

import pytest

from wagtail_lift.formats.points import paragraphs_html, points_html, text_of


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        (" \n\n ", ""),
        ("One.", "<p>One.</p>"),
        ("One.\nTwo.\n\n\nThree.", "<p>One.<br/>Two.</p><p>Three.</p>"),
        ("One.\r\n\r\nTwo.", "<p>One.</p><p>Two.</p>"),
        ("- a\n* b\n• c\n1. d", "<ul><li>a</li><li>b</li><li>c</li><li>d</li></ul>"),
        ("We saw:\n- a\nand b", "<p>We saw:</p><ul><li>a</li></ul><p>and b</p>"),
        ("-5 degrees", "<p>-5 degrees</p>"),
        ("<b>&\x00", "<p>&lt;b&gt;&amp;</p>"),
    ],
)
def test_text_becomes_rich_text(text, html):
    assert points_html(text) == html


def test_without_lists_a_dash_is_a_dash():
    assert paragraphs_html("- a\n- b") == "<p>- a<br/>- b</p>"


@pytest.mark.parametrize("text", ["", "One.", "One.\nTwo.\n\nThree.", "a < b & c"])
def test_text_comes_back(text):
    assert text_of(paragraphs_html(text)) == text


def test_markup_is_not_in_the_text():
    html = '<p>I <b>listen</b>.</p><p>See <a href="https://example.org/">more</a>.</p>'

    assert text_of(html) == "I listen.\n\nSee more."
