"""The tabs and panels in which editors compose a host profile."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
)
from wagtail.utils.decorators import cached_classmethod

from ..publishing.schedules import refused_schedule
from .forms import HostProfileForm
from .panels import TellingPanel


def refused_panel() -> TellingPanel:
    """Return the panel that says why a profile was not published when it was due."""
    return TellingPanel(
        lambda host, now: refused_schedule(host), "wagtail_lift/admin/refused_panel.html"
    )


def link_panel() -> TellingPanel:
    """Return the panel that leads to where a host is given a link to their own profile."""
    return TellingPanel(lambda host, now: [host], "wagtail_lift/admin/host_link_panel.html")


class HostPanelsMixin(models.Model):
    """The panels of each tab; a site's host model may override either list."""

    profile_panels = [
        refused_panel(),
        FieldPanel("kind"),
        FieldRowPanel([FieldPanel("honorific"), FieldPanel("name"), FieldPanel("pronouns")]),
        FieldRowPanel([FieldPanel("position"), FieldPanel("organisation")]),
        FieldPanel("biography"),
        MultiFieldPanel(
            [
                FieldPanel("photo"),
                FieldPanel(
                    "photo_alt_text",
                    help_text=_("What the image shows, for people who cannot see it."),
                ),
            ],
            heading=_("Photo"),
        ),
        FieldPanel("website"),
        FieldPanel("links"),
        FieldPanel("tags"),
        FieldPanel(
            "slug",
            help_text=_(
                "The last part of the address of the host's pages. "
                "Made from the name if left empty."
            ),
        ),
    ]
    consent_panels = [
        MultiFieldPanel(
            [
                FieldPanel("is_listed"),
                FieldRowPanel([FieldPanel("consent_given_by"), FieldPanel("consent_given_on")]),
            ],
            heading=_("Being listed"),
        ),
        FieldPanel("declines_recording"),
        FieldPanel("email"),
        link_panel(),
    ]
    base_form_class = HostProfileForm

    class Meta:
        abstract = True

    @cached_classmethod
    def get_profile_tabs(cls) -> TabbedInterface:
        """Return the tabs of the edit form."""
        return TabbedInterface(
            [
                ObjectList([*cls.profile_panels, PublishingPanel()], heading=_("Profile")),
                ObjectList(cls.consent_panels, heading=_("Consent and contact")),
            ]
        )
