from datetime import UTC, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wagtail_lift.domain.guide import (
    GuideStep,
    RunSheetLine,
    ShorterGuide,
    is_group_size,
    run_sheet,
    shared_minutes,
    shorter_guide,
    total_minutes,
)

STEPS = [GuideStep("Welcome", 10), GuideStep("Round one", 25), GuideStep("Break", 0)]

steps = st.lists(st.builds(GuideStep, st.text(max_size=9), st.integers(0, 600)), max_size=9)


def test_total_minutes_adds_every_part():
    assert (total_minutes(iter(STEPS)), total_minutes([])) == (35, 0)


SPARE = GuideStep("Stories", 20, can_be_left_out=True)


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([], None),
        (STEPS, None),
        ([SPARE], None),
        ([*STEPS, SPARE], ShorterGuide(35, ("Stories",))),
        ([*STEPS, GuideStep("Untimed", 0, can_be_left_out=True)], None),
        (
            [SPARE, *STEPS, GuideStep("Songs", 5, can_be_left_out=True), *STEPS[:1]],
            ShorterGuide(45, ("Stories", "Songs")),
        ),
    ],
)
def test_shorter_guide_is_without_what_can_be_left_out(steps, expected):
    assert shorter_guide(iter(steps)) == expected


def test_run_sheet_says_what_can_be_left_out():
    assert [line.can_be_left_out for line in run_sheet([*STEPS, SPARE], time(9))] == [
        False,
        False,
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("least", "most", "expected"),
    [
        (None, None, True),
        (6, None, True),
        (None, 6, True),
        (6, 6, True),
        (6, 60, True),
        (7, 6, False),
    ],
)
def test_group_is_not_smaller_at_most_than_at_least(least, most, expected):
    assert is_group_size(least, most) is expected


def test_run_sheet_gives_each_part_its_clock_times():
    expected = (
        RunSheetLine("Welcome", 10, time(12, 30), time(12, 40)),
        RunSheetLine("Round one", 25, time(12, 40), time(13, 5)),
        RunSheetLine("Break", 0, time(13, 5), time(13, 5)),
    )

    assert run_sheet(iter(STEPS), time(12, 30)) == expected


def test_run_sheet_wraps_at_midnight():
    expected = (RunSheetLine("Welcome", 10, time(23, 55), time(0, 5)),)

    assert run_sheet(STEPS[:1], time(23, 55)) == expected


def test_run_sheet_is_of_the_wall_clock_and_of_no_zone():
    assert run_sheet(STEPS, time(9, 0, tzinfo=UTC)) == run_sheet(STEPS, time(9, 0))


@given(steps=steps, starts=st.times())
def test_run_sheet_has_no_gap_and_takes_the_total(steps, starts):
    lines = run_sheet(steps, starts)

    assert [line.starts for line in lines[1:]] == [line.ends for line in lines[:-1]]
    assert sum(line.minutes for line in lines) == total_minutes(steps)
    assert [line.starts for line in lines[:1]] == [starts] * bool(steps)


@pytest.mark.parametrize(
    ("known", "total", "shared"),
    [
        ([], 90, []),
        ([30, None], 120, [30, 90]),
        ([None, None, None], 100, [30, 30, 30]),
        ([60, None], 30, [60, 5]),
        ([10, 20], 90, [10, 20]),
    ],
)
def test_parts_without_minutes_share_what_is_left(known, total, shared):
    assert shared_minutes(known, total) == shared
