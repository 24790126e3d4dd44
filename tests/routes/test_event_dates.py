"""The page of an event with several dates, at the one that is asked for."""

from datetime import date

import time_machine
from bs4 import BeautifulSoup
from wagtail.models import Locale

from tests.factories import local, make_event, make_programme
from wagtail_lift.actions import cancel_meeting
from wagtail_lift.enums import NextStepKind

ADDED = [("date", {"start_date": date(2027, 6, 8)})]


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


def rule_on(client, page) -> list[str]:
    soup = BeautifulSoup(client.get(page.url).content, "html.parser")
    return [rule.text for rule in soup.select(".lift-next__rule")]


def test_rule_stands_on_the_page_in_words(client, home):
    programme = make_programme(home)
    event = make_event(programme, recurrence_rule="FREQ=MONTHLY;BYDAY=1TU")
    once = make_event(programme, "Once", slug="once")
    added = make_event(programme, "Twice", slug="twice", added_dates=ADDED)

    assert rule_on(client, event) == ["Every first Tuesday of the month"]
    assert rule_on(client, once) == rule_on(client, added) == []


def test_rule_on_a_translation_is_that_of_its_source(client, home):
    programme = make_programme(home)
    event = make_event(programme, recurrence_rule="FREQ=WEEKLY;COUNT=4")
    french = Locale.objects.create(language_code="fr")
    programme.copy_for_translation(french, copy_parents=True).save_revision().publish()
    translation = event.copy_for_translation(french)
    translation.recurrence_rule = ""
    translation.save_revision().publish()

    assert type(event).objects.get(pk=translation.pk).recurrence_text == "every Tuesday, 4 times"
