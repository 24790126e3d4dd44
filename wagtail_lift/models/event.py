"""The identity of a conversation, which outlives every page that shows it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .page_model import PAGE_MODEL


class Event(models.Model):
    """One conversation, shown by pages. Meetings and all that must outlive a page belong to it.

    ``source`` is the page whose plan counts, ``None`` once no page shows the event. ``plan`` is the
    plan as last published, keyed by the source's ``source_fields``, so that the next page can take
    over. ``next_date`` is the first local day beyond the horizon on which the rule gives a date,
    ``None`` if there is none. Only the projection writes it.
    """

    source = models.ForeignKey(
        PAGE_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    title = models.CharField(max_length=255, blank=True)
    plan = models.JSONField(default=dict, blank=True)
    next_date = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        indexes = [models.Index(fields=["next_date"], name="lift_event_next_date")]

    def __str__(self) -> str:
        return self.title


class EventPageLink(models.Model):
    """Which event a page shows. Written when the page is inserted, deleted with it.

    A table of its own, not a column of the page: copies would share a column, translations would
    lose it, and an old revision would restore an old value.
    """

    page = models.OneToOneField(
        PAGE_MODEL,
        primary_key=True,
        on_delete=models.CASCADE,
        related_name="lift_event_link",
    )
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="page_links")

    class Meta:
        verbose_name = "page of an event"
        verbose_name_plural = "pages of events"

    def __str__(self) -> str:
        return f"{self.page_id}: {self.event_id}"
