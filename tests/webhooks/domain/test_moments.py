"""What the clock is said to do is all that it does."""

from hypothesis import given

from tests.domain.strategies import meeting_facts, near_instants
from wagtail_lift.domain.lifecycle import booking_state, stage
from wagtail_lift.webhooks.domain.moments import between, moments_of


@given(facts=meeting_facts(), one=near_instants, other=near_instants)
def test_nothing_changes_without_a_moment(facts, one, other):
    after, until = sorted((one, other))
    if between(moments_of(facts), after, until):
        return

    assert shown(facts, after) == shown(facts, until)


def shown(facts, now):
    is_open = facts.pack_opens_at is not None and facts.pack_opens_at <= now
    return stage(facts, now), booking_state(facts, now), is_open


@given(facts=meeting_facts())
def test_moments_are_in_order(facts):
    instants = [moment.instant for moment in moments_of(facts)]

    assert instants == sorted(instants)
