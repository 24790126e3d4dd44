"""The conversation of an event: its questions, with stable ids, and the parts around them."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    CharBlock,
    StreamValue,
    StructValue,
)
from wagtail.rich_text import RichText

from .base import PREVIEW_TEMPLATE, LiftStreamBlock, LiftStructBlock
from .rich_text import INLINE_FEATURES, TEXT_FEATURES, PartBlock, ProseBlock
from .unread import NumberBlock

QUESTION_MAX_LENGTH = 300
MAX_MINUTES = 600


@dataclass(frozen=True, slots=True)
class Question:
    """The public side of a conversation question.

    ``id`` survives edits, reordering, API writes and copies of the page; it is empty until the
    question is first saved. ``number`` counts from 1, ``minutes`` may be unknown.
    """

    id: str
    number: int
    anchor: str
    question: str
    why: RichText
    minutes: int | None
    asked_by: str


class ConversationQuestionBlock(LiftStructBlock):
    """One question of the conversation.

    API: ``{"question": str, "why": rich text, "minutes": int | None, "asked_by": str}``.
    """

    question = CharBlock(max_length=QUESTION_MAX_LENGTH)
    why = PartBlock(required=False, features=INLINE_FEATURES)
    minutes = NumberBlock(required=False, min_value=1, max_value=MAX_MINUTES)
    asked_by = CharBlock(required=False, default="", max_length=200)

    class Meta:
        label = _("Question")
        icon = "help"
        description = _("A question that the conversation asks, with a lasting address of its own.")
        template = "wagtail_lift/blocks/question.html"
        label_format = "{question}"
        field_labels = {
            "question": _("Question"),
            "why": _("Why we ask it"),
            "minutes": _("Minutes"),
            "asked_by": _("Asked by"),
        }
        field_help = {
            "question": _("In plain words, at most 300 characters."),
            "minutes": _("How long to give it, if that is planned."),
            "asked_by": _("Who brings this question, if somebody does."),
        }
        preview_value = {
            "question": _("When did somebody's compassion change your day?"),
            "why": _("<p>Stories come before opinions, and everybody has one.</p>"),
            "minutes": 20,
            "asked_by": _("The hosts"),
        }

    def get_context(
        self, value: StructValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Add ``question``, the :class:`Question` to show; a stream sets its number."""
        context = super().get_context(value, parent_context=parent_context)
        context["question"] = context.get("lift_question") or as_question(
            value, block_id=context.get("id"), number=1
        )
        return context


class OpeningBlock(ProseBlock):
    """Words that open the conversation or one of its parts. API: rich text."""

    class Meta:
        label = _("Opening words")
        icon = "pilcrow"
        description = _("Words that open the conversation, or lead from one part to the next.")
        template = "wagtail_lift/blocks/opening.html"
        preview_template = PREVIEW_TEMPLATE
        preview_value = _("<p>We begin with a minute of quiet, so that everybody can arrive.</p>")


class ActivityBlock(LiftStructBlock):
    """Something the group does together.

    API: ``{"title": str, "minutes": int | None, "instructions": rich text}``.
    """

    title = CharBlock(max_length=200)
    minutes = NumberBlock(required=False, min_value=1, max_value=MAX_MINUTES)
    instructions = PartBlock(features=TEXT_FEATURES)

    class Meta:
        label = _("Activity")
        icon = "group"
        description = _("Something that the group does together, with instructions.")
        template = "wagtail_lift/blocks/activity.html"
        field_labels = {
            "title": _("Title"),
            "minutes": _("Minutes"),
            "instructions": _("Instructions"),
        }
        preview_value = {
            "title": _("Talk in pairs"),
            "minutes": 10,
            "instructions": _(
                "<p>Find somebody you do not know. Listen first, then change over.</p>"
            ),
        }


class ConversationStreamBlock(LiftStreamBlock):
    """The conversation of an event, in order."""

    opening = OpeningBlock()
    question = ConversationQuestionBlock()
    activity = ActivityBlock()

    class Meta:
        icon = "comment"
        template = "wagtail_lift/blocks/conversation_stream.html"

    def get_context(
        self, value: StreamValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Add ``parts``: each block with its :class:`Question`, or ``None`` for other blocks."""
        context = super().get_context(value, parent_context=parent_context)
        questions = iter(questions_of(value))
        context["parts"] = [
            (child, next(questions) if _is_question(child) else None) for child in value
        ]
        return context


def questions_of(stream_value: StreamValue | None) -> list[Question]:
    """Return the public side of a conversation's questions, in order."""
    children = [child for child in stream_value or () if _is_question(child)]
    return [
        as_question(child.value, block_id=child.id, number=number)
        for number, child in enumerate(children, start=1)
    ]


def as_question(value: StructValue, *, block_id: str | None, number: int) -> Question:
    """Return the public side of one question; before the first save its anchor is its number."""
    return Question(
        id=block_id or "",
        number=number,
        anchor=f"question-{block_id or number}",
        question=value.get("question") or "",
        why=value.get("why") or RichText(""),
        minutes=value.get("minutes"),
        asked_by=value.get("asked_by") or "",
    )


def _is_question(child: StreamValue.StreamChild) -> bool:
    return isinstance(child.block, ConversationQuestionBlock)


# Stable import paths for migrations, wherever this module may move.
DECONSTRUCT_ALIASES = {
    OpeningBlock: "wagtail_lift.blocks.OpeningBlock",
}
