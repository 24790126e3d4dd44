"""The forms of the pages by themselves: what the admin and the API build upon."""

from datetime import date, time

import pytest
from django.core.exceptions import NON_FIELD_ERRORS
from django.forms import Select

from tests.admin.posts import event_post, pack_post, programme_post
from tests.factories import make_event, make_pack, make_programme
from wagtail_lift.domain.instants import timezone_names
from wagtail_lift.enums import BookingMode, Problem
from wagtail_lift.page_types.forms import EventPageForm
from wagtail_lift.page_types.pack_form import InsightsPackForm
from wagtail_lift.page_types.programme_form import EventIndexPageForm
from wagtail_lift.pages.models import EventIndexPage, EventPage, InsightsPack


def form_class(model):
    return model.get_edit_handler().get_form_class()


@pytest.fixture
def programme(home):
    return make_programme(home)


def test_forms_are_made_from_the_forms_of_the_package(programme):
    bases = [form_class(model).__mro__ for model in (EventIndexPage, EventPage, InsightsPack)]

    assert EventIndexPageForm in bases[0]
    assert EventPageForm in bases[1]
    assert InsightsPackForm in bases[2]


def test_zones_are_chosen_from_a_list(programme):
    field = form_class(EventPage)(parent_page=programme).fields["timezone"]

    values = [value for value, _label in field.widget.choices]
    assert isinstance(field.widget, Select)
    assert values == ["", *timezone_names()]


def test_zone_that_is_not_in_the_list_is_kept(programme):
    event = make_event(programme)
    event.timezone = "Mars/Olympus"

    field = form_class(EventPage)(instance=event, parent_page=programme).fields["timezone"]

    assert field.widget.choices[1] == ("Mars/Olympus", "Mars/Olympus")


def test_booking_here_is_shown_only_where_it_was_chosen_already(programme):
    event = make_event(programme)
    event.booking_mode = BookingMode.HERE

    form = form_class(EventPage)(instance=event, parent_page=programme)

    assert [value for value, _label in form.fields["booking_mode"].choices] == BookingMode.values


def test_form_tells_the_page_that_a_draft_is_saved_only_while_it_is(programme):
    form = form_class(EventPage)(
        event_post(end_time="09:00"), instance=EventPage(), parent_page=programme
    )

    form.defer_required_fields()
    is_valid_as_draft = form.is_valid()
    form.restore_required_fields()
    form.full_clean()

    assert (is_valid_as_draft, form.instance.is_validation_deferred) == (True, False)
    assert list(form.errors) == ["end_time"]


def test_form_without_the_fields_of_a_tab_works(programme):
    class ShortForm(form_class(EventPage)):
        def __init__(self, *args, **kwargs):
            for name in ("timezone", "booking_mode", "join_link_minutes", "start_date"):
                self.base_fields.pop(name, None)
            super().__init__(*args, **kwargs)

    form = ShortForm(instance=make_event(programme), parent_page=programme)

    assert "timezone" not in form.fields


ELSEWHERE = {"booking_mode": "elsewhere", "booking_url": "https://example.org/book"}
PROBLEMS = [
    ("timezone", {"timezone": "Mars/Olympus"}, "timezone_unknown"),
    ("start_date", {"start_date": None}, "start_date_missing"),
    ("start_time", {"start_time": None}, "start_time_missing"),
    ("end_date", {"end_date": date(2027, 5, 31)}, "end_before_start"),
    ("end_time", {"end_time": time(9, 0)}, "end_before_start"),
    ("booking_url", {"booking_mode": "elsewhere"}, "booking_url_missing"),
    (
        "booking_opens_date",
        {**ELSEWHERE, "booking_opens_date": date(2027, 6, 2)},
        "booking_opens_late",
    ),
    (
        "booking_closes_date",
        {**ELSEWHERE, "booking_closes_date": date(2027, 6, 2)},
        "booking_closes_late",
    ),
    ("recurrence_rule", {"recurrence_rule": "nonsense"}, "rule_unreadable"),
    ("added_dates", {"added_dates": [("date", {})]}, "added_date_incomplete"),
    ("slug", {"slug": "insights"}, "slug_reserved"),
]


@pytest.mark.parametrize(("name", "stored", "code"), PROBLEMS)
def test_problem_of_a_field_that_the_form_lacks_is_told_above_it(programme, name, stored, code):
    event = make_event(programme)
    for attribute, value in stored.items():
        setattr(event, attribute, value)
    posted = {key: "" if value is None else str(value) for key, value in stored.items()}
    form = form_class(EventPage)(event_post(**posted), instance=event, parent_page=programme)
    form.fields.pop(name, None)

    assert form.errors.get_json_data().keys() == {NON_FIELD_ERRORS}
    assert [error["code"] for error in form.errors.get_json_data()[NON_FIELD_ERRORS]] == [code]


def test_every_field_of_an_event_that_may_have_a_problem_is_tried():
    fields = {field.name for field in EventPage._meta.get_fields()}

    assert {name for name, _stored, _code in PROBLEMS} <= fields
    assert {code for _name, _stored, code in PROBLEMS} <= set(Problem.values)


def test_problem_of_a_pack_or_programme_whose_form_lacks_the_field_is_told_above_it(programme):
    event = make_event(programme)
    make_pack(event)
    rival = InsightsPack(title="Again", event=event)
    pack_form = form_class(InsightsPack)(pack_post(), instance=rival, parent_page=programme)
    programme.default_timezone = "Mars/Olympus"
    programme_form = form_class(EventIndexPage)(
        programme_post(), instance=programme, parent_page=programme.get_parent()
    )
    del pack_form.fields["event"], programme_form.fields["default_timezone"]

    codes = [form.errors.get_json_data()["__all__"] for form in (pack_form, programme_form)]
    assert [[error["code"] for error in found] for found in codes] == [
        ["pack_exists"],
        ["timezone_unknown"],
    ]


def test_pack_form_without_event_date_and_insights_works(programme):
    class ShortForm(form_class(InsightsPack)):
        def __init__(self, *args, **kwargs):
            for name in ("event", "meeting", "insights"):
                self.base_fields.pop(name, None)
            super().__init__(*args, **kwargs)

    form = ShortForm(instance=InsightsPack(), parent_page=make_event(programme))

    assert "event" not in form.fields


def test_pack_form_forgives_an_event_that_is_no_number(programme):
    pack = make_pack(programme)
    form = form_class(InsightsPack)(
        pack_post(event="nonsense"), instance=pack, parent_page=programme
    )

    assert list(form.errors) == ["event"]
