"""What holds of any plan and any meetings: nothing is lost, doubled, or moved to another day."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.meetings import NOW, date, known
from wagtail_lift.domain.matching import match

MOMENTS = st.integers(-20, 20).map(lambda n: NOW.replace(tzinfo=None) + timedelta(hours=18 * n))
MEETINGS = st.lists(
    st.builds(
        lambda start, moved, cancelled, withdrawn: known(
            start.isoformat()[5:],
            moved_start=moved,
            is_cancelled=cancelled,
            is_withdrawn=withdrawn and not cancelled and moved is None,
        ),
        MOMENTS,
        st.none() | MOMENTS,
        st.booleans(),
        st.booleans(),
    ),
    unique_by=lambda meeting: meeting.start,
    max_size=8,
)
DATES = st.lists(
    MOMENTS.map(lambda start: date(start.isoformat()[5:])),
    unique_by=lambda planned: planned.start,
    max_size=8,
)


@given(DATES, MEETINGS)
def test_every_date_and_every_meeting_is_accounted_for_once(dates, meetings):
    found = match(dates, meetings, NOW)

    assert sorted([*found.pairs, *found.new, *found.past]) == list(range(len(dates)))
    assert sorted([*found.pairs.values(), *found.left]) == list(range(len(meetings)))


@given(DATES, MEETINGS)
def test_decision_made_by_hand_comes_to_no_other_day(dates, meetings):
    found = match(dates, meetings, NOW)

    for number, key in found.pairs.items():
        meeting = meetings[key]
        is_decided = meeting.is_cancelled or meeting.moved_start is not None
        if is_decided and key != found.corrected:
            days = {m.date() for m in (meeting.start, meeting.moved_start) if m}
            assert dates[number].start.date() in days


@given(DATES, MEETINGS)
def test_meeting_at_the_planned_time_is_always_the_one(dates, meetings):
    found = match(dates, meetings, NOW)

    starts = {meeting.start: key for key, meeting in enumerate(meetings)}
    for number, planned in enumerate(dates):
        is_found = found.corrected is None and number not in found.past
        if planned.start in starts and is_found:
            assert found.pairs[number] == starts[planned.start]
