"""The form field of a recurrence rule: choices for an editor, RFC 5545 for the model."""

from datetime import time
from typing import Any
from urllib.parse import parse_qs

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict
from django.utils.dates import WEEKDAYS as WEEKDAY_NAMES
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..domain.rule_choices import (
    AFTER,
    GIVEN_DAY,
    LAST_DAY,
    LAST_WEEKDAY,
    NEVER,
    ON_A_DAY,
    ORDINALS,
    SAME_DAY,
    WEEKDAYS,
    RuleChoices,
    read_choices,
    write_rule,
)
from ..form_fields.typed import TypedDateField

KEEP = "KEEP"
"""The choice that keeps a rule the other choices cannot express."""

FREQUENCY_CHOICES = [
    ("", gettext_lazy("Does not repeat")),
    ("DAILY", gettext_lazy("Daily")),
    ("WEEKLY", gettext_lazy("Weekly")),
    ("MONTHLY", gettext_lazy("Monthly")),
    ("YEARLY", gettext_lazy("Yearly")),
]
ORDINAL_WORDS = {
    "1": gettext_lazy("On the first"),
    "2": gettext_lazy("On the second"),
    "3": gettext_lazy("On the third"),
    "4": gettext_lazy("On the fourth"),
    "-1": gettext_lazy("On the last"),
}
MONTH_CHOICES = [
    (SAME_DAY, gettext_lazy("On the same day as the first date")),
    (GIVEN_DAY, gettext_lazy("On day number")),
    (LAST_DAY, gettext_lazy("On the last day")),
    (LAST_WEEKDAY, gettext_lazy("On the last weekday (Monday to Friday)")),
    *((ordinal, ORDINAL_WORDS[ordinal]) for ordinal in ORDINALS),
]
ENDS_CHOICES = [
    (NEVER, gettext_lazy("For ever")),
    (ON_A_DAY, gettext_lazy("Until a day")),
    (AFTER, gettext_lazy("A number of times")),
]
DAY_CHOICES = [(code, WEEKDAY_NAMES[number]) for number, code in enumerate(WEEKDAYS)]


class RuleForm(forms.Form):
    """The choices that make up a rule; each part is required only where it applies."""

    frequency = forms.ChoiceField(
        label=gettext_lazy("How often"), choices=FREQUENCY_CHOICES, required=False
    )
    interval = forms.IntegerField(
        label=gettext_lazy("Every"),
        min_value=1,
        max_value=999,
        required=False,
        help_text=gettext_lazy("2 means every other day, week, month or year."),
    )
    weekdays = forms.MultipleChoiceField(
        label=gettext_lazy("On"),
        choices=DAY_CHOICES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("The weekday of the first date if none is chosen."),
    )
    month_by = forms.ChoiceField(
        label=gettext_lazy("In each month"), choices=MONTH_CHOICES, required=False
    )
    month_day = forms.IntegerField(
        label=gettext_lazy("Day of the month"), min_value=1, max_value=31, required=False
    )
    month_weekday = forms.ChoiceField(
        label=gettext_lazy("Weekday"), choices=[("", "—"), *DAY_CHOICES], required=False
    )
    ends = forms.ChoiceField(label=gettext_lazy("Ends"), choices=ENDS_CHOICES, required=False)
    until = TypedDateField(label=gettext_lazy("Last day"), required=False)
    count = forms.IntegerField(
        label=gettext_lazy("Number of times, the first included"),
        min_value=2,
        max_value=999_999,
        required=False,
    )
    kept = forms.CharField(label=gettext_lazy("Rule"), required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        data: Any = None,
        *,
        prefix: str,
        rule: str = "",
        timezone: str = "UTC",
        at: time | None = None,
    ) -> None:
        kept = rule if data is None else data.get(f"{prefix}-kept", "")
        choices = read_choices(rule, timezone=timezone, at=at)
        initial: dict[str, Any] = {"kept": kept, "frequency": KEEP, "interval": 1, "ends": NEVER}
        if choices is not None:
            names = RuleChoices.__dataclass_fields__
            initial = {"kept": "", **{name: getattr(choices, name) for name in names}}
        super().__init__(data, prefix=prefix, initial=initial)
        if kept and read_choices(kept) is None:
            keep = (KEEP, _("As it is now: %(rule)s") % {"rule": kept})
            self.fields["frequency"].choices = [*FREQUENCY_CHOICES, keep]

    def clean(self) -> dict[str, Any]:
        """Require the parts that the choices need."""
        cleaned = super().clean() or {}
        frequency, month_by = cleaned.get("frequency"), cleaned.get("month_by")
        needed = {
            "month_day": frequency == "MONTHLY" and month_by == GIVEN_DAY,
            "month_weekday": frequency == "MONTHLY" and month_by in ORDINALS,
            "until": frequency not in ("", KEEP) and cleaned.get("ends") == ON_A_DAY,
            "count": frequency not in ("", KEEP) and cleaned.get("ends") == AFTER,
        }
        for name, is_needed in needed.items():
            if is_needed and not cleaned.get(name) and name not in self.errors:
                self.add_error(name, ValidationError(NEEDED[name], code="required"))
        return cleaned

    @property
    def rule(self) -> str:
        """Return the chosen rule, without missing or invalid parts."""
        chosen = {name: value for name, value in self.cleaned_data.items() if value}
        kept = chosen.pop("kept", "")
        if chosen.get("frequency") == KEEP:
            return str(kept)
        chosen["weekdays"] = tuple(chosen.get("weekdays", ()))
        return write_rule(RuleChoices(**chosen))


NEEDED = {
    "month_day": gettext_lazy("Say on which day of the month."),
    "month_weekday": gettext_lazy("Choose the weekday."),
    "until": gettext_lazy("Choose the last day."),
    "count": gettext_lazy("Say how many times."),
}


class RuleWidget(forms.Widget):
    """Shows a rule as choices; also accepts a rule as text, as the API sends it.

    ``timezone`` and ``at`` are those of the event: they say on which day a rule ends that ends at
    an instant.
    """

    template_name = "wagtail_lift/admin/rule_widget.html"
    use_fieldset = True

    timezone = "UTC"
    at: time | None = None

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """Return the submitted text, else the form of choices."""
        return data[name] if name in data else RuleForm(data, prefix=name)

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Return whether neither text nor choices were sent."""
        return name not in data and f"{name}-frequency" not in data

    def format_value(self, value: Any) -> Any:
        """Return the value as it is: a text, or the form that was submitted."""
        return value

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """Return the template's context with ``rule_form``, the form of choices."""
        context = super().get_context(name, value, attrs)
        is_form = isinstance(value, RuleForm)
        shown = {"rule": value or "", "timezone": self.timezone, "at": self.at}
        form = value if is_form else RuleForm(prefix=name, **shown)
        if context["widget"]["attrs"].get("disabled"):
            for field in form.fields.values():
                field.disabled = True
        return {**context, "rule_form": form}

    def id_for_label(self, id_: str, index: Any = None) -> str:
        """Return an empty id: the label names a group of fields."""
        return ""


class RuleField(forms.Field):
    """Takes choices or the text of a rule; returns the text."""

    widget = RuleWidget

    def clean(self, value: Any) -> str:
        """Return the rule; raise ``ValidationError``, each message with the label of its part."""
        if not isinstance(value, RuleForm):
            return str(value or "").strip()
        if not value.is_valid():
            raise ValidationError(
                [
                    f"{value.fields[name].label}: {message}"
                    for name, messages in value.errors.items()
                    for message in messages
                ],
                code="rule",
            )
        return value.rule

    def text_of(self, value: Any) -> str:
        """Return submitted choices as a text, which ``from_text`` reads."""
        if not isinstance(value, RuleForm):
            return str(value or "")
        parts = {name: value[name].data for name in value.fields}
        return urlencode({name: part for name, part in parts.items() if part}, doseq=True)

    def from_text(self, text: str, name: str) -> RuleForm:
        """Return submitted choices as the field called ``name`` shows them."""
        parts = {f"{name}-{part}": values for part, values in parse_qs(text).items()}
        return RuleForm(MultiValueDict(parts), prefix=name)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Return whether another rule was chosen."""
        return bool(self._rule_of(initial) != self._rule_of(data))

    def _rule_of(self, value: Any) -> str:
        if not isinstance(value, RuleForm):
            return value or ""
        return value.rule if value.is_valid() else self.text_of(value)
