import pytest

from wagtail_lift.domain.characters import has_half_character, has_nul


@pytest.mark.parametrize(("text", "expected"), [("", False), ("tea", False), ("te\0a", True)])
def test_nul_is_found_anywhere(text, expected):
    assert has_nul(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("", False), ("tea \U0001fad6", False), ("te\ud83e", True)]
)
def test_half_of_a_surrogate_pair_is_no_character(text, expected):
    assert has_half_character(text) is expected
