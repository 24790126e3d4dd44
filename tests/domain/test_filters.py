"""What the query of a list means, and how it is written back."""

from datetime import UTC, date, datetime
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from wagtail_lift.domain.filters import MOST_VALUES, PARAMETERS, ListFilters, parse_filters

EVERYTHING = ListFilters(
    when="past",
    each_date=True,
    tag=("kindness", "listening"),
    audience=("health",),
    host=("1f0c",),
    mode=("online",),
    access=("step_free", "captions"),
    status=("cancelled", "fully_booked"),
    from_day=date(2026, 11, 1),
    to_day=date(2026, 11, 30),
    q="how are you?",
    page=3,
)
QUERY = (
    "when=past&each=date&tag=kindness&tag=listening&audience=health&host=1f0c&mode=online"
    "&access=step_free&access=captions&status=cancelled&status=fully_booked"
    "&from=2026-11-01&to=2026-11-30&q=how+are+you%3F&page=3"
)


def test_filters_are_written_as_an_address_and_read_back():
    assert EVERYTHING.query == QUERY
    assert parse_filters(parse_qs(QUERY)) == EVERYTHING


def test_filters_of_an_empty_query_ask_for_everything():
    assert parse_filters({}) == ListFilters()
    assert ListFilters().query == ""
    assert ListFilters(page=2).query == "page=2"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"when": ["upcoming"]}, ListFilters(when="upcoming")),
        ({"when": ["upcoming,past"]}, ListFilters()),
        ({"page": ["999999"]}, ListFilters(page=999_999)),
        ({"page": ["1000000"]}, ListFilters()),
        ({"when": ["past", "upcoming"]}, ListFilters()),
        ({"when": ["tomorrow"]}, ListFilters()),
        ({"each": ["event"]}, ListFilters()),
        ({"each": ["event", "date"]}, ListFilters(each_date=True)),
        ({"mode": ["in_person,by_telepathy", "both"]}, ListFilters(mode=("in_person", "both"))),
        ({"access": ["lift", "captions"]}, ListFilters(access=("captions",))),
        ({"status": ["drop_in", "CANCELLED"]}, ListFilters(status=("drop_in",))),
        ({"tag": ["a", " ", "a", " b "]}, ListFilters(tag=("a", "b"))),
        ({"tag": ["a\0b"]}, ListFilters()),
        (
            {"tag": [str(n) for n in range(99)]},
            ListFilters(tag=tuple(map(str, range(MOST_VALUES)))),
        ),
        ({"tag": ["x" * 999]}, ListFilters(tag=("x" * 200,))),
        ({"from": ["2026-02-30"], "to": ["soon"]}, ListFilters()),
        (
            {"from": ["2026-11-30"], "to": ["2026-11-01"]},
            ListFilters(from_day=date(2026, 11, 1), to_day=date(2026, 11, 30)),
        ),
        ({"q": ["  two \t words "]}, ListFilters(q="two words")),
        ({"q": ["x" * 999]}, ListFilters(q="x" * 200)),
        ({"q": ["a\0b"]}, ListFilters(q="ab")),
        ({"page": ["0"]}, ListFilters()),
        ({"page": ["-1"]}, ListFilters()),
        ({"page": ["²"]}, ListFilters()),
        ({"page": ["9999999999"]}, ListFilters()),
        ({"page": ["12"]}, ListFilters(page=12)),
        ({"page": []}, ListFilters()),
        ({"utm_source": ["x"]}, ListFilters()),
    ],
)
def test_filters_forgive_what_makes_no_sense(query, expected):
    assert parse_filters(query) == expected


@hypothesis_settings(max_examples=60)
@given(st.dictionaries(st.sampled_from(PARAMETERS), st.lists(st.text(max_size=12), max_size=3)))
def test_what_was_read_is_written_and_read_the_same(query):
    filters = parse_filters(query)

    assert parse_filters(parse_qs(filters.query)) == filters


@pytest.mark.parametrize(
    ("query", "narrows", "narrows_dates"),
    [
        ({}, False, False),
        ({"when": ["past"], "each": ["date"], "page": ["2"]}, False, False),
        ({"tag": ["a"]}, True, False),
        ({"status": ["drop_in"]}, True, True),
        ({"from": ["2026-11-01"]}, True, True),
        ({"to": ["2026-11-01"]}, True, True),
    ],
)
def test_filters_say_whether_they_narrow(query, narrows, narrows_dates):
    filters = parse_filters(query)

    assert (filters.narrows, filters.narrows_dates) == (narrows, narrows_dates)


def test_each_value_can_be_taken_away():
    without = {pair: EVERYTHING.without(*pair) for pair in EVERYTHING.values}

    assert [pair for pair, rest in without.items() if rest.page != 1] == []
    assert {pair: set(EVERYTHING.values) - set(rest.values) for pair, rest in without.items()} == {
        pair: {pair} for pair in EVERYTHING.values
    }
    assert EVERYTHING.without("q", "how are you?").q == ""


def test_filters_without_dates_keep_everything_else():
    assert parse_qs(EVERYTHING.without_dates().query) == {
        name: values
        for name, values in parse_qs(QUERY).items()
        if name not in ("when", "from", "to", "page")
    }


def test_filters_lead_to_a_page_of_a_part():
    assert ListFilters(q="x", page=7).on_page(2, "past") == ListFilters(q="x", page=2, when="past")
    assert ListFilters(page=2).on_page(1, "past").query == "when=past"


@pytest.mark.parametrize(
    ("from_day", "to_day", "expected"),
    [
        (None, None, (None, None)),
        (
            date(2026, 3, 29),
            date(2026, 3, 29),
            (datetime(2026, 3, 29, 0, tzinfo=UTC), datetime(2026, 3, 29, 23, tzinfo=UTC)),
        ),
        (date.max, date.max, (datetime(9998, 12, 31, tzinfo=UTC),) * 2),
    ],
)
def test_window_is_whole_days_in_the_zone(from_day, to_day, expected):
    filters = ListFilters(from_day=from_day, to_day=to_day)

    assert filters.window("Europe/London") == expected
