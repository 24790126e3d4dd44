"""How typed dates and times are understood: one sentence, in the form of an event and of a date."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import Panel

from ..domain.schedule import (
    PlannedDate,
    TypedDates,
    last_day,
    plan_date,
    time_notices,
    with_default_end,
)
from ..domain.validation import schedule_problems
from ..enums import Hours, Notice, Problem, word_or
from ..form_fields.typed import TypedDateField, TypedTimeField
from ..formats.clock_words import day_in_words
from ..formats.when_words import (
    begin_in_words,
    days_in_words,
    finish_in_words,
    in_its_zone,
    open_in_words,
    when_in_words,
)

UNFINISHED = (Problem.START_DATE_MISSING, Problem.START_TIME_MISSING, Problem.END_TIME_MISSING)
"""What is missing rather than wrong."""


@dataclass(frozen=True, slots=True)
class ToldWhen:
    """What to tell about typed dates: a sentence, and what to note or to put right."""

    sentence: str = ""
    notes: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


class WhenForm(forms.Form):
    """The dates and times of an event, each read on its own."""

    start_date = TypedDateField(label=gettext_lazy("Starts on"), required=False)
    start_time = TypedTimeField(label=gettext_lazy("Starts at"), required=False)
    end_date = TypedDateField(label=gettext_lazy("Ends on"), required=False)
    end_time = TypedTimeField(label=gettext_lazy("Ends at"), required=False)
    timezone = forms.CharField(label=gettext_lazy("Time zone"), required=False)
    hours = forms.CharField(label=gettext_lazy("Times"), required=False)

    @property
    def typed_dates(self) -> TypedDates:
        """Return what was typed; without a zone, in the site's."""
        typed = {**self.cleaned_data}
        typed["timezone"] = typed["timezone"] or settings.TIME_ZONE
        typed["hours"] = word_or(Hours.START_AND_END, typed["hours"])
        return TypedDates(**typed)


def tell_when(values: Mapping[str, Any], *, typing: str = "", needs_end: bool = False) -> ToldWhen:
    """Return how the values of the fields of ``WhenForm`` are understood, or what is wrong.

    The field that somebody is ``typing`` in is not found fault with. Where a form ``needs_end``, no
    end is filled in.
    """
    form = WhenForm(values)
    if form.is_valid():
        return _tell(form.typed_dates, needs_end=needs_end)
    return ToldWhen(
        faults=tuple(
            f"{form.fields[name].label}: {message}"
            for name, messages in form.errors.items()
            for message in messages
            if name != typing
        )
    )


def _tell(typed: TypedDates, *, needs_end: bool) -> ToldWhen:
    filled = typed if needs_end else with_default_end(typed)
    problems = [found.problem for found in schedule_problems(filled)]
    if not needs_end:
        problems = [problem for problem in problems if problem != Problem.END_TIME_MISSING]
    notes = [str(problem.label) for problem in problems if problem in UNFINISHED]
    if faults := [str(problem.label) for problem in problems if problem not in UNFINISHED]:
        return ToldWhen(notes=tuple(notes), faults=tuple(faults))
    planned = plan_date(filled)
    # The sentence itself says on which day it ends.
    notices = [notice for notice in time_notices(filled) if notice != Notice.ENDS_NEXT_DAY]
    has_end = typed.hours is Hours.START_AND_END
    if has_end and typed.end_time is None and planned.start and planned.end:
        end = finish_in_words(planned.start, planned.end)
        notes.append(_("If you leave the end empty, it is %(end)s.") % {"end": end})
    notes += [str(notice.label) for notice in notices]
    is_empty = replace(typed, hours=Hours.START_AND_END) == TypedDates(timezone=typed.timezone)
    to_come = _("Date to come") if is_empty and not needs_end else ""
    return ToldWhen(_sentence(typed, planned) or to_come, tuple(notes))


def _sentence(typed: TypedDates, planned: PlannedDate) -> str:
    start, end = planned.start, planned.end
    if start is None or end is None or planned.starts_at is None or planned.ends_at is None:
        return day_in_words(typed.start_date) if typed.start_date else ""
    if typed.hours is Hours.ALL_DAY:
        return days_in_words(start.date(), last_day(typed) or start.date())
    if typed.hours is Hours.OPEN_END:
        words = open_in_words(start)
    elif typed.end_time is None:
        words = begin_in_words(start)
    else:
        words = when_in_words(start, end, planned.ends_at - planned.starts_at)
    return in_its_zone(words, planned.starts_at, typed.timezone)


class WhenPanel(Panel):
    """Shows how the dates and times of an event's form are understood, while they are typed.

    Its script asks for the sentence again after each change; without scripts it is about the values
    with which the form was opened.
    """

    class BoundPanel(Panel.BoundPanel):
        """The panel on one page."""

        template_name = "wagtail_lift/admin/when_panel.html"

        def is_shown(self) -> bool:
            """Return whether the form has the fields."""
            return super().is_shown() and self.form is not None and "start_date" in self.form.fields

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add what to tell about the form's values."""
            context = super().get_context_data(parent_context)
            names = [name for name in WhenForm.base_fields if name in self.form.fields]
            values = {name: self.form[name].value() for name in names}
            return {**context, "told": tell_when(values)}
