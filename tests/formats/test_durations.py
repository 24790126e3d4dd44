"""Lengths of time, for readers and for machines."""

import pytest

from wagtail_lift.formats.durations import iso_minutes, minutes_in_words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (None, ""),
        (0, ""),
        (1, "1 minute"),
        (45, "45 minutes"),
        (60, "1 hour"),
        (95, "1 hour 35 minutes"),
        (121, "2 hours 1 minute"),
    ],
)
def test_minutes_say_a_length_in_words(minutes, words):
    assert minutes_in_words(minutes) == words


def test_iso_minutes_is_a_duration():
    assert [iso_minutes(m) for m in (None, 45, 95)] == ["PT0M", "PT45M", "PT95M"]
