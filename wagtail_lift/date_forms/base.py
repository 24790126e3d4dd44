"""The base form of actions on a date."""

from collections.abc import Callable, Collection
from typing import Any, ClassVar

from django import forms
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..enums import Notice
from ..exceptions import LiftError
from ..models import Meeting
from ..packs.openness import facts_of


def has_ended(meeting: Meeting) -> bool:
    """Return whether a date has ended."""
    return facts_of(meeting).has_ended(timezone.now())


class MeetingActionForm(forms.Form):
    """Base form of every action; call ``carry_out`` after ``is_valid``."""

    action: ClassVar[Callable[..., Meeting]]
    question: ClassVar[Any]
    done: ClassVar[Any]
    error_fields: ClassVar[dict[str, str]] = {}

    public_note = forms.CharField(
        label=_("Public note"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "Shown wherever this date is: on the event page, in lists, calendars and feeds. For "
            "example why, and what happens next."
        ),
    )

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.meeting = meeting

    @classmethod
    def applies_to(cls, meeting: Meeting) -> bool:
        """Return whether the action makes sense for a meeting in its current state."""
        raise NotImplementedError

    @property
    def sections(self) -> list[tuple[str, list[Any]]]:
        """Return the fields in named groups."""
        return [("all", self.visible_fields())]

    def get_arguments(self) -> dict[str, Any]:
        """Return the keyword arguments of the action, from the cleaned values."""
        return {"public_note": self.cleaned_data["public_note"]}

    @property
    def warning(self) -> Any:
        """Return a warning to show before the action, empty for none."""
        return ""

    def get_notices(self) -> tuple[Notice, ...]:
        """Return what to tell the editor after the action."""
        return ()

    def carry_out(
        self, user: AbstractBaseUser, *, seen: Collection[str] | None = None
    ) -> Meeting | None:
        """Carry out the action and return the meeting, or ``None`` after adding a form error.

        ``seen`` holds the versions of the date on which the decision may rest; ``None`` for any.
        """
        try:
            return type(self).action(self.meeting, user=user, seen=seen, **self.get_arguments())
        except LiftError as error:
            field = self.error_fields.get(error.code)
            self.add_error(field, ValidationError(error.message, code=error.code))
        except ValidationError as error:
            self.add_error(None, ValidationError(error.messages))
        return None
