"""Attempts come further and further apart, and end."""

from datetime import timedelta

from wagtail_lift.webhooks.domain.attempts import WAITS, next_attempt_at


def test_attempts_come_further_apart_and_end(now):
    times = [next_attempt_at(attempts, now) for attempts in range(1, 10)]

    assert [time - now for time in times] == list(WAITS) == sorted(WAITS)
    assert sum(WAITS, timedelta()) > timedelta(days=3)
    assert next_attempt_at(10, now) is None
