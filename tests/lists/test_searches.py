"""What of a free text is searched for."""

import pytest

from wagtail_lift.lists.searches import MOST_WORDS, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ""),
        (" \"'(*)-- ", ""),
        ('"Kindness", at (work)!', "Kindness at work"),
        ("snake_case 24/7", "snake_case 24 7"),
        ("caf\u0065\u0301", "caf\u0065\u0301"),
        ("दया और हिन्दी", "दया और हिन्दी"),
        ("ความเมตตา", "ความเมตตา"),
    ],
)
def test_words_are_kept_whole_in_every_script(text, words):
    assert words_of(text) == words


def test_no_more_words_are_looked_for_than_engines_take():
    assert words_of("a " * 1000) == " ".join("a" * MOST_WORDS)
