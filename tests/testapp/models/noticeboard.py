"""A page type of the site that has nothing to do with the package."""

from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.api import APIField
from wagtail.blocks import CharBlock, StreamBlock, StructBlock
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page
from wagtail.search import index

from wagtail_lift.api.fields import editable


class SignBlock(StructBlock):
    """A sign: its words and their size."""

    words = CharBlock()
    size = CharBlock(required=False)


class SignsBlock(StreamBlock):
    """Signs, one below the other."""

    sign = SignBlock()


class Noticeboard(Page):
    """Notices of the house, written by API as Wagtail writes any page."""

    notice = models.CharField(max_length=100, blank=True)
    seats = models.IntegerField(null=True, blank=True)
    pinned_on = models.DateField(null=True, blank=True)
    signs = StreamField(SignsBlock(required=False), blank=True)

    content_panels = [
        *Page.content_panels,
        FieldPanel("notice"),
        FieldPanel("seats"),
        FieldPanel("pinned_on"),
        FieldPanel("signs"),
        InlinePanel("lines"),
    ]
    search_fields = [*Page.search_fields, index.SearchField("notice")]
    api_fields = [
        *editable("notice", "seats", "pinned_on", "signs", "lines"),
        APIField("pinned_word"),
    ]

    @property
    def pinned_word(self) -> str:
        """Return whether it hangs, in a word."""
        return "pinned" if self.pinned_on else "loose"

    def clean(self) -> None:
        """Refuse a date without a notice, as a site's own rule would."""
        super().clean()
        if self.pinned_on and not self.notice:
            raise ValidationError({"pinned_on": "Nothing to pin."})


class NoticeLine(Orderable):
    """A line below the notice."""

    page = ParentalKey(Noticeboard, on_delete=models.CASCADE, related_name="lines")
    text = models.CharField(max_length=50, blank=True)

    panels = [FieldPanel("text")]
    api_fields = editable("text")
