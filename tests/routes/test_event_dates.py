"""The page of an event with several dates, at the one that is asked for."""

import time_machine

from tests.factories import local, make_event, make_programme
from wagtail_lift.actions import cancel_meeting
from wagtail_lift.enums import NextStepKind


def test_one_cancelled_date_does_not_cancel_the_event(client, home):
    event = make_event(make_programme(home), recurrence_rule="FREQ=WEEKLY;COUNT=2")
    cancel_meeting(event.lift_event.meetings.get(date_key__startswith="2027-06-08"), user=None)

    one = client.get(f"{event.url}?date=2027-06-08").text
    whole = client.get(event.url).text

    assert "This date is cancelled." in one
    assert "This event will not take place." not in one
    assert "This date is cancelled." not in whole


def test_a_date_that_is_over_or_off_leads_to_the_next(client, home):
    event = make_event(make_programme(home), recurrence_rule="FREQ=WEEKLY;COUNT=4")
    cancel_meeting(event.lift_event.meetings.get(date_key__startswith="2027-06-15"), user=None)
    asked = {
        "past": "?date=2027-06-01",
        "off": "?date=2027-06-15",
        "next": "",
        "later": "?date=2027-06-22",
    }

    with time_machine.travel(local(2027, 6, 3, 12), tick=False):
        actions = {n: client.get(f"{event.url}{q}").context["actions"] for n, q in asked.items()}
    with time_machine.travel(local(2027, 7, 3, 12), tick=False):
        actions["all over"] = client.get(f"{event.url}?date=2027-06-01").context["actions"]

    leads = {
        name: [step.url for step in steps if step.kind == NextStepKind.NEXT_DATE]
        for name, steps in actions.items()
    }
    assert leads == {
        "past": [event.url],
        "off": [event.url],
        "next": [],
        "later": [],
        "all over": [],
    }
