"""Events of a programme on any page."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, IntegerBlock, PageChooserBlock

from .base import LiftStructBlock

UPCOMING, PAST = "upcoming", "past"
MOST_EVENTS = 12


class EventListBlock(LiftStructBlock):
    """The next events of a programme, or its latest open insights, as each reader may see them.

    API: ``{"title": str, "programme": id, "what": "upcoming" | "past", "count": int}``.
    """

    title = CharBlock(max_length=200, required=False)
    programme = PageChooserBlock()
    what = ChoiceBlock(
        choices=[
            (UPCOMING, _("The next conversations")),
            (PAST, _("Past conversations with open insights")),
        ],
        default=UPCOMING,
    )
    count = IntegerBlock(min_value=1, max_value=MOST_EVENTS, default=3)

    class Meta:
        label = _("Conversations")
        icon = "date"
        description = _("The next conversations of a programme, or past ones with open insights.")
        template = "wagtail_lift/blocks/event_list.html"
        field_labels = {
            "title": _("Title"),
            "programme": _("Programme"),
            "what": _("What to show"),
            "count": _("How many"),
        }
        preview_value = {"title": _("Coming up"), "programme": None, "what": UPCOMING, "count": 3}
