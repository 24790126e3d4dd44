"""Dates of an event besides the first: those added by hand, and those skipped from a rule."""

from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.blocks import ChoiceBlock, DateBlock, TimeBlock

from ..enums import Hours
from ..form_fields.typed import (
    TypedDateField,
    TypedDateInput,
    TypedTimeField,
    TypedTimeInput,
)
from .base import LiftStreamBlock, LiftStructBlock
from .unread import UnreadMixin


class TypedDateMixin(UnreadMixin):
    """Takes a date as people write it; put it before a ``DateBlock``."""

    @cached_property
    def field(self) -> TypedDateField:
        """Return the form field."""
        return TypedDateField(widget=TypedDateInput(format=self.format), **self.field_options)


class TypedDateBlock(TypedDateMixin, DateBlock):
    """A date as people write it; a ``DateBlock`` in migrations."""

    def deconstruct(self) -> tuple[str, Any, Any]:
        """Return the block that migrations name."""
        return ("wagtail.blocks.DateBlock", *super().deconstruct()[1:])


class TypedTimeBlock(UnreadMixin, TimeBlock):
    """A time of day as people write it; a ``TimeBlock`` in migrations."""

    @cached_property
    def field(self) -> TypedTimeField:
        """Return the form field."""
        return TypedTimeField(widget=TypedTimeInput(format=self.format), **self.field_options)

    def deconstruct(self) -> tuple[str, Any, Any]:
        """Return the block that migrations name."""
        return ("wagtail.blocks.TimeBlock", *super().deconstruct()[1:])


class AddedDateBlock(LiftStructBlock):
    """One more date, in the event's zone; empty times and hours are those of the first date."""

    start_date = TypedDateBlock()
    start_time = TypedTimeBlock(required=False)
    end_date = TypedDateBlock(required=False)
    end_time = TypedTimeBlock(required=False)
    hours = ChoiceBlock(choices=Hours.as_choices, required=False, search_index=False)

    class Meta:
        icon = "date"
        label = pgettext_lazy("date of an event", "Date")
        label_format = "{start_date} {start_time}"
        description = _("A further date of the event.")
        field_labels = {
            "start_date": _("Starts on"),
            "start_time": _("Starts at"),
            "end_date": _("Ends on"),
            "end_time": _("Ends at"),
            "hours": _("Times"),
        }
        field_help = {
            "start_time": _("As on the first date if left empty."),
            "end_date": _("As long as the first date if left empty."),
            "end_time": _("As long as the first date if left empty."),
            "hours": _("As on the first date if left empty."),
        }


class AddedDatesStreamBlock(LiftStreamBlock):
    """The added dates of an event; the id of each is part of its meeting's identity."""

    date = AddedDateBlock()

    class Meta:
        description = _("The further dates of an event.")
        max_num = 200


class SkippedDateBlock(TypedDateMixin, DateBlock):
    """A day of a rule on which the event does not take place."""

    class Meta:
        icon = "cross"
        label = _("Day")
        description = _("A day that is left out.")


class SkippedDatesStreamBlock(LiftStreamBlock):
    """The days skipped from a rule."""

    date = SkippedDateBlock()

    class Meta:
        description = _("The days that are left out.")
        max_num = 400
