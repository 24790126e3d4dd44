"""The DIY event guide: how others can run the same conversation."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    BooleanBlock,
    CharBlock,
    ListBlock,
    StreamValue,
    StructValue,
    TextBlock,
)

from ..domain.guide import GuideStep, QuestionCard
from ..domain.guide import total_minutes as total_minutes_of
from .base import PREVIEW_TEMPLATE, LiftStreamBlock, LiftStructBlock
from .body import DocumentsBlock
from .conversation import MAX_MINUTES
from .rich_text import TEXT_FEATURES, PartBlock, ProseBlock
from .unread import NumberBlock


class PurposeBlock(ProseBlock):
    """What the conversation is for. API: rich text."""

    class Meta:
        label = _("Purpose")
        icon = "info-circle"
        description = _("What this conversation is for, and for whom.")
        template = "wagtail_lift/blocks/purpose.html"
        preview_template = PREVIEW_TEMPLATE
        preview_value = _("<p>To give a team an hour in which everybody is listened to.</p>")


class PreparationBlock(ListBlock):
    """A check list of what to do before the day. API: ``[str]``."""

    class Meta:
        label = _("Preparation")
        icon = "tasks"
        description = _("A check list of what to do before the day.")
        template = "wagtail_lift/blocks/preparation.html"
        preview_template = PREVIEW_TEMPLATE
        preview_value = [
            _("Book a room with movable chairs"),
            _("Print the questions"),
            _("Ask two people to take notes"),
        ]


class AgreementsBlock(ListBlock):
    """What the group agrees on before it begins. API: ``[str]``."""

    class Meta:
        label = _("Agreements")
        icon = "clipboard-list"
        description = _("What the group agrees on, one line each, read aloud at the start.")
        template = "wagtail_lift/blocks/agreements.html"
        preview_template = PREVIEW_TEMPLATE
        preview_value = [
            _("What is told here stays here; what is learnt here may leave"),
            _("One person speaks at a time"),
            _("You may pass on any question"),
        ]


class HandoutsBlock(DocumentsBlock):
    """Documents to print and hand out; those of private collections are left out.

    API: ``{"title": str, "documents": [id | None], "links": [{"kind", "url", "title", "type",
    "size"}]}``.
    """

    class Meta:
        label = _("Handouts")
        icon = "print"
        description = _("Documents to print and hand out, each with its type and size.")
        template = "wagtail_lift/blocks/handouts.html"
        field_help = {"title": _("“Handouts”, if you leave it empty.")}


class HarvestBlock(ProseBlock):
    """How what people say is gathered. API: rich text."""

    class Meta:
        label = _("Harvest")
        icon = "edit"
        description = _("How you gather what people say, and what becomes of it.")
        template = "wagtail_lift/blocks/harvest.html"
        preview_template = PREVIEW_TEMPLATE
        preview_value = _("<p>Each group writes one thing it learnt on a card, without names.</p>")


class TimedBlock(LiftStructBlock):
    """A timed part of the guide, with ``title`` and ``minutes``.

    Subclass it for your own parts, so that the run sheet counts them.
    """

    def get_context(
        self, value: StructValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Add ``title``, by default the block's label."""
        context = super().get_context(value, parent_context=parent_context)
        context["title"] = self.title_of(value)
        return context

    def title_of(self, value: StructValue) -> str:
        """Return the title of the part, by default the block's label."""
        return value.get("title") or str(self.label)


class RoundBlock(TimedBlock):
    """One timed part of the conversation; ``host_tip`` is public.

    API: ``{"title": str, "minutes": int | None, "minutes_each": int | None, "can_be_left_out":
    bool, "what_to_say": rich text, "prompts": [str], "host_tip": str}``. ``minutes_each`` is for
    each person; the round's length is ``minutes``.
    """

    title = CharBlock(max_length=200)
    minutes = NumberBlock(min_value=1, max_value=MAX_MINUTES)
    minutes_each = NumberBlock(required=False, min_value=1, max_value=MAX_MINUTES)
    can_be_left_out = BooleanBlock(required=False, default=False)
    what_to_say = PartBlock(required=False, features=TEXT_FEATURES)
    prompts = ListBlock(CharBlock(max_length=300), default=[])
    host_tip = TextBlock(required=False, default="")

    class Meta:
        label = _("Round")
        icon = "group"
        description = _("A timed part of the conversation: what to say, prompts, a tip for hosts.")
        template = "wagtail_lift/blocks/round.html"
        label_format = "{title}"
        field_labels = {
            "title": _("Title"),
            "minutes": _("Minutes"),
            "minutes_each": _("Minutes for each person"),
            "can_be_left_out": _("Leave this out if time is short"),
            "what_to_say": _("What to say"),
            "prompts": _("Prompts"),
            "host_tip": _("Tip for hosts"),
        }
        field_help = {
            "minutes_each": _("How long each person speaks, if you share the time out."),
            "can_be_left_out": _("The guide says how long it takes without this round."),
            "prompts": _("Short questions that help when a group goes quiet."),
            "host_tip": _("Public: it is printed in the guide."),
        }
        preview_value = {
            "title": _("Stories in pairs"),
            "minutes": 20,
            "minutes_each": 3,
            "can_be_left_out": True,
            "what_to_say": _("<p>Tell each other of a time when somebody was kind to you.</p>"),
            "prompts": [_("What did they do?"), _("What did it change?")],
            "host_tip": _("Leave the silence. Somebody will fill it."),
        }


class BreakBlock(TimedBlock):
    """A timed break. API: ``{"title": str, "minutes": int | None}``."""

    title = CharBlock(required=False, default="", max_length=200)
    minutes = NumberBlock(min_value=1, max_value=MAX_MINUTES)

    class Meta:
        label = _("Break")
        icon = "time"
        description = _("A break, with its minutes.")
        template = "wagtail_lift/blocks/break.html"
        field_labels = {"title": _("Title"), "minutes": _("Minutes")}
        field_help = {"title": _("“Break”, if you leave it empty.")}
        preview_value = {"title": _("Tea and a stretch"), "minutes": 10}


class ClosingBlock(TimedBlock):
    """How the conversation ends.

    API: ``{"title": str, "minutes": int | None, "what_to_say": rich text}``.
    """

    title = CharBlock(required=False, default="", max_length=200)
    minutes = NumberBlock(min_value=1, max_value=MAX_MINUTES)
    what_to_say = PartBlock(required=False, features=TEXT_FEATURES)

    class Meta:
        label = _("Closing")
        icon = "check"
        description = _("How the conversation ends: minutes and what to say.")
        template = "wagtail_lift/blocks/closing.html"
        field_labels = {
            "title": _("Title"),
            "minutes": _("Minutes"),
            "what_to_say": _("What to say"),
        }
        field_help = {"title": _("“Closing”, if you leave it empty.")}
        preview_value = {
            "title": _("One word each"),
            "minutes": 10,
            "what_to_say": _("<p>Go round once: one word that you take home.</p>"),
        }


class GuideStreamBlock(LiftStreamBlock):
    """A DIY event guide, from its purpose to its closing."""

    purpose = PurposeBlock()
    preparation = PreparationBlock(CharBlock(max_length=300))
    handouts = HandoutsBlock()
    agreements = AgreementsBlock(CharBlock(max_length=300))
    round = RoundBlock()
    locals()["break"] = BreakBlock()  # the name is a Python keyword
    closing = ClosingBlock()
    harvest = HarvestBlock()

    class Meta:
        icon = "clipboard-list"


def guide_steps(stream_value: StreamValue | None) -> tuple[GuideStep, ...]:
    """Return the timed parts of a guide in order; a draft's part without minutes counts as 0."""
    return tuple(
        GuideStep(
            title=child.block.title_of(child.value),
            minutes=child.value.get("minutes") or 0,
            can_be_left_out=bool(child.value.get("can_be_left_out")),
        )
        for child in stream_value or ()
        if isinstance(child.block, TimedBlock)
    )


def total_minutes(stream_value: StreamValue | None) -> int:
    """Return the length of the guide in minutes."""
    return total_minutes_of(guide_steps(stream_value))


def guide_prompts(stream_value: StreamValue | None) -> list[QuestionCard]:
    """Return the prompts of a guide's rounds in order, each with the title of its round."""
    return [
        QuestionCard(prompt, child.value.get("title") or "")
        for child in stream_value or ()
        if isinstance(child.block, RoundBlock)
        for prompt in child.value.get("prompts") or ()
        if prompt
    ]


# Stable import paths for migrations, wherever this module may move.
DECONSTRUCT_ALIASES = {
    PurposeBlock: "wagtail_lift.blocks.PurposeBlock",
    PreparationBlock: "wagtail_lift.blocks.PreparationBlock",
    AgreementsBlock: "wagtail_lift.blocks.AgreementsBlock",
    HarvestBlock: "wagtail_lift.blocks.HarvestBlock",
}
