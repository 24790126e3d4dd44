"""The page of an event with several dates, at the one that is asked for."""

from tests.factories import make_event, make_programme
from wagtail_lift.actions import cancel_meeting


def test_one_cancelled_date_does_not_cancel_the_event(client, home):
    event = make_event(make_programme(home), recurrence_rule="FREQ=WEEKLY;COUNT=2")
    cancel_meeting(event.lift_meetings.get(date_key="rule:2027-06-08"), user=None)

    one = client.get(f"{event.url}?date=2027-06-08").text
    whole = client.get(event.url).text

    assert "This date is cancelled." in one
    assert "This event will not take place." not in one
    assert "This date is cancelled." not in whole
