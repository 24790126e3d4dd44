"""The words by which ``?date=`` asks for the dates of an event."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wagtail_lift.events.date_names import choose_occurrence, name_dates
from wagtail_lift.models import EventOccurrence, Meeting

FIRST = datetime(2026, 11, 1, tzinfo=UTC)


def at(day, hour=18):
    return FIRST + timedelta(days=day - 1, hours=hour)


def occurrence(number, planned, now=None, before=None):
    """Return a date by its number in the order of making and its times, in UTC."""
    meeting = Meeting(pk=number, uid=UUID(int=number), date_key=f"{planned:%Y-%m-%dT%H:%M}")
    return EventOccurrence(
        meeting=meeting,
        date_key=meeting.date_key,
        starts_at=now or planned,
        previous_starts_at=before or (planned if now else None),
        timezone="UTC",
    )


def named(*occurrences):
    name_dates(occurrences)
    return [o.date_param for o in occurrences]


def test_only_date_needs_no_word_and_answers_to_its_own():
    only = occurrence(1, at(24))

    assert named(only) == [""]
    assert choose_occurrence([only], "2026-11-24") is only


def test_dates_are_named_by_their_day_and_the_later_made_on_it_by_the_time():
    found = [occurrence(1, at(1)), occurrence(2, at(2)), occurrence(3, at(2, 9))]

    assert named(*found) == ["2026-11-01", "2026-11-02", "2026-11-02T09:00"]


def test_date_without_a_day_has_a_word():
    undated = EventOccurrence(meeting=Meeting(pk=2), date_key="", timezone="UTC")
    found = [occurrence(1, at(1)), undated]

    assert named(*found) == ["2026-11-01", "undated"]
    assert choose_occurrence(found, "undated") is undated


def test_date_moved_onto_another_takes_no_word_from_it():
    found = [
        occurrence(1, at(1), now=at(8)),  # moved to the moment of the second
        occurrence(2, at(8)),
        occurrence(3, at(15, 9), now=at(1)),  # moved to where the first was planned
        occurrence(4, at(1, 9)),
    ]

    names = named(*found)

    assert names == [str(UUID(int=1)), "2026-11-08", str(UUID(int=3)), "2026-11-01T09:00"]
    assert choose_occurrence(found, "2026-11-08") is found[1]
    assert choose_occurrence(found, "2026-11-01") is found[0]


def test_words_are_safe_in_an_address():
    found = [occurrence(1, at(2)), occurrence(2, at(2, 9))]
    named(*found)

    assert [o.query for o in found] == ["?date=2026-11-02", "?date=2026-11-02T09%3A00"]


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("2026-11-02T09:00", 0),
        ("2026-11-02T18:00", 1),
        ("2026-11-02", 0),
        ("2026-11-02T10:00", None),  # two on that day
        ("2026-11-05", 2),
        ("2026-11-05T18:00", 2),
        ("2026-11-12", 2),
        ("2026-11-12T18:00", 2),
        ("2026-11-06", 3),
        ("2026-11-08", 3),
        ("2026-11-08T07:30", 3),  # the only one on that day
        ("2026-11-30", None),
        ("2026-11-30T18:00", None),
        ("nonsense", None),
        ("\x00", None),
        ("2026-11-02\x00", None),
    ],
)
@pytest.mark.django_db
def test_date_is_found_by_any_word_it_was_known_by(word, number):
    found = [
        occurrence(1, at(2, 9)),
        occurrence(2, at(2)),
        occurrence(3, at(5), now=at(12)),
        occurrence(4, at(6), now=at(8)),
    ]

    assert choose_occurrence(found, word) == (None if number is None else found[number])


MOMENTS = st.builds(at, st.integers(1, 4), st.sampled_from([9, 18]))
DATES = st.lists(
    st.tuples(MOMENTS, st.none() | MOMENTS, st.none() | MOMENTS),
    min_size=2,
    max_size=7,
    unique_by=lambda times: times[0],
)


@given(DATES)
def test_names_are_unique_and_lead_back(times):
    found = [occurrence(n, *of_one) for n, of_one in enumerate(times, start=1)]

    names = named(*found)

    assert len(set(names)) == len(names)
    by_day = [(o, name) for o, name in zip(found, names, strict=True) if len(name) < 20]
    assert all(choose_occurrence(found, name) is o for o, name in by_day)


@given(DATES.filter(lambda times: len(times) > 2))
def test_another_date_renames_none_that_is_where_it_is_planned(times):
    *found, added = [occurrence(n, *of_one) for n, of_one in enumerate(times, start=1)]
    before = named(*found)

    after = named(*found, added)[:-1]

    kept = [o.date_key == f"{o.starts_at:%Y-%m-%dT%H:%M}" for o in found]
    assert [name for name, is_kept in zip(after, kept, strict=True) if is_kept] == [
        name for name, is_kept in zip(before, kept, strict=True) if is_kept
    ]
