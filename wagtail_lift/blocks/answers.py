"""Which conversation questions a finding answers: ids in the data, a choice for the editor."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django import forms
from django.utils.translation import gettext
from wagtail.blocks import BlockField, FieldBlock, StreamValue
from wagtail.blocks.base import BlockWidget

from .conversation import Question

Choices = Sequence[tuple[str, str]]

_offered: ContextVar[Choices | None] = ContextVar("wagtail_lift_offered_questions", default=None)


class QuestionIdsInput(forms.TextInput):
    """Ids in a text field, for a form that does not know the questions."""

    def format_value(self, value: Any) -> str:
        """Return the ids, separated by commas."""
        return ", ".join(_ids(value))


class QuestionIdsField(forms.Field):
    """A list of question ids, each once, in the order given."""

    widget = QuestionIdsInput

    def to_python(self, value: Any) -> list[str]:
        """Return the ids in a list, or in a text separated by commas or spaces."""
        return list(_ids(value))


class AnsweredQuestionsBlock(FieldBlock):
    """Ids of conversation questions. API: ``[question id]``.

    Any id is kept, so that removing a question later blocks nobody. A form that knows the
    questions offers them as choices: see :func:`offer_questions`.
    """

    def __init__(self, required: bool = True, help_text: Any = None, **kwargs: Any) -> None:
        self._field = QuestionIdsField(required=required, help_text=help_text)
        super().__init__(**kwargs)

    @property
    def field(self) -> forms.Field:
        """Return the form field; while questions are offered, it has a checkbox for each."""
        choices = _offered.get()
        if choices is None:
            return self._field
        return QuestionIdsField(
            required=self._field.required,
            help_text=self._field.help_text,
            widget=forms.CheckboxSelectMultiple(choices=choices),
        )

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, prefix: str) -> list[str]:
        """Return the ids, from checkboxes, the text field or the API."""
        submitted = data.getlist(prefix) if hasattr(data, "getlist") else data.get(prefix)
        return list(_ids(submitted))

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, prefix: str) -> bool:
        """Return ``False``: unticked checkboxes send nothing, so nothing is a valid answer."""
        return False

    def normalize(self, value: Any) -> list[str]:
        """Return the ids as a list."""
        return list(_ids(value))

    def to_python(self, value: Any) -> list[str]:
        """Return the stored ids as a list."""
        return list(_ids(value))

    def get_prep_value(self, value: Any) -> list[str]:
        """Return the ids as a list to store."""
        return list(_ids(value))

    class Meta:
        icon = "help"
        default = ()


class QuestionOfferingWidget(BlockWidget):
    """The editor of a stream in which findings show ``choices`` as checkboxes."""

    def __init__(self, block_def: Any, choices: Choices, attrs: Any = None) -> None:
        super().__init__(block_def, attrs=attrs)
        self.choices = choices

    def _build_block_json(self) -> None:
        with _offering(self.choices):
            super()._build_block_json()

    def render_with_errors(self, *args: Any, **kwargs: Any) -> str:
        """Return the editor; the ids in its data are shown as ticks."""
        with _offering(self.choices):
            return super().render_with_errors(*args, **kwargs)


def offer_questions(
    field: BlockField, questions: Iterable[Question], *, stored: StreamValue | None = None
) -> None:
    """Let the findings in a form's ``field`` choose among ``questions``.

    Call it in the form's ``__init__`` with ``self.fields["insights"]``. ``stored`` is the value the
    form starts with: ids in it that are not among ``questions`` are offered too, so that they are
    not lost on the next save. A form without an editor, such as the API's, offers nothing.
    """
    if not isinstance(field.widget, BlockWidget):
        return
    choices = [(q.id, f"{q.number}. {q.question}") for q in questions if q.id]
    known = {question_id for question_id, _label in choices}
    gone = dict.fromkeys(i for i in answered_ids(stored) if i not in known)
    choices += [
        (question_id, gettext("A question that is no longer there")) for question_id in gone
    ]
    field.widget = QuestionOfferingWidget(field.block, choices, attrs=field.widget.attrs)


def answered_ids(stream_value: StreamValue | None) -> Iterator[str]:
    """Yield the question ids that the blocks of a stream answer, in order, repeats included."""
    for child in stream_value or ():
        for name, child_block in getattr(child.block, "child_blocks", {}).items():
            if isinstance(child_block, AnsweredQuestionsBlock):
                yield from child.value.get(name) or ()


@contextmanager
def _offering(choices: Choices) -> Iterator[None]:
    token = _offered.set(choices)
    try:
        yield
    finally:
        _offered.reset(token)


def _ids(value: Any) -> dict[str, None]:
    """Return the ids in ``value``, each once and in order, as the keys of a dict."""
    if not value:
        return {}
    if isinstance(value, str):
        return dict.fromkeys(part for part in re.split(r"[\s,]+", value) if part)
    return {question_id: None for part in value for question_id in _ids(part)}


# Stable import paths for migrations, wherever this module may move.
DECONSTRUCT_ALIASES = {
    AnsweredQuestionsBlock: "wagtail_lift.blocks.AnsweredQuestionsBlock",
}
