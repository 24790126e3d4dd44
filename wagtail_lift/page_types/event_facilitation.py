"""The running order of an event, for facilitators; never part of a public response."""

from datetime import time

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField

from ..blocks import RunningOrderStreamBlock, running_order_steps
from ..domain.guide import RunSheetLine, run_sheet, total_minutes

RUNNING_ORDER = "running_order"
"""The name of an event's private stream."""


class EventFacilitationMixin(models.Model):
    """The running order: private, and kept only on the event's source."""

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
        """Return the length of the running order in minutes."""
        return total_minutes(running_order_steps(self.running_order, self.questions))

    def get_running_order_sheet(self, starts: time) -> tuple[RunSheetLine, ...]:
        """Return the parts of the running order with clock times, beginning at ``starts``."""
        return run_sheet(running_order_steps(self.running_order, self.questions), starts)
