"""A list of a programme's events, for any page."""

from collections.abc import Callable
from typing import Any, ClassVar

import swapper
from django.core.exceptions import ValidationError
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, PageChooserBlock, StructValue
from wagtail.models import AbstractPage, get_page_models

from .base import LiftStreamBlock, LiftStructBlock
from .unread import NumberBlock

UPCOMING, PAST = "upcoming", "past"
MOST_EVENTS, DEFAULT_COUNT = 12, 3
MOST_RELATED = 6

ReadItems = Callable[..., list[dict[str, Any]]]


def parts_of_a_list() -> list[tuple[str, Any]]:
    """Return the choices of which events of a programme to show."""
    return [
        (UPCOMING, _("The next conversations")),
        (PAST, _("Past conversations with open insights")),
    ]


class MarkedPageChooserBlock(PageChooserBlock):
    """Chooses among the page types that carry a mark; blocks may not import models. API: its id."""

    mark = ""
    refusal: str | Promise = ""

    @cached_property
    def target_models(self) -> list[type]:
        """Return the site's page types with the mark; the chooser offers nothing else."""
        return [model for model in get_page_models() if getattr(model, self.mark, False)]

    @cached_property
    def target_model(self) -> type:
        """Return the base page model, which all of them share."""
        return swapper.load_model("wagtailcore", "Page")

    def clean(self, value: Any) -> AbstractPage | None:
        """Return the chosen page; raise ``ValidationError`` if its type has no mark."""
        page = super().clean(value)
        if page is not None and not issubclass(page.specific_class, tuple(self.target_models)):
            raise ValidationError(self.refusal)
        return page


class ProgrammeChooserBlock(MarkedPageChooserBlock):
    """A programme, of any page type. API: its id."""

    mark = "lists_events"
    refusal = _("Choose a programme: this page lists no conversations.")


class EventChooserBlock(MarkedPageChooserBlock):
    """An event, of any page type. API: its id."""

    mark = "takes_place"
    refusal = _("Choose the page of an event.")

    class Meta:
        icon = "date"
        label = _("Event")


class RelatedEventsStreamBlock(LiftStreamBlock):
    """Events that an event points to, in the order in which they are shown."""

    event = EventChooserBlock(required=False)  # an event that is deleted blocks nothing

    class Meta:
        max_num = MOST_RELATED


class EventListBlock(LiftStructBlock):
    """The next events of a programme, or its latest open insights, as each reader may see them.

    API: ``{"title": str, "programme": id, "what": "upcoming" | "past", "count": int, "items"}``,
    with the cards that this reader sees.
    """

    read_items: ClassVar[ReadItems | None] = None
    """What reads ``items``; the app sets it once its models are there."""

    title = CharBlock(max_length=200, required=False, default="")
    programme = ProgrammeChooserBlock()
    what = ChoiceBlock(choices=parts_of_a_list, default=UPCOMING, search_index=False)
    count = NumberBlock(min_value=1, max_value=MOST_EVENTS, default=DEFAULT_COUNT)

    class Meta:
        label = _("Conversations")
        icon = "date"
        description = _("The next conversations of a programme, or past ones with open insights.")
        template = "wagtail_lift/blocks/event_list.html"
        label_format = "{title}"
        field_labels = {
            "title": _("Title"),
            "programme": _("Programme"),
            "what": _("What to show"),
            "count": _("How many"),
        }
        field_help = {"count": _("At most %(number)s.") % {"number": MOST_EVENTS}}

    def get_api_representation(
        self, value: StructValue, context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Return the fields and the cards that the list shows."""
        told = super().get_api_representation(value, context=context)
        read, request = type(self).read_items, (context or {}).get("request")
        count = value.get("count")  # that of a draft may be any text
        count = count if isinstance(count, int) else DEFAULT_COUNT
        items = read(value.get("programme"), value.get("what"), count, request) if read else []
        return {**told, "items": items}

    def get_preview_value(self) -> StructValue:
        """Return a programme of the site; without one only the title shows."""
        types = self.child_blocks["programme"].target_models
        found = (model.objects.live().order_by("-pk").first() for model in types)
        programme = next((page for page in found if page is not None), None)
        shown = {"title": _("Coming up"), "programme": programme}
        return self.normalize({**self.get_default(), **shown})


# Stable import paths for migrations, wherever this module may move.
DECONSTRUCT_ALIASES = {
    EventChooserBlock: "wagtail_lift.blocks.EventChooserBlock",
    ProgrammeChooserBlock: "wagtail_lift.blocks.ProgrammeChooserBlock",
}
