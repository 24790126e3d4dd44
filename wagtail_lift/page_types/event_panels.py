"""The tabs and panels in which editors compose an event."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    MultipleChooserPanel,
    PanelGroup,
    TitleFieldPanel,
)

from .conduct import ConductMixin
from .event_notices import missed_past_dates
from .notices import decisions, other_sources, places_of_dates, running_orders
from .page_type import LiftPageMixin
from .panels import NoticesPanel, PlanPanel, TellingPanel
from .when import WhenPanel

EVENT_TABS = (
    ("content_panels", _("Event")),
    ("conversation_panels", _("Conversation")),
    ("dates_panels", _("More dates")),
    ("booking_panels", _("Booking")),
    ("facilitator_panels", _("For facilitators")),
    ("after_panels", _("After the event")),
    ("promote_panels", _("Promote")),
    ("settings_panels", _("Settings")),
)


def decisions_panel() -> TellingPanel:
    """Return the panel that says what was done to the event's dates, and where to undo it."""
    return TellingPanel(decisions, "wagtail_lift/admin/decisions_panel.html")


def source_panel() -> TellingPanel:
    """Return the panel that links a translation to the event's source."""
    return TellingPanel(other_sources, "wagtail_lift/admin/source_panel.html")


def running_order_panel() -> TellingPanel:
    """Return the panel that says where the running order is, and what can be done with it."""
    return TellingPanel(running_orders, "wagtail_lift/admin/running_order_panel.html")


def places_panel() -> TellingPanel:
    """Return the panel that shows and changes the availability of the next dates."""
    return TellingPanel(places_of_dates, "wagtail_lift/admin/places_panel.html")


def cost_panel() -> MultiFieldPanel:
    """Return the fields of the cost; the script of the form shows those of the chosen kind."""
    return MultiFieldPanel(
        [
            FieldPanel("cost_kind"),
            FieldRowPanel([FieldPanel("cost_amount"), FieldPanel("cost_up_to")]),
            FieldPanel("cost_currency", help_text=_("Three letters, for example EUR or GBP.")),
            FieldPanel("cost_note", help_text=_("For example: Concessions 5 euro.")),
            FieldPanel("cost_url", help_text=_("Readers see it as a link below the cost.")),
        ],
        heading=_("Cost"),
    )


class EventPanelsMixin(models.Model):
    """The panels of each tab; a page type may override any list."""

    content_panels = [
        TitleFieldPanel("title"),
        NoticesPanel(),
        FieldPanel("summary"),
        source_panel(),
        decisions_panel(),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [
                        FieldPanel("start_date"),
                        FieldPanel("start_time", help_text=_("For example 18:30 or 6.30 pm.")),
                    ]
                ),
                FieldRowPanel([FieldPanel("end_date"), FieldPanel("end_time")]),
                WhenPanel(),
                FieldPanel("hours"),
                FieldPanel("timezone"),
            ],
            heading=_("When"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("attendance_mode"),
                FieldPanel(
                    "venue",
                    help_text=_("Choose one or make one, or type the place below."),
                ),
                FieldPanel("venue_name"),
                FieldPanel("venue_address"),
                FieldPanel("map_url"),
                FieldPanel("platform_name"),
                FieldPanel("join_url"),
                FieldPanel("join_link_rule"),
                FieldPanel("join_link_minutes"),
            ],
            heading=_("Where"),
        ),
        MultipleChooserPanel(
            "event_hosts",
            chooser_field_name="host",
            heading=_("Hosts, speakers and partners"),
            label=_("Host"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("lead_image"),
                FieldPanel(
                    "lead_image_alt_text",
                    help_text=_(
                        "What the image shows, for people who cannot see it. The description of "
                        "the image if left empty."
                    ),
                ),
            ],
            heading=_("Lead image"),
        ),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldPanel("step_free"),
                FieldPanel("accessible_toilet"),
                FieldPanel("accessible_parking"),
                FieldPanel("hearing_loop"),
                FieldPanel("captions"),
                FieldPanel("sign_language"),
                FieldPanel("quiet_space"),
                FieldPanel("child_care"),
                FieldPanel("recording"),
                FieldPanel("languages"),
                FieldPanel("access_notes"),
            ],
            heading=_("Access"),
        ),
        LiftPageMixin.contact_panel,
        ConductMixin.conduct_panel,
        FieldPanel("updates", classname="collapsed"),
    ]
    conversation_panels = [
        FieldPanel("conversation"),
        FieldPanel("agenda"),
        FieldPanel("reading"),
        MultiFieldPanel(
            [FieldPanel("audience"), FieldPanel("audiences"), FieldPanel("topics")],
            heading=_("Audience and topics"),
        ),
        FieldPanel("inspired_by"),
        FieldPanel("related_events"),
    ]
    dates_panels = [
        source_panel(),
        FieldPanel("recurrence_rule"),
        FieldPanel("skipped_dates"),
        FieldPanel("added_dates"),
        PlanPanel(),
        TellingPanel(missed_past_dates, "wagtail_lift/admin/past_dates_panel.html"),
    ]
    booking_panels = [
        source_panel(),
        FieldPanel("booking_mode"),
        FieldPanel("booking_url"),
        places_panel(),
        FieldPanel("booking_places"),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [
                        FieldPanel("booking_opens_date", help_text=_("At once if left empty.")),
                        FieldPanel("booking_opens_time"),
                    ]
                ),
                FieldRowPanel(
                    [FieldPanel("booking_opens_before"), FieldPanel("booking_opens_unit")]
                ),
                FieldRowPanel(
                    [FieldPanel("booking_closes_date"), FieldPanel("booking_closes_time")]
                ),
                FieldRowPanel(
                    [FieldPanel("booking_closes_before"), FieldPanel("booking_closes_unit")]
                ),
            ],
            heading=_("Booking window"),
        ),
        cost_panel(),
    ]
    facilitator_panels = [running_order_panel(), FieldPanel("running_order")]
    after_panels = [FieldPanel("after_body"), FieldPanel("materials")]

    class Meta:
        abstract = True

    @classmethod
    def get_panels(cls, name: str) -> list[Any]:
        """Return the panels of a tab, without those of fields that this type does not have."""
        return cls._showable(getattr(cls, name, []))

    @classmethod
    def _showable(cls, panels: list[Any]) -> list[Any]:
        kept = []
        for panel in panels:
            name = getattr(panel, "relation_name", None) or getattr(panel, "field_name", None)
            if name is not None and not hasattr(cls, name):
                continue
            if isinstance(panel, PanelGroup):
                panel = panel.clone()
                panel.children = cls._showable(panel.children)
            kept.append(panel)
        return kept
