"""The form in which a host edits their own profile, without scripts."""

from typing import Any

from django import forms
from django.db import models
from django.forms.models import fields_for_model
from django.utils.translation import gettext_lazy as _

from ..formats.points import paragraphs_html, text_of
from ..formats.text import as_title
from ..models import AbstractHostProfile

PUBLIC = (
    "honorific",
    "name",
    "pronouns",
    "position",
    "organisation",
    "biography",
    "website",
)
PRIVATE = ("email", "declines_recording")
CONSENT = ("is_listed",)

NAMES = (*PUBLIC, *PRIVATE, *CONSENT)

MOST_LETTERS = 10_000

AUTOCOMPLETE = {
    "honorific": "honorific-prefix",
    "name": "name",
    "position": "organization-title",
    "organisation": "organization",
    "website": "url",
    "email": "email",
}
"""What browsers may fill in (WCAG 2.2, success criterion 1.3.5)."""


class OwnProfileForm(forms.Form):
    """What a host may change of a draft; fields that the site's host model lacks are left out."""

    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, data: Any, *, draft: AbstractHostProfile, version: str) -> None:
        self._biography = str(getattr(draft, "biography", ""))
        initial = {**_initial(draft), "seen": version}
        super().__init__(data, initial=initial, label_suffix="")
        known = {field.name for field in draft._meta.get_fields()}
        names = [name for name in NAMES if name in known]
        found = fields_for_model(type(draft), fields=names, formfield_callback=_formfield)
        for name, field in found.items():
            self.fields[name] = field
            if name in AUTOCOMPLETE:
                field.widget.attrs["autocomplete"] = AUTOCOMPLETE[name]
        self._word_them()
        for field in self.fields.values():
            field.widget.attrs["class"] = _class_of(field.widget)

    def _word_them(self) -> None:
        """Speak to the host: the words of the model are those of editors."""
        if "biography" in self.fields:
            self.fields["biography"] = forms.CharField(
                label=self.fields["biography"].label,
                required=False,
                max_length=MOST_LETTERS,
                widget=forms.Textarea(attrs={"rows": 8}),
                help_text=_(
                    "Plain text. If you change it, bold words and links that are in it now are "
                    "lost."
                ),
            )
        words = {
            "email": (_("E-mail"), _("For the organisers only; never shown.")),
            "declines_recording": (_("I do not want to be recorded"), ""),
            "is_listed": (
                _("I agree that my name and profile are shown in public"),
                _("You can take this back at any time; that works at once."),
            ),
        }
        for name, (label, help_text) in words.items():
            if name in self.fields:
                self.fields[name].label, self.fields[name].help_text = label, help_text

    def take_over(self, version: str, before: AbstractHostProfile | None) -> None:
        """Let the form be sent again, about the profile as it is now.

        ``before`` is the profile as the host saw it: what they left alone is now as it is stored.
        """
        self.data = self.data.copy()
        self.data["seen"] = version
        known = _initial(before) if before is not None else {}
        for name in known.keys() & self.fields.keys():
            if _words(self.data.get(name)) == _words(known[name]):
                self.data.pop(name, None)
                if self.initial[name]:
                    self.data[name] = self.initial[name]

    def clean_name(self) -> str:
        """Return the name without control characters."""
        return as_title(self.cleaned_data["name"])

    def values(self) -> dict[str, Any]:
        """Return the values as the model takes them; an unchanged biography keeps its markup."""
        values = {name: value for name, value in self.cleaned_data.items() if name != "seen"}
        if "biography" in values:
            is_same = values["biography"].split() == text_of(self._biography).split()
            text = values["biography"]
            values["biography"] = self._biography if is_same else paragraphs_html(text)
        return values

    @property
    def public_fields(self) -> list[forms.BoundField]:
        """Return the fields that everybody reads once the host is listed."""
        return [self[name] for name in PUBLIC if name in self.fields]

    @property
    def private_fields(self) -> list[forms.BoundField]:
        """Return the fields that only the organisers read."""
        return [self[name] for name in PRIVATE if name in self.fields]

    @property
    def consent_fields(self) -> list[forms.BoundField]:
        """Return the host's consent."""
        return [self[name] for name in CONSENT if name in self.fields]


def _formfield(field: models.Field, **kwargs: Any) -> forms.Field | None:
    """Return a field of the form; an address typed without its beginning is one with https."""
    if isinstance(field, models.URLField):
        kwargs["assume_scheme"] = "https"
    return field.formfield(**kwargs)


def _initial(draft: AbstractHostProfile) -> dict[str, Any]:
    """Return the values of a profile as the form shows them."""
    values = {name: getattr(draft, name) for name in NAMES if hasattr(draft, name)}
    return {**values, "biography": text_of(str(values.get("biography", "")))}


def _words(value: Any) -> list[str]:
    """Return what counts of a value: lines end variously, and a box sends “on” or nothing."""
    if isinstance(value, bool) or value is None:
        return ["on"] if value else []
    return str(value).split()


def _class_of(widget: forms.Widget) -> str:
    if isinstance(widget, forms.CheckboxInput):
        return "lift-choice__input"
    is_long = isinstance(widget, forms.Textarea)
    return "lift-field__input lift-field__input--long" if is_long else "lift-field__input"
