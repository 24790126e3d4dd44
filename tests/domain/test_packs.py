from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.strategies import INSTANT, NOW, any_instants, events
from wagtail_lift.domain.lifecycle import ALWAYS, MeetingFacts
from wagtail_lift.domain.packs import (
    PackFacts,
    covering_opens_at,
    event_ends_at,
    pack_is_open,
    pack_opens_at,
)
from wagtail_lift.enums import MeetingState

DAY = timedelta(days=1)

FIRST = MeetingFacts(key="first", starts_at=NOW - DAY, ends_at=NOW)
LATER = MeetingFacts(key="extra:1", starts_at=NOW + DAY, ends_at=NOW + 2 * DAY)
OFF = replace(LATER, key="extra:2", ends_at=NOW + 9 * DAY, state=MeetingState.CANCELLED)
UNDATED = MeetingFacts(key="extra:3")

DRAFT = PackFacts(is_public=False, is_opened_early=True)
PACK = PackFacts(is_public=True)
EARLY = PackFacts(is_public=True, is_opened_early=True)
ALONE = PackFacts(is_public=True, is_standalone=True)
ABOUT_FIRST = PackFacts(is_public=True, date_key="first")


@pytest.mark.parametrize(
    ("meetings", "expected"),
    [
        ([], None),
        ([FIRST], FIRST.ends_at),
        ([LATER, FIRST], LATER.ends_at),
        ([FIRST, OFF], FIRST.ends_at),
        ([OFF], None),
        ([FIRST, UNDATED], None),
        ([FIRST, replace(UNDATED, state=MeetingState.POSTPONED)], FIRST.ends_at),
    ],
)
def test_event_ends_with_the_last_date_that_goes_ahead(meetings, expected):
    assert event_ends_at(meetings) == expected


@pytest.mark.parametrize(
    ("pack", "meetings", "expected"),
    [
        (DRAFT, [FIRST], None),
        (EARLY, [LATER], ALWAYS),
        (EARLY, [], ALWAYS),
        (ALONE, [], ALWAYS),
        (replace(ALONE, is_public=False), [], None),
        (PACK, [], None),
        (PACK, [FIRST, LATER], LATER.ends_at),
        (ABOUT_FIRST, [FIRST, LATER], FIRST.ends_at),
        (ABOUT_FIRST, [LATER], None),
        (ABOUT_FIRST, [FIRST, replace(FIRST, ends_at=NOW + DAY)], NOW + DAY),
        (replace(ABOUT_FIRST, date_key="extra:2"), [FIRST, OFF], None),
        (replace(PACK, opened_at=NOW - DAY), [FIRST, LATER], NOW - DAY),
        (replace(DRAFT, opened_at=NOW - DAY), [FIRST], None),
    ],
)
def test_pack_opens_at_the_end_of_what_it_is_about(pack, meetings, expected):
    assert pack_opens_at(pack, iter(meetings)) == expected


@pytest.mark.parametrize(
    ("pack", "now", "expected"),
    [
        (PACK, NOW - INSTANT, False),
        (PACK, NOW, True),
        (EARLY, NOW - DAY, True),
        (DRAFT, NOW, False),
        (replace(ABOUT_FIRST, date_key="gone"), NOW, False),
    ],
)
def test_pack_is_open_from_its_instant_on(pack, now, expected):
    assert pack_is_open(pack, [FIRST], now) == expected


@pytest.mark.parametrize(
    ("packs", "expected"),
    [
        ([], None),
        ([DRAFT], None),
        ([PACK], LATER.ends_at),
        ([PACK, ABOUT_FIRST], FIRST.ends_at),
        ([replace(ABOUT_FIRST, date_key="extra:1")], None),
        ([PACK, EARLY], ALWAYS),
    ],
)
def test_covering_pack_is_the_first_open_about_the_date_or_the_event(packs, expected):
    assert covering_opens_at(iter(packs), FIRST, iter([FIRST, LATER])) == expected


@given(
    meetings=events(),
    key=st.none() | st.sampled_from(["first", "extra:1"]),
    is_opened_early=st.booleans(),
    at=any_instants,
)
def test_pack_once_open_stays_open(meetings, key, is_opened_early, at):
    pack = PackFacts(is_public=True, is_opened_early=is_opened_early, date_key=key)

    opens_at = pack_opens_at(pack, meetings)

    assert pack_is_open(pack, meetings, at) == (opens_at is not None and opens_at <= at)
    if pack_is_open(pack, meetings, at):
        assert pack_is_open(pack, meetings, at + DAY)
