"""Texts of pages as previews show them."""

import pytest

from wagtail_lift.seo.texts import plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (None, ""),
        ("R&D <b>x</b>", "R&D <b>x</b>"),
        ("a  b\n c", "a b c"),
        ("x" * 400, "x" * 299 + "…"),
    ],
)
def test_plain_text_is_one_short_line(text, expected):
    assert plain(text) == expected
