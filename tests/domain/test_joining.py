"""When everyone sees the link for joining online."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.domain.strategies import INSTANT, NOW
from wagtail_lift.domain.joining import join_link_window
from wagtail_lift.domain.lifecycle import MeetingFacts
from wagtail_lift.enums import BookingMode, JoinLinkRule, MeetingState

FACTS = MeetingFacts(starts_at=NOW, ends_at=NOW + timedelta(hours=1))
TEN_BEFORE = NOW - timedelta(minutes=10)


@pytest.mark.parametrize(
    ("at", "is_open", "is_to_come"),
    [
        (TEN_BEFORE - INSTANT, False, True),
        (TEN_BEFORE, True, False),
        (NOW, True, False),
        (FACTS.ends_at - INSTANT, True, False),
        (FACTS.ends_at, False, False),
    ],
)
def test_join_link_is_public_shortly_before_the_start_until_the_end(at, is_open, is_to_come):
    window = join_link_window(JoinLinkRule.EVERYONE, 10, FACTS)

    assert (window.is_open(at), window.is_to_come(at)) == (is_open, is_to_come)
    assert (window.opens_at, window.closes_at) == (TEN_BEFORE, FACTS.ends_at)


@pytest.mark.parametrize(
    "facts",
    [
        replace(FACTS, booking_mode=BookingMode.HERE),
        replace(FACTS, state=MeetingState.CANCELLED),
        replace(FACTS, state=MeetingState.POSTPONED),
        replace(FACTS, starts_at=None),
        replace(FACTS, ends_at=None),
    ],
)
def test_join_link_is_private_when_people_book_here_or_nothing_goes_ahead(facts):
    assert join_link_window(JoinLinkRule.EVERYONE, 10, facts) is None


def test_join_link_is_public_where_people_book_elsewhere():
    facts = replace(FACTS, booking_mode=BookingMode.ELSEWHERE)

    assert join_link_window(JoinLinkRule.EVERYONE, 0, facts).opens_at == NOW


def test_join_link_is_private_under_the_rule_for_confirmed_participants():
    assert join_link_window(JoinLinkRule.CONFIRMED, 10, FACTS) is None


@pytest.mark.parametrize("mode", BookingMode)
def test_join_link_by_booking_is_public_only_if_booking_is_not_needed(mode):
    window = join_link_window(JoinLinkRule.BY_BOOKING, 10, replace(FACTS, booking_mode=mode))

    assert (window is not None) is (mode == BookingMode.NOT_NEEDED)


@pytest.mark.parametrize("starts_at", [NOW, datetime(2, 1, 1, tzinfo=UTC)])
def test_join_link_takes_any_number_of_minutes(starts_at):
    window = join_link_window(JoinLinkRule.EVERYONE, 2**31 - 1, replace(FACTS, starts_at=starts_at))

    assert window.is_open(starts_at)
