"""Cursors of lists."""

from base64 import urlsafe_b64encode
from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wagtail_lift.domain.cursors import Position, read_cursor, write_cursor

instants = st.datetimes(timezones=st.just(UTC))
positions = st.builds(
    Position, st.sampled_from(["upcoming", "past"]), instants, st.integers(0, 2**63 - 1), instants
)


@given(position=positions)
def test_cursor_is_read_as_it_was_written(position):
    text = write_cursor(position)

    assert read_cursor(text) == position
    assert text.replace("-", "").replace("_", "").isalnum()


@given(text=st.text(max_size=300))
def test_any_other_text_is_no_cursor(text):
    try:
        position = read_cursor(text)
    except ValueError:
        return

    assert write_cursor(position) == text


@pytest.mark.parametrize("key", [-1, 2**63])
def test_key_that_no_row_has_is_refused(key):
    text = urlsafe_b64encode(f"0.1.{key}.3".encode()).decode().rstrip("=")

    with pytest.raises(ValueError, match="not a cursor"):
        read_cursor(text)


def test_long_text_is_refused():
    with pytest.raises(ValueError, match="not a cursor"):
        read_cursor("MC4xLjIuMw" * 100)


@pytest.mark.parametrize(
    "text", ["", "x", "MC4xLjIuMw==", "NS4xLjIuMw", "MC45OTk5OTk5OTk5OTk5OTk5OTk5LjIuMw"]
)
def test_what_only_looks_like_a_cursor_is_refused(text):
    assert read_cursor("MC4xLjIuMw").key == 2
    with pytest.raises(ValueError, match="not a cursor"):
        read_cursor(text)
