from dataclasses import replace
from datetime import timedelta

import pytest

from tests.domain.strategies import INSTANT, NOW
from wagtail_lift.domain.joining import join_link_appears_at, join_link_is_public
from wagtail_lift.domain.lifecycle import MeetingFacts
from wagtail_lift.enums import BookingMode, JoinLinkRule, MeetingState

FACTS = MeetingFacts(starts_at=NOW, ends_at=NOW + timedelta(hours=1))
TEN_BEFORE = NOW - timedelta(minutes=10)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (TEN_BEFORE - INSTANT, False),
        (TEN_BEFORE, True),
        (NOW, True),
        (FACTS.ends_at - INSTANT, True),
        (FACTS.ends_at, False),
    ],
)
def test_join_link_is_public_shortly_before_the_start_until_the_end(at, expected):
    assert join_link_is_public(JoinLinkRule.EVERYONE, 10, FACTS, at) == expected


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
    assert not join_link_is_public(JoinLinkRule.EVERYONE, 10, facts, NOW)
    assert join_link_appears_at(JoinLinkRule.EVERYONE, 10, facts, NOW - timedelta(days=1)) is None


def test_join_link_is_private_under_the_rule_for_confirmed_participants():
    assert not join_link_is_public(JoinLinkRule.CONFIRMED, 10, FACTS, NOW)
    assert join_link_appears_at(JoinLinkRule.CONFIRMED, 10, FACTS, NOW - timedelta(days=1)) is None


def test_join_link_takes_any_number_of_minutes():
    assert join_link_is_public(JoinLinkRule.EVERYONE, 2**31 - 1, FACTS, NOW - timedelta(days=9))
    assert join_link_appears_at(JoinLinkRule.EVERYONE, 2**31 - 1, FACTS, NOW) is None


@pytest.mark.parametrize(
    ("at", "expected"),
    [(TEN_BEFORE - INSTANT, TEN_BEFORE), (TEN_BEFORE, None), (FACTS.ends_at, None)],
)
def test_join_link_is_announced_until_it_appears(at, expected):
    assert join_link_appears_at(JoinLinkRule.EVERYONE, 10, FACTS, at) == expected
