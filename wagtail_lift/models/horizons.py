"""How far the dates of rules without a near end are worked out."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .page_model import PAGE_MODEL


class EventHorizon(models.Model):
    """The first local day beyond the horizon on which the rule of an event gives a date.

    Written by the projection; ``lift_tick`` reads which events are due. An event whose dates are
    all worked out has no row.
    """

    event = models.OneToOneField(
        PAGE_MODEL,
        verbose_name=_("event"),
        primary_key=True,
        on_delete=models.CASCADE,
        related_name="lift_horizon",
    )
    next_date = models.DateField(_("next date"))

    class Meta:
        verbose_name = _("horizon")
        verbose_name_plural = _("horizons")
        indexes = [models.Index(fields=["next_date"], name="lift_horizon_next_date")]

    def __str__(self) -> str:
        return f"{self.event_id}: {self.next_date}"
