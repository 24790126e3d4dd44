"""Dates and times as people write them: read by one parser, and refused in one place.

The text stays as it was typed. Wagtail's calendar and clock are offered beside it, and write only
what somebody picks.
"""

import json
from datetime import date, time
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext
from wagtail.admin.forms.models import formfield_for_dbfield, registry
from wagtail.admin.widgets import AdminDateInput, AdminTimeInput

from ..domain.written_dates import FIRST_YEAR, LAST_YEAR, read_date
from ..domain.written_times import read_time
from ..domain.written_words import NotUnderstood
from .date_words import words_of_language

MOST_SHOWN = 40
"""How many characters of a text that was not understood its error repeats."""

KEEPS_TEXT = {"validateOnBlur": False}
"""Otherwise the picker writes its own reading over the text when the field is left."""

PICKER_SCRIPT = "wagtail_lift/admin/picker.js"

QUARTER_HOURS = {"step": 15}


class TypedInputMixin:
    """Opens Wagtail's picker, without the inline script that Wagtail's own input needs."""

    kind = ""
    options: ClassVar[dict[str, Any]] = KEEPS_TEXT

    def get_config(self) -> dict[str, Any]:
        """Return the options of the picker."""
        return {**super().get_config(), **self.options}

    def build_attrs(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return the attributes, of which some tell our script which picker to open."""
        attrs = super().build_attrs(*args, **kwargs)
        controllers = [attrs.get("data-controller"), "lift-picker"]
        return {
            **attrs,
            "data-controller": " ".join(filter(None, controllers)),
            "data-lift-picker-kind-value": self.kind,
            "data-lift-picker-options-value": json.dumps(self.get_config()),
        }

    @property
    def media(self) -> forms.Media:
        """Return Wagtail's script with the pickers, and ours."""
        return super().media + forms.Media(js=[PICKER_SCRIPT])


class TypedDateInput(TypedInputMixin, AdminDateInput):
    """Wagtail's calendar; leaves what was typed as it is."""

    template_name = forms.DateInput.template_name
    kind = "date"


class TypedTimeInput(TypedInputMixin, AdminTimeInput):
    """Wagtail's clock, in quarter hours; leaves what was typed as it is."""

    template_name = forms.TimeInput.template_name
    kind = "time"
    options: ClassVar[dict[str, Any]] = {**KEEPS_TEXT, **QUARTER_HOURS}


class TypedFieldMixin:
    """Reads a text with ``read``; turns ``NotUnderstood`` into words that a person can act on."""

    def read(self, text: str) -> Any:
        """Return the value of a text; raise ``NotUnderstood``."""
        raise NotImplementedError

    def to_python(self, value: Any) -> Any:
        """Return the value; what is no text, as from the API, is taken as it is."""
        if not isinstance(value, str):
            return super().to_python(value)
        if not value.strip():
            return None
        try:
            return self.read(value)
        except NotUnderstood as fault:
            raise self.refusal(value, fault.code) from fault

    def refusal(self, text: str, code: str) -> ValidationError:
        """Return the error for a text that is not understood."""
        shown = text.strip()
        shown = shown if len(shown) <= MOST_SHOWN else f"{shown[: MOST_SHOWN - 1]}…"
        code = "invalid" if code == "unread" else code
        return ValidationError(
            self.error_messages[code], code=code, params={"value": shown, **self.examples()}
        )

    def examples(self) -> dict[str, Any]:
        """Return what else the messages name."""
        return {}


class TypedDateField(TypedFieldMixin, forms.DateField):
    """A date in the language and order of the person who types it, in years 1500 to 2200.

    "Tomorrow" and a day without a year count from today, where that person is.
    """

    widget = TypedDateInput
    default_error_messages = {
        "invalid": _("“%(value)s” is not a date. Write for example %(short)s or %(long)s."),
        "no_such_day": _("There is no such day as “%(value)s”. Check the day and the month."),
        "year": _("Check the year of “%(value)s”. It must be between %(first)s and %(last)s."),
        "weekday": _(
            "The weekday in “%(value)s” is not that of the date. Leave it out, or check it."
        ),
        "order": _("“%(value)s” can mean two days. Write for example %(short)s or %(long)s."),
    }

    def read(self, text: str) -> date:
        """Return the day that a text means."""
        words = words_of_language(getattr(self.widget, "format", None))
        return read_date(text, words, timezone.localdate())

    def examples(self) -> dict[str, Any]:
        """Return a date in two forms that are understood, and the first and last year."""
        day = date(timezone.localdate().year + 1, 1, 20)
        return {
            "short": date_format(day, "SHORT_DATE_FORMAT"),
            # Translators: a Django date format, see the "date" template filter. "20 January 2027".
            "long": date_format(day, pgettext("date without weekday", "j F Y"), use_l10n=True),
            "first": FIRST_YEAR,
            "last": LAST_YEAR,
        }


class TypedTimeField(TypedFieldMixin, forms.TimeField):
    """A time of day, however it is written."""

    widget = TypedTimeInput
    default_error_messages = {
        "invalid": _("“%(value)s” is not a time. Write for example 19:00 or 7 pm."),
        "midnight": _("Write midnight as 00:00."),
    }

    def read(self, text: str) -> time:
        """Return the time of day that a text means."""
        return read_time(text)


_FIELDS = {models.DateField: TypedDateField, models.TimeField: TypedTimeField}
_WIDGETS = {AdminDateInput: TypedDateInput, AdminTimeInput: TypedTimeInput}


def typed_formfield(db_field: models.Field, **kwargs: Any) -> forms.Field:
    """Return the form field of a model field, as Wagtail does, but with typed dates and times.

    A widget that a site has chosen is kept.
    """
    if type(db_field) in _FIELDS:
        widget = kwargs.get("widget", (registry.get(db_field) or {}).get("widget"))
        typed = {"form_class": _FIELDS[type(db_field)], "widget": _WIDGETS.get(widget, widget)}
        kwargs = {**kwargs, **typed}
    return formfield_for_dbfield(db_field, **kwargs)
