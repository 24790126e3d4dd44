"""Words and digits are the same whatever their case, accents, script and spaces."""

import pytest

from wagtail_lift.domain.written_words import (
    DAYS,
    MOST_CHARACTERS,
    TIMES,
    NotUnderstood,
    date_words,
    fold,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  20\u00a0 Jan ", "20 jan"),
        ("MÄRZ", "marz"),
        ("Ma\u0308rz", "marz"),
        ("İstanbul KASIM kasım", "istanbul kasim kasim"),
        ("２０２７－０１", "2027-01"),
        ("٢٠/١", "20/1"),
        ("20–1—2027", "20-1-2027"),
        ("d\u200f/m\u200f", "d/m"),
        ("l’été", "l'ete"),
    ],
)
def test_text_is_folded(text, folded):
    assert fold(text) == folded


def test_text_that_is_too_long_is_refused():
    assert fold("9" * MOST_CHARACTERS) == "9" * MOST_CHARACTERS
    with pytest.raises(NotUnderstood) as refused:
        fold("9" * (MOST_CHARACTERS + 1))
    assert refused.value.code == "unread"


def test_words_of_all_languages_are_folded():
    assert {word for word in (*DAYS, *TIMES) if fold(word) != word} == set()


def test_english_names_are_always_known():
    words = date_words([(1, "Januar"), (3, "März")], [(0, "Montag"), (6, "So.")])

    months = [words.month_of(word) for word in ("januar", "marz", "march", "may", "sept")]
    weekdays = [words.weekday_of(word) for word in ("montag", "so", "thurs", "sunday")]

    assert months == [1, 3, 3, 5, 9]
    assert weekdays == [0, 6, 3, 6]


def test_beginning_of_a_name_stands_for_it_if_it_is_long_enough_and_the_only_one():
    words = date_words([(6, "juin"), (7, "juillet")])

    found = [words.month_of(word) for word in ("jui", "juil", "ju", "se", "janvier")]

    assert found == [None, 7, None, None, None]


def test_name_of_two_months_means_neither():
    words = date_words([(3, "Mar"), (5, "Mar"), (4, "")])

    assert "mar" not in words.months
    assert "" not in words.months
    assert words.month_of("mar") == 3  # the beginning of March
