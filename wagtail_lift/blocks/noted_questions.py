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
    """A choice among the questions of the form, which its script fills in while they are typed."""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the stream to read from, and the words for what is no question with a text."""
        words = {
            "data-lift-noted-question": "conversation",
            "data-lift-none": gettext("No question chosen"),
            "data-lift-gone": gettext("A question that is no longer there"),
            "data-lift-wordless": gettext("no words yet"),
        }
        return super().get_context(name, value, {**words, **(attrs or {})})


class NotedQuestionSelectAdapter(WidgetAdapter):
    """Hands the choice to the editor of a stream."""

    js_constructor = "wagtail_lift.NotedQuestionSelect"

    @property
    def media(self) -> forms.Media:
        """Add the script after that of Wagtail's own widgets."""
        return super().media + forms.Media(js=[SCRIPT])


register(NotedQuestionSelectAdapter(), NotedQuestionSelect)


class NotedQuestionBlock(FieldBlock):
    """The id of a conversation question, empty for none.

    Any id is kept, so that a question that was removed later takes no note with it. The editor
    chooses among the questions of the same form, those that were never saved included.
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


# Where migrations find what they cannot freeze, wherever this module may move.
DECONSTRUCT_ALIASES = {
    NotedQuestionBlock: "wagtail_lift.blocks.NotedQuestionBlock",
}
