"""The tabs and panels in which editors compose an insights pack."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, TitleFieldPanel

from .notices import kept_openings
from .page_type import LiftPageMixin
from .panels import NoticesPanel, TellingPanel

PACK_TABS = (
    ("content_panels", _("Insights")),
    ("guide_panels", _("DIY event guide")),
    ("terms_panels", _("Terms and contact")),
    ("promote_panels", _("Promote")),
    ("settings_panels", _("Settings")),
)


class PackPanelsMixin(models.Model):
    """The panels of each tab; a page type may override any list."""

    content_panels = [
        TitleFieldPanel("title"),
        NoticesPanel(),
        TellingPanel(kept_openings, "wagtail_lift/admin/opening_panel.html"),
        MultiFieldPanel(
            [FieldPanel("event"), FieldPanel("meeting"), FieldPanel("opens_early")],
            heading=_("What it is about"),
        ),
        FieldPanel("introduction"),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [
                        FieldPanel("people_count"),
                        FieldPanel("organisations_count"),
                        FieldPanel("stories_count"),
                    ]
                )
            ],
            heading=_("In numbers"),
        ),
        FieldPanel("insights"),
        FieldPanel("resources"),
        FieldPanel("materials"),
    ]
    guide_panels = [
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("group_size_from"), FieldPanel("group_size_to")])],
            heading=_("Group size"),
            help_text=_("For how many people the guide is. Leave both empty for any number."),
        ),
        FieldPanel("guide"),
    ]
    terms_panels = [
        FieldPanel("licence"),
        FieldPanel("licence_text"),
        FieldPanel("citation"),
        LiftPageMixin.contact_panel,
    ]

    class Meta:
        abstract = True
