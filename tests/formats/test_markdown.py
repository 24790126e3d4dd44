"""HTML as Markdown, which shows what the HTML shows when it is read again."""

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from wagtail_lift.formats.markdown import markdown_of

CHARACTERS = st.text("ab *_#`[]()<>!|~\\&;:./=+-1234567890\"'", max_size=30)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", ""),
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("<p><b>Bold</b> and <i>soft</i></p>", "**Bold** and *soft*"),
        ("<h2>Head</h2><p>a<br/>b</p>", "## Head\n\na\\\nb"),
        ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
        ("<ol><li>a</li><li>b</li></ol>", "1. a\n2. b"),
        ("<p>5 * 3 * 2</p>", "5 \\* 3 \\* 2"),
        ("<p># no head</p><p>1. no list</p>", "\\# no head\n\n1\\. no list"),
        ("<p>&lt;script&gt;</p>", "\\<script\\>"),
        ("<script>alert(1)</script><p>x</p>", "x"),
        (
            '<p><a href="https://a.example/b (c)">li]nk</a></p>',
            "[li\\]nk](<https://a.example/b%20(c)>)",
        ),
        ("<p><a>nowhere</a></p>", "nowhere"),
    ],
)
def test_html_is_written_as_markdown(html, expected):
    assert markdown_of(html) == expected


def shown(markdown):
    """Return the text of Markdown as a reader sees it."""
    html = MarkdownIt("commonmark").render(markdown)
    return " ".join(BeautifulSoup(html, "html.parser").get_text().split()), html


@given(CHARACTERS)
def test_text_of_html_shows_as_it_is(text):
    paragraph = BeautifulSoup("<p></p>", "html.parser")
    paragraph.p.string = text

    seen, html = shown(markdown_of(str(paragraph)))
    assert seen == " ".join(text.split())
    assert html.replace("<p>", "").replace("</p>", "").count("<") == 0
