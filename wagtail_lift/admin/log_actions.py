"""Audit log entries about dates, started guides and publishing."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter
from wagtail.models import BaseLogEntry

from ..enums import BookingPlaces
from ..publishing.schedules import REFUSED


class MeetingLogFormatter(LogFormatter):
    """Says what was done, to which date if any, and with which public note."""

    sentence: Any

    def format_message(self, log_entry: BaseLogEntry) -> str:
        """Return what was done."""
        data = log_entry.data
        new_date = data.get("new_date") if data.get("new_date") != data.get("date") else ""
        changes = " · ".join(filter(None, (new_date, data.get("new_place"))))
        return str(self.sentence) % {
            "date": data.get("date", gettext("a date")),
            "changes": changes or gettext("another note"),
            "places": _label_of(data.get("places", "")),
        }

    def format_comment(self, log_entry: BaseLogEntry) -> str:
        """Return the public note."""
        return str(log_entry.data.get("public_note", ""))


def _label_of(places: str) -> str:
    return str(dict(BookingPlaces.choices).get(places, places))


FORMATTERS = {
    "wagtail_lift.cancel_meeting": (_("Cancel a date"), _("Cancelled %(date)s")),
    "wagtail_lift.postpone_meeting": (_("Postpone a date"), _("Postponed %(date)s")),
    "wagtail_lift.reinstate_meeting": (_("Reinstate a date"), _("Reinstated %(date)s")),
    "wagtail_lift.keep_meeting": (_("Keep a date"), _("Kept %(date)s as an added date")),
    "wagtail_lift.make_past_dates": (_("Add past dates"), _("Added past dates")),
    "wagtail_lift.close_pack": (_("Close an insights pack"), _("Closed the insights pack")),
    "wagtail_lift.set_places": (_("Set places"), _("Set places of %(date)s: %(places)s")),
    "wagtail_lift.change_meeting": (_("Change a date"), _("Changed %(date)s: %(changes)s")),
    "wagtail_lift.share_draft": (_("Share a draft"), _("Shared the draft by a link")),
    "wagtail_lift.stop_sharing": (
        _("Stop sharing a draft"),
        _("Withdrew the links to the draft"),
    ),
    "wagtail_lift.give_host_link": (
        _("Give a host a link"),
        _("Gave the host a link to their profile"),
    ),
    "wagtail_lift.withdraw_host_links": (
        _("Withdraw a host's links"),
        _("Withdrew the host's links"),
    ),
    "wagtail_lift.edit_own_profile": (
        _("Edit one's own profile"),
        _("Changed by the host's link"),
    ),
    "wagtail_lift.withdraw_own_consent": (
        _("Withdraw one's consent"),
        _("Consent withdrawn by the host's link"),
    ),
    "wagtail_lift.gather_insights": (
        _("Gather insights"),
        _("Drafted from what was told of its event"),
    ),
    "wagtail_lift.start_guide": (
        _("Start a guide"),
        _("Started the guide from the running order of its event"),
    ),
}


class RefusedScheduleFormatter(LogFormatter):
    """Says that a scheduled publish was refused, and why."""

    label = _("Refuse a scheduled publish")

    def format_message(self, log_entry: BaseLogEntry) -> str:
        """Return what happened."""
        return gettext("Not published as scheduled")

    def format_comment(self, log_entry: BaseLogEntry) -> str:
        """Return the faults, each with its place."""
        return "\n".join(log_entry.data.get("faults", []))


def register_log_actions(actions: Any) -> None:
    """Register the log entries of the actions on dates and of the publishing gate."""
    actions.register_action(REFUSED)(RefusedScheduleFormatter)
    for name, (label, sentence) in FORMATTERS.items():
        attributes = {"label": label, "sentence": sentence, "__doc__": str(name)}
        formatter = type("MeetingLogFormatter", (MeetingLogFormatter,), attributes)
        actions.register_action(name)(formatter)
