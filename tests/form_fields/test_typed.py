"""The fields of dates and times: what is typed is understood, or refused in words, and kept."""

import json
from datetime import date, time, timedelta

import pytest
from django import forms
from django.db import models
from django.utils import timezone, translation
from wagtail.admin.widgets import AdminDateInput

from wagtail_lift.form_fields.typed import (
    MOST_SHOWN,
    TypedDateField,
    TypedDateInput,
    TypedTimeField,
    TypedTimeInput,
    typed_formfield,
)
from wagtail_lift.pages.models import EventPage

NEXT_YEAR = timezone.localdate().year + 1


class WhenForm(forms.Form):
    day = TypedDateField(required=False)
    at = TypedTimeField(required=False)


def errors_of(form, name) -> list[tuple[str, str]]:
    """Return the code and the words of each error of a field."""
    return [(e["code"], e["message"]) for e in form.errors.get_json_data().get(name, [])]


def picker_of(widget) -> dict:
    """Return the options that a widget hands to the picker."""
    return json.loads(widget.get_context("day", None, {"id": "id_day"})["widget"]["config_json"])


@pytest.mark.parametrize(
    ("language", "day", "at", "expected"),
    [
        ("en", "20/1/2027", "7pm", (date(2027, 1, 20), time(19))),
        ("en", "2/3/2027", "1430", (date(2027, 2, 3), time(14, 30))),
        ("en-gb", "2/3/2027", "2.30 pm", (date(2027, 3, 2), time(14, 30))),
        ("de", "20.1.2027", "14.30 Uhr", (date(2027, 1, 20), time(14, 30))),
        ("de", "20. Januar 2027", "9", (date(2027, 1, 20), time(9))),
        ("fr", "20 janv. 2027", "14h30", (date(2027, 1, 20), time(14, 30))),
        ("en", "2027-01-20", "14:30:15", (date(2027, 1, 20), time(14, 30, 15))),
        ("en", "", " ", (None, None)),
    ],
)
def test_fields_read_what_is_typed(language, day, at, expected):
    with translation.override(language):
        form = WhenForm({"day": day, "at": at})

        assert form.is_valid(), form.errors
    assert (form.cleaned_data["day"], form.cleaned_data["at"]) == expected


def test_tomorrow_counts_from_the_day_where_the_editor_is():
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        with timezone.override(zone):
            form = WhenForm({"day": "morgen"})
            today = timezone.localdate()
            form.is_valid()

        assert form.cleaned_data["day"] == today + timedelta(days=1)


def test_values_that_are_no_text_are_taken_as_they_are():
    early, late = date(1, 1, 1), date(9999, 12, 31)
    at = time(12, 30, 15, 250_000)

    found = [
        TypedDateField().clean(early),
        TypedDateField().clean(late),
        TypedTimeField().clean(at),
    ]

    assert found == [early, late, at]


@pytest.mark.parametrize(
    ("name", "text", "error"),
    [
        (
            "day",
            "soon",
            f"“soon” is not a date. Write for example 01/20/{NEXT_YEAR} or 20 January {NEXT_YEAR}.",
        ),
        ("day", "2027-02-30", "There is no such day as “2027-02-30”. Check the day and the month."),
        (
            "day",
            "12027-01-20",
            "Check the year of “12027-01-20”. It must be between 1500 and 2200.",
        ),
        (
            "day",
            "Tue 20 Jan 2027",
            "The weekday in “Tue 20 Jan 2027” is not that of the date. Leave it out, or check it.",
        ),
        ("at", "7xm", "“7xm” is not a time. Write for example 19:00 or 7 pm."),
        ("at", "25:00", "“25:00” is not a time. Write for example 19:00 or 7 pm."),
        ("at", "24:00", "Write midnight as 00:00."),
    ],
)
def test_anything_else_is_refused_in_words_and_shown_again_as_typed(name, text, error):
    with translation.override("en"):
        form = WhenForm({name: text})

        assert [words for _code, words in errors_of(form, name)] == [error]
        assert f'value="{text}"' in str(form[name])


def test_date_that_can_mean_two_days_is_refused():
    with translation.override("ja"):
        assert [code for code, _words in errors_of(WhenForm({"day": "2/3/2027"}), "day")] == [
            "order"
        ]


def test_date_that_an_error_suggests_is_understood(settings):
    for language in ("en", "de", "fr", "ja", "ar"):
        with translation.override(language):
            examples = TypedDateField().examples()
            read = {TypedDateField().clean(examples[name]) for name in ("short", "long")}

        assert read == {date(NEXT_YEAR, 1, 20)}


def test_long_text_is_cut_in_its_error():
    form = WhenForm({"at": "7" * 5000})

    [(code, words)] = errors_of(form, "at")
    assert code == "invalid"
    assert "7" * (MOST_SHOWN - 1) + "…" in words
    assert "7" * MOST_SHOWN not in words


def test_unchanged_value_counts_as_unchanged_however_it_is_written():
    initial = {"day": date(2027, 1, 20), "at": time(19)}

    same = WhenForm({"day": "20 Jan 2027", "at": "7pm"}, initial=initial)
    other = WhenForm({"day": "21 Jan 2027", "at": "soon"}, initial=initial)

    assert (same.changed_data, other.changed_data) == ([], ["day", "at"])


@pytest.mark.parametrize("shown", ["%Y-%m-%d", "%d/%m/%Y", "%m/%d/%Y", "%d.%m.%y", "%y-%m-%d"])
def test_date_that_is_shown_is_read_back_whatever_the_language(settings, shown):
    settings.WAGTAIL_DATE_FORMAT = shown
    days = [date(2027, 2, 3), date(2027, 1, 20), date(2027, 12, 11)]

    read = []
    for language in ("en", "en-gb", "de"):
        with translation.override(language):
            field = TypedDateField(widget=TypedDateInput)
            read += [field.clean(field.widget.format_value(day)) for day in days]

    assert read == days * 3


def test_picker_offers_quarter_hours_and_changes_nothing_by_itself():
    calendar, clock = (picker_of(widget) for widget in (TypedDateInput(), TypedTimeInput()))

    assert (calendar["validateOnBlur"], calendar["format"]) == (False, "Y-m-d")
    assert (clock["validateOnBlur"], clock["format"], clock["step"]) == (False, "H:i", 15)


def test_form_field_of_a_date_is_typed_and_any_other_is_as_it_was():
    meta = EventPage._meta
    names = ("start_date", "start_time", "go_live_at", "title")

    fields = [typed_formfield(meta.get_field(name)) for name in names]

    assert [type(field) for field in fields] == [
        TypedDateField,
        TypedTimeField,
        forms.DateTimeField,
        forms.CharField,
    ]
    assert [type(field.widget) for field in fields[:2]] == [TypedDateInput, TypedTimeInput]


def test_widget_of_a_site_is_kept():
    chosen = AdminDateInput(format="%d.%m.%Y")

    field = typed_formfield(models.DateField(), widget=chosen)

    assert (type(field), field.widget.format) == (TypedDateField, "%d.%m.%Y")
    assert type(field.widget) is AdminDateInput
