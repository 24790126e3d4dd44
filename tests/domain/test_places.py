import pytest
from hypothesis import given
from hypothesis import strategies as st

from wagtail_lift.domain.places import is_full, places_left


@pytest.mark.parametrize(
    ("limit", "taken", "expected"),
    [(None, 0, None), (None, 900, None), (0, 0, 0), (5, 0, 5), (5, 4, 1), (5, 5, 0), (5, 6, 0)],
)
def test_places_left_counts_down_to_zero(limit, taken, expected):
    assert places_left(limit, taken) == expected


@given(limit=st.none() | st.integers(0, 9), taken=st.integers(0, 9))
def test_is_full_when_no_place_is_left(limit, taken):
    assert is_full(limit, taken) == (places_left(limit, taken) == 0)
