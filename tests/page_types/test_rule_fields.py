"""The field of a recurrence rule: choices in, text out, and messages where something is missing."""

import pytest
from bs4 import BeautifulSoup
from django import forms
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from wagtail_lift.page_types.rule_fields import RuleField, RuleForm


class EventForm(forms.Form):
    repeats = RuleField(required=False)


def submitted(**choices):
    """Return the form as a browser sends it, with what was chosen."""
    data = QueryDict(mutable=True)
    data["repeats-frequency"] = ""
    for name, value in choices.items():
        values = value if isinstance(value, list) else [value]
        data.setlist(f"repeats-{name}", [str(item) for item in values])
    return EventForm(data)


@pytest.mark.parametrize(
    ("choices", "rule"),
    [
        ({}, ""),
        ({"frequency": "WEEKLY", "weekdays": ["TU", "TH"]}, "FREQ=WEEKLY;BYDAY=TU,TH"),
        (
            {"frequency": "MONTHLY", "month_by": "2", "month_weekday": "TU", "interval": "3"},
            "FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU",
        ),
        ({"frequency": "MONTHLY", "month_by": "last_day"}, "FREQ=MONTHLY;BYMONTHDAY=-1"),
        (
            {"frequency": "MONTHLY", "month_by": "last_weekday"},
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        ),
        ({"frequency": "DAILY", "ends": "count", "count": "5"}, "FREQ=DAILY;COUNT=5"),
        (
            {"frequency": "YEARLY", "ends": "until", "until": "2030-12-31"},
            "FREQ=YEARLY;UNTIL=20301231",
        ),
        ({"frequency": "KEEP", "kept": "FREQ=MONTHLY;BYDAY=TU"}, "FREQ=MONTHLY;BYDAY=TU"),
    ],
)
def test_choices_give_a_rule(choices, rule):
    form = submitted(**choices)

    assert form.is_valid(), form.errors
    assert form.cleaned_data == {"repeats": rule}


@pytest.mark.parametrize(
    ("choices", "messages"),
    [
        (
            {"frequency": "MONTHLY", "month_by": "day"},
            ["Day of the month: Say on which day of the month."],
        ),
        (
            {"frequency": "MONTHLY", "month_by": "-1"},
            ["Weekday: Choose the weekday."],
        ),
        (
            {"frequency": "DAILY", "ends": "until"},
            ["Last day: Choose the last day."],
        ),
        (
            {"frequency": "DAILY", "ends": "count"},
            ["Number of times, the first included: Say how many times."],
        ),
        (
            {"frequency": "DAILY", "interval": "0"},
            ["Every: Ensure this value is greater than or equal to 1."],
        ),
        (
            {"frequency": "KEEP", "kept": "FREQ=WEEKLY"},
            ["How often: Select a valid choice. KEEP is not one of the available choices."],
        ),
    ],
)
def test_what_is_missing_is_asked_for(choices, messages):
    form = submitted(**choices)

    assert not form.is_valid()
    assert form.errors["repeats"] == messages


def test_choices_that_make_no_rule_yet_are_shown_again_as_they_were_sent():
    field, sent = RuleField(), {"frequency": "WEEKLY", "weekdays": ["MO", "TU"], "until": "soon"}
    data = MultiValueDict(
        {f"repeats-{n}": [v] if isinstance(v, str) else v for n, v in sent.items()}
    )

    text = field.text_of(RuleForm(data, prefix="repeats"))
    again = field.from_text(text, "repeats")

    assert dict(again.data) == dict(data)
    assert again.errors.keys() == {"until"}


def test_text_of_a_rule_is_taken_as_the_api_sends_it():
    form = EventForm({"repeats": " FREQ=MONTHLY;BYDAY=TU "})

    assert form.is_valid()
    assert form.cleaned_data == {"repeats": "FREQ=MONTHLY;BYDAY=TU"}


def fields_of(form):
    """Return what a browser would send of the form as it is shown."""
    html = BeautifulSoup(str(form["repeats"]), "html.parser")
    chosen = {}
    for tag in html.select("input, select"):
        if tag.name == "select":
            tag_value = next((o["value"] for o in tag.select("option[selected]")), "")
        elif tag["type"] == "checkbox" and not tag.has_attr("checked"):
            continue
        else:
            tag_value = tag.get("value", "")
        chosen.setdefault(tag["name"], []).append(tag_value)
    return chosen


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "FREQ=WEEKLY;BYDAY=TU,TH",
        "FREQ=MONTHLY;BYDAY=-1FR;COUNT=6",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=DAILY;BYDAY=MO",
    ],
)
def test_rule_survives_being_shown_and_sent_back(rule):
    data = QueryDict(mutable=True)
    for name, values in fields_of(EventForm(initial={"repeats": rule})).items():
        data.setlist(name, values)
    form = EventForm(data, initial={"repeats": rule})

    assert form.is_valid(), form.errors
    assert form.cleaned_data == {"repeats": rule}
    assert not form.has_changed()
    assert EventForm({"repeats": "FREQ=DAILY"}, initial={"repeats": rule}).has_changed()


def test_what_was_chosen_is_shown_again_beside_the_message():
    form = submitted(frequency="WEEKLY", weekdays=["SA"], ends="until")

    assert not form.is_valid()
    shown = fields_of(form)
    assert shown["repeats-frequency"] == ["WEEKLY"]
    assert shown["repeats-weekdays"] == ["SA"]


def test_every_choice_has_a_label_and_can_be_disabled():
    form = EventForm(initial={"repeats": "FREQ=DAILY"})
    form.fields["repeats"].disabled = True

    html = BeautifulSoup(str(form["repeats"]), "html.parser")

    shown = html.select("select, input:not([type=hidden])")
    labelled = {label["for"] for label in html.select("label[for]")}
    assert {tag["id"] for tag in shown} <= labelled
    assert all(tag.has_attr("disabled") for tag in shown)
