"""What calendars were told of dates that rules gave once: it must never be told again as new."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .meetings import hand_over_or_cascade
from .page_model import PAGE_MODEL


class RetiredDate(models.Model):
    """The last that was told of a date of a rule before it went; it goes when the date comes back.

    A date that comes back has the ``uid`` that it had. Readers go by the greater ``SEQUENCE`` (RFC
    5545 section 3.8.7.4) and the later time: both go on from here. Written by the projection.
    """

    event = models.ForeignKey(
        PAGE_MODEL,
        verbose_name=_("event"),
        on_delete=hand_over_or_cascade,
        related_name="lift_retired_dates",
    )
    uid = models.UUIDField(_("UID"), unique=True)
    sequence = models.PositiveIntegerField(_("sequence"))
    told_at = models.DateTimeField(_("last told"))

    class Meta:
        verbose_name = _("retired date")
        verbose_name_plural = _("retired dates")

    def __str__(self) -> str:
        return str(self.uid)
