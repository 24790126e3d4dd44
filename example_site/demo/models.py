"""What the example site adds of its own: a home page, and the memory of the demo content."""

from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.images import get_image_model_string
from wagtail.models import Page

from wagtail_lift.enums import Status
from wagtail_lift.lists import latest_packs, list_events
from wagtail_lift.pages.models import EventIndexPage

SHOWN_EVENTS = 3
SHOWN_PACKS = 2
INVITING = {
    Status.HAPPENING_NOW,
    Status.DROP_IN,
    Status.BOOKING_AVAILABLE,
    Status.BOOKING_SOON,
    Status.WAITING_LIST,
}
"""What the front door shows: events to which a reader can still find a way."""


class HomePage(Page):
    """The front door of the site: what comes next, the programmes, what was learnt."""

    strapline = models.CharField(_("strapline"), max_length=200, blank=True)
    introduction = RichTextField(_("introduction"), blank=True)
    how_it_works = RichTextField(_("how it works"), blank=True, features=["bold", "link", "ol"])
    lead_image = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    lead_image_alt_text = models.CharField(_("picture, in words"), max_length=255, blank=True)

    content_panels = [
        *Page.content_panels,
        FieldPanel("strapline"),
        FieldPanel("introduction"),
        MultiFieldPanel(
            [FieldPanel("lead_image"), FieldPanel("lead_image_alt_text")], heading=_("Picture")
        ),
        FieldPanel("how_it_works"),
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return the context: the next events, the programmes and the latest packs below."""
        now = timezone.now()
        upcoming = list_events(self, request, now).upcoming.items
        programmes = EventIndexPage.objects.child_of(self).live().public()
        first = programmes.first()
        return {
            **super().get_context(request, *args, **kwargs),
            "upcoming": [c for c in upcoming if c.lifecycle.status in INVITING][:SHOWN_EVENTS],
            "programme": first,
            "programmes": EventIndexPage.objects.child_of(first).live().public() if first else (),
            "packs": latest_packs(self, request, now, count=SHOWN_PACKS),
        }


class DemoRecord(models.Model):
    """What ``load_demo`` made, and the dates it last set, so that it never undoes an edit.

    The record outlives what was made: whatever an editor deletes is not made again.
    """

    key = models.CharField(max_length=100, unique=True)
    object_id = models.CharField(max_length=64)
    dates = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("demo record")
        verbose_name_plural = _("demo records")

    def __str__(self) -> str:
        return self.key
