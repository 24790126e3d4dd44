"""Generated facts about meetings: instants lie close together, so that boundaries often meet."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from wagtail_lift.domain.lifecycle import ALWAYS, MeetingFacts
from wagtail_lift.enums import BookingMode, BookingPlaces, MeetingState

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
INSTANT = timedelta(microseconds=1)

near_instants = st.one_of(
    st.integers(-4, 4).map(lambda hours: NOW + timedelta(hours=hours)),
    st.sampled_from([NOW - INSTANT, NOW + INSTANT]),
)
often = st.sampled_from([True, True, False])
any_instants = st.one_of(
    near_instants,
    st.datetimes(datetime(2, 1, 1), datetime(9998, 12, 31), timezones=st.just(UTC)),  # noqa: DTZ001 -- the zone is the argument beside it
)


@st.composite
def meeting_facts(draw, instants=near_instants, keys=st.just("first")) -> MeetingFacts:
    """Any meeting that a row can describe: dated or not, ends not before starts.

    What hides the rest of the facts (undated, cancelled, no booking) is drawn less often.
    """
    span = sorted([draw(instants), draw(instants)]) if draw(often) else [None, None]
    return MeetingFacts(
        key=draw(keys),
        state=MeetingState.SCHEDULED if draw(often) else draw(st.sampled_from(MeetingState)),
        starts_at=span[0],
        ends_at=span[1],
        booking_mode=draw(st.sampled_from([*BookingMode, BookingMode.ELSEWHERE])),
        booking_opens_at=draw(st.none() | instants),
        booking_closes_at=draw(st.none() | instants),
        places=draw(st.sampled_from(BookingPlaces)),
        pack_opens_at=draw(st.none() | st.just(ALWAYS) | instants),
    )


@st.composite
def events(draw, instants=near_instants, max_size: int = 4) -> list[MeetingFacts]:
    """The meetings of one event, each with a key of its own."""
    keys = ["first", "extra:1", "extra:2", "rule:2026-11-30"]
    count = draw(st.integers(0, max_size))
    return [draw(meeting_facts(instants, st.just(key))) for key in keys[:count]]


def instants_of(meetings: list[MeetingFacts]) -> list[datetime]:
    """Return every instant named in the facts, and those right before and after."""
    named = {
        instant
        for facts in meetings
        for instant in (
            facts.starts_at,
            facts.ends_at,
            facts.booking_opens_at,
            facts.booking_closes_at,
            facts.pack_opens_at,
        )
        if instant is not None
    }
    return sorted({i + step for i in named for step in (-INSTANT, INSTANT * 0, INSTANT)})
