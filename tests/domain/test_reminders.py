"""When hosts are reminded of the insights of their event."""

from datetime import UTC, datetime, timedelta

import pytest

from wagtail_lift.domain.reminders import due_reminder

ENDED = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("days", "due"),
    [
        (-1, None),
        (0, None),
        (2.999, None),
        (3, 3),
        (6.999, 3),
        (7, 7),
        (13.999, 7),
        (14, None),
        (1000, None),
    ],
)
def test_latest_that_has_come_is_due_for_a_week(days, due):
    assert due_reminder(ENDED, ENDED + timedelta(days=days), (3, 7)) == due


def test_order_of_the_days_does_not_matter():
    assert due_reminder(ENDED, ENDED + timedelta(days=8), [7, 3]) == 7


def test_no_days_no_reminder():
    assert due_reminder(ENDED, ENDED + timedelta(days=8), ()) is None
