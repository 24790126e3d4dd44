"""For facilitators: the running order of an event, which no public answer ever holds."""

from datetime import time

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField

from ..blocks import RunningOrderStreamBlock, running_order_steps
from ..domain.guide import RunSheetLine, run_sheet, total_minutes

RUNNING_ORDER = "running_order"
"""The private stream of an event."""


class EventFacilitationMixin(models.Model):
    """The running order: private, and kept with the page that plans the dates alone."""

    running_order = StreamField(
        RunningOrderStreamBlock(required=False),
        verbose_name=_("running order"),
        blank=True,
        help_text=_("Private: only people who may edit this page see it."),
    )

    class Meta:
        abstract = True

    @property
    def running_order_minutes(self) -> int:
        """Return how long the running order takes from the first part to the last."""
        return total_minutes(running_order_steps(self.running_order, self.questions))

    def get_running_order_sheet(self, starts: time) -> tuple[RunSheetLine, ...]:
        """Return the parts of the running order with clock times for a starting time."""
        return run_sheet(running_order_steps(self.running_order, self.questions), starts)
