"""The running order of an event, for its facilitators: entirely private, never public."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    CharBlock,
    StreamValue,
    StructValue,
    TextBlock,
)
from wagtail.rich_text import RichText

from ..domain.guide import GuideStep, shared_minutes
from .base import LiftStreamBlock
from .conversation import MAX_MINUTES, Question
from .guide import TimedBlock
from .noted_questions import NotedQuestionBlock
from .rich_text import TEXT_FEATURES, PartBlock
from .unread import NumberBlock

TITLE_MAX_LENGTH = 200
TIMED = ("round", "break")
"""Kinds of parts of a guide that a running order becomes, and that take time."""


class RunningOrderPartBlock(TimedBlock):
    """A part of the running order.

    API (private): ``{"title": str, "minutes": int | None, "purpose": str, "what_to_say": rich
    text, "materials": str, "who": str}``; a line of ``materials`` is one thing to bring.
    """

    title = CharBlock(required=False, default="", max_length=TITLE_MAX_LENGTH)
    minutes = NumberBlock(required=False, min_value=1, max_value=MAX_MINUTES)
    purpose = TextBlock(required=False, default="")
    what_to_say = PartBlock(required=False, features=TEXT_FEATURES)
    materials = TextBlock(required=False, default="")
    who = CharBlock(required=False, default="", max_length=200)

    class Meta:
        label = _("Part")
        icon = "clipboard-list"
        description = _("A part of the running order: how long, what for, what to say, who.")
        template = "wagtail_lift/blocks/running_order_part.html"
        label_format = "{title}"
        field_labels = {
            "title": _("Title"),
            "minutes": _("Minutes"),
            "purpose": _("Purpose"),
            "what_to_say": _("What to say"),
            "materials": _("Materials"),
            "who": _("Who"),
        }
        field_help = {
            "purpose": _("What this part is for."),
            "materials": _("What it needs, one thing on each line."),
            "who": _("Who leads it, and who helps."),
        }
        preview_value = {
            "title": _("Arrive and settle"),
            "minutes": 10,
            "purpose": _("Everybody has said their name before the first question."),
            "what_to_say": _("<p>Welcome. Take a card, write the name you like to be called.</p>"),
            "materials": _("Name cards\nThick pens"),
            "who": _("Ada opens, Bo is at the door"),
        }


class RunningOrderBreakBlock(TimedBlock):
    """A break. API (private): ``{"title": str, "minutes": int | None}``."""

    title = CharBlock(required=False, default="", max_length=TITLE_MAX_LENGTH)
    minutes = NumberBlock(required=False, min_value=1, max_value=MAX_MINUTES)

    class Meta:
        label = _("Break")
        icon = "time"
        description = _("A break, with its minutes.")
        template = "wagtail_lift/blocks/running_order_part.html"
        field_labels = {"title": _("Title"), "minutes": _("Minutes")}
        field_help = {"title": _("“Break”, if you leave it empty.")}
        preview_value = {"title": _("Tea and a stretch"), "minutes": 10}


class QuestionNoteBlock(TimedBlock):
    """A note on a question of the conversation; its title is the question.

    API (private): ``{"question": question id, "minutes": int | None, "who": str, "note": str}``.
    Minutes default to those of the question.
    """

    question = NotedQuestionBlock(required=False)
    minutes = NumberBlock(required=False, min_value=1, max_value=MAX_MINUTES)
    who = CharBlock(required=False, default="", max_length=200)
    note = TextBlock(required=False, default="")

    class Meta:
        label = _("Note on a question")
        icon = "help"
        description = _("A question of the conversation, with a note for those who ask it.")
        template = "wagtail_lift/blocks/running_order_part.html"
        label_format = "{question}"
        field_labels = {
            "question": _("Question"),
            "minutes": _("Minutes"),
            "who": _("Who"),
            "note": _("Note"),
        }
        field_help = {
            "question": _("One of the questions of the conversation on this page."),
            "minutes": _("If you leave it empty, the minutes of the question."),
        }
        preview_value = {
            "question": "",
            "minutes": 20,
            "who": _("Ada asks, Bo keeps the time"),
            "note": _("Expect a silence here. Count to twenty before you say anything."),
        }


class RunningOrderStreamBlock(LiftStreamBlock):
    """The running order of an event, from the first to the last part."""

    part = RunningOrderPartBlock()
    locals()["break"] = RunningOrderBreakBlock()  # the name is a Python keyword
    question_note = QuestionNoteBlock()

    class Meta:
        icon = "clipboard-list"

    def get_searchable_content(self, value: StreamValue) -> list[str]:
        """Return nothing: a running order is not searchable."""
        return []


@dataclass(frozen=True, slots=True)
class NotedQuestion:
    """A note's question: ``position`` counts the parts from 0; ``question_id`` may be gone."""

    position: int
    block_id: str
    question_id: str


def noted_questions(stream_value: StreamValue | None) -> Iterator[NotedQuestion]:
    """Yield which question each note of a running order is about, in order."""
    for position, child in enumerate(stream_value or ()):
        if isinstance(child.block, QuestionNoteBlock) and child.value.get("question"):
            yield NotedQuestion(position, child.id or "", child.value["question"])


def lost_notes(
    stream_value: StreamValue | None, question_ids: Iterable[str]
) -> list[NotedQuestion]:
    """Return the notes about a question that is not among ``question_ids``, in order."""
    known = set(question_ids)
    return [note for note in noted_questions(stream_value) if note.question_id not in known]


def running_order_steps(
    stream_value: StreamValue | None, questions: Iterable[Question]
) -> tuple[GuideStep, ...]:
    """Return the parts of a running order with title and minutes, one for each block in order."""
    known = {question.id: question for question in questions}
    return tuple(_step(child.block, child.value, known) for child in stream_value or ())


def _step(block: TimedBlock, value: StructValue, questions: dict[str, Question]) -> GuideStep:
    question = questions.get(value.get("question") or "")
    minutes = value.get("minutes") or (question.minutes if question else None)
    return GuideStep(_title(block, value, question), minutes or 0)


def _title(block: TimedBlock, value: StructValue, question: Question | None) -> str:
    if question and question.question:
        return question.question
    if value.get("question"):
        return gettext("A question that is no longer there")
    return block.title_of(value)


def materials_of(stream_value: StreamValue | None) -> list[str]:
    """Return the materials that the parts of a running order need, each once and in order."""
    lines = (
        line.strip()
        for child in stream_value or ()
        for line in (child.value.get("materials") or "").splitlines()
    )
    return list(dict.fromkeys(line for line in lines if line))


def guide_parts(
    stream_value: StreamValue | None, questions: Iterable[Question]
) -> list[dict[str, Any]]:
    """Convert a running order into the blocks of a DIY event guide, as stored.

    Titles, minutes, what to say, purposes (as tips for hosts) and materials (as a check list) are
    carried over. Who does what, notes on questions and removed questions are not.
    """
    asked = list(questions)
    known = {question.id for question in asked}
    steps = running_order_steps(stream_value, asked)
    materials = [line[:300] for line in materials_of(stream_value)]
    preparation = [{"type": "preparation", "value": materials}] if materials else []
    return preparation + [
        _guide_part(child, step)
        for child, step in zip(stream_value or (), steps, strict=True)
        if not isinstance(child.block, QuestionNoteBlock) or child.value.get("question") in known
    ]


def question_rounds(questions: Iterable[Question]) -> list[dict[str, Any]]:
    """Convert the questions of a conversation into rounds of a DIY event guide, as stored.

    A question that has no words yet is left out. Nothing in them is private.
    """
    return [
        _round(question.question, question.minutes, question.why)
        for question in questions
        if question.question
    ]


def with_shared_minutes(parts: list[dict[str, Any]], total: int) -> list[dict[str, Any]]:
    """Give the parts of a guide without minutes a share of what is left of ``total``; return all.

    A guide is published only if it says how long each part takes.
    """
    values = [part["value"] for part in parts if part["type"] in TIMED]
    shared = shared_minutes([value["minutes"] for value in values], total)
    for value, minutes in zip(values, shared, strict=True):
        value["minutes"] = min(minutes, MAX_MINUTES)
    return parts


def _guide_part(child: StreamValue.StreamChild, step: GuideStep) -> dict[str, Any]:
    minutes = step.minutes or None
    if isinstance(child.block, RunningOrderBreakBlock):
        return {"type": "break", "value": {"title": child.value["title"], "minutes": minutes}}
    text = child.value.get("what_to_say") or RichText("")
    return _round(step.title, minutes, text, child.value.get("purpose") or "")


def _round(title: str, minutes: int | None, text: RichText, tip: str = "") -> dict[str, Any]:
    is_short = len(title) <= TITLE_MAX_LENGTH
    value = {
        "title": title if is_short else title[: TITLE_MAX_LENGTH - 1] + "…",
        "minutes": minutes,
        "what_to_say": text.source,
        "prompts": [] if is_short else [title],
        "host_tip": tip,
    }
    return {"type": "round", "value": value}
