"""The buttons beside a date: only those that apply to it and that the user may use."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail_modeladmin.helpers import ButtonHelper

from ..date_forms import MEETING_ACTIONS
from ..enums import Stage
from ..models import Meeting
from .gathering_links import LABEL as GATHER
from .gathering_links import gather_url, offers_gathering

LABELS = {
    "cancel": pgettext_lazy("date of an event", "Cancel"),
    "postpone": gettext_lazy("Postpone"),
    "reinstate": gettext_lazy("Reinstate"),
    "change": pgettext_lazy("date of an event", "Change"),
    "places": gettext_lazy("Places"),
    "keep": gettext_lazy("Keep"),
}

CONFIRMATIONS = {
    "cancel": gettext_lazy("Cancel this date"),
    "postpone": gettext_lazy("Postpone this date"),
    "reinstate": gettext_lazy("Reinstate this date"),
    "change": gettext_lazy("Change this date"),
    "move": gettext_lazy("Move this date"),
    "places": gettext_lazy("Set places"),
    "keep": gettext_lazy("Keep this date"),
}
"""Labels of the button that confirms an action: “Cancel” alone could mean to go back."""

EVENT_LABELS = {
    "cancel": gettext_lazy("Cancel the event"),
    "postpone": gettext_lazy("Postpone the event"),
    "change": gettext_lazy("Change the date"),
}
"""Labels of what can be done from an event's page: its dates are asked for there."""


class MeetingButtonHelper(ButtonHelper):
    """Buttons to inspect a date, act on it and edit its event's page."""

    def get_buttons_for_obj(
        self,
        obj: Meeting,
        exclude: list[str] | None = None,
        classnames_add: list[str] | None = None,
        classnames_exclude: list[str] | None = None,
    ) -> list[dict[str, Any]]:
        """Return the buttons of one date."""
        buttons = super().get_buttons_for_obj(obj, exclude, classnames_add, classnames_exclude)
        quiet = ["button-secondary", *classnames_add] if classnames_add else []
        classname = self.finalise_classname(quiet)
        # Short labels are clear beside a date; alone on a page they could mean to go back.
        labels = LABELS if classnames_add else CONFIRMATIONS
        of_action = classname if classnames_add else self.finalise_classname(["button-secondary"])
        if self.permission_helper.user_can_act_on(self.request.user, obj):
            buttons += [
                self._action_button(name, labels[name], obj, of_action)
                for name, form in MEETING_ACTIONS.items()
                if form.applies_to(obj)
            ]
        page_id = obj.event.source_id
        if page_id and self._may_gather(obj):
            buttons = [*buttons, self._gather_button(obj, of_action)]
        return [*buttons, self._page_button(obj, classname)] if page_id else buttons

    def _may_gather(self, meeting: Meeting) -> bool:
        return meeting.stage_now == Stage.TAKEN_PLACE and offers_gathering(
            meeting.event.source, self.request.user, timezone.now()
        )

    def _action_button(
        self, name: str, label: str | Promise, meeting: Meeting, classname: str
    ) -> dict[str, Any]:
        here = urlencode({"next": self.request.get_full_path()})
        return {
            "url": f"{self.url_helper.get_action_url(name, meeting.pk)}?{here}",
            "label": label,
            "classname": classname,
            "title": f"{label}: {meeting}",
        }

    def _gather_button(self, meeting: Meeting, classname: str) -> dict[str, Any]:
        return {
            "url": gather_url(meeting.event.source_id, date=meeting.pk),
            "label": GATHER,
            "classname": classname,
            "title": f"{GATHER}: {meeting}",
        }

    def _page_button(self, meeting: Meeting, classname: str) -> dict[str, Any]:
        return {
            "url": reverse("wagtailadmin_pages:edit", args=[meeting.event.source_id]),
            "label": _("Edit event"),
            "classname": classname,
            "title": _("Edit the event %(title)s") % {"title": meeting.event.title},
        }
