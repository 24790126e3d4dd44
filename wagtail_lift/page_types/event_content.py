"""What an event is about: summary, picture, body, conversation, reading, audience."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.images import get_image_model_string

from ..blocks import (
    AgendaStreamBlock,
    BodyStreamBlock,
    ConversationStreamBlock,
    Question,
    ReadingStreamBlock,
    RelatedEventsStreamBlock,
    questions_of,
)
from ..formats.pictures import words_of_picture
from ..models.page_model import PAGE_MODEL


class EventContentMixin(models.Model):
    """The content of an event page; everything here may differ between its translations."""

    summary = models.TextField(
        _("summary"),
        max_length=400,
        blank=True,
        help_text=_("One or two sentences, for cards, search and feeds."),
    )
    lead_image = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("lead image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    lead_image_alt_text = models.CharField(
        _("lead image, in words"),
        max_length=255,
        blank=True,
        help_text=_("What the image shows, for people who cannot see it."),
    )
    body = StreamField(
        BodyStreamBlock(required=False),
        verbose_name=_("body"),
        blank=True,
        help_text=_("The invitation: what people read before the event."),
    )
    after_body = StreamField(
        BodyStreamBlock(required=False),
        verbose_name=_("body once it has taken place"),
        blank=True,
        help_text=_("Shown instead of the invitation once the event has taken place."),
    )
    conversation = StreamField(
        ConversationStreamBlock(required=False), verbose_name=_("conversation"), blank=True
    )
    agenda = StreamField(
        AgendaStreamBlock(required=False),
        verbose_name=_("agenda"),
        blank=True,
        help_text=_(
            "What readers see of the day: sessions, breaks, speakers. The running order, on the "
            "tab “For facilitators”, is another thing: readers never see it."
        ),
    )
    reading = StreamField(
        ReadingStreamBlock(required=False), verbose_name=_("recommended reading"), blank=True
    )
    audience = models.TextField(
        _("who it is for"),
        blank=True,
        help_text=_("In your own words, for example who would feel at home in this conversation."),
    )
    inspired_by = models.ForeignKey(
        PAGE_MODEL,
        verbose_name=_("inspired by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The insights pack whose guide this conversation follows."),
    )

    related_events = StreamField(
        RelatedEventsStreamBlock(required=False),
        verbose_name=_("related events"),
        blank=True,
        help_text=_("Other events that readers may like. Those that are not public are left out."),
    )

    class Meta:
        abstract = True

    @property
    def lead_image_alt(self) -> str:
        """Return what the lead image shows: in the page's words, else in those of the picture."""
        return words_of_picture(self.lead_image, self.lead_image_alt_text)

    @property
    def questions(self) -> list[Question]:
        """Return the conversation questions in order, each with its stable id."""
        return questions_of(self.conversation)
