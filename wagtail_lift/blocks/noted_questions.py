"""Which conversation question a note is about: an id in the data, a choice for the editor."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from wagtail.admin.telepath import register
from wagtail.admin.telepath.widgets import WidgetAdapter
from wagtail.blocks import FieldBlock

QUESTION_ID_MAX_LENGTH = 64
SCRIPT = "wagtail_lift/admin/noted_questions.js"


class NotedQuestionSelect(forms.Select):
    """A select of the form's questions, which its script updates while they are typed."""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the stream to read from, and the labels for no, a removed or an empty question."""
        words = {
            "data-lift-noted-question": "conversation",
            "data-lift-none": gettext("No question chosen"),
            "data-lift-gone": gettext("A question that is no longer there"),
            "data-lift-wordless": gettext("no words yet"),
        }
        return super().get_context(name, value, {**words, **(attrs or {})})


class NotedQuestionSelectAdapter(WidgetAdapter):
    """Passes the select to the editor of a stream."""

    js_constructor = "wagtail_lift.NotedQuestionSelect"

    @property
    def media(self) -> forms.Media:
        """Add the script after that of Wagtail's own widgets."""
        return super().media + forms.Media(js=[SCRIPT])


register(NotedQuestionSelectAdapter(), NotedQuestionSelect)


class NotedQuestionBlock(FieldBlock):
    """The id of a conversation question, empty for none.

    Any id is kept, so that removing a question later removes no note. The editor chooses among the
    questions of the same form, including unsaved ones.
    """

    def __init__(self, required: bool = True, help_text: Any = None, **kwargs: Any) -> None:
        self.field = forms.CharField(
            required=required,
            help_text=help_text,
            max_length=QUESTION_ID_MAX_LENGTH,
            widget=NotedQuestionSelect,
        )
        super().__init__(**kwargs)

    class Meta:
        icon = "help"
        default = ""


# Stable import paths for migrations, wherever this module may move.
DECONSTRUCT_ALIASES = {
    NotedQuestionBlock: "wagtail_lift.blocks.NotedQuestionBlock",
}
