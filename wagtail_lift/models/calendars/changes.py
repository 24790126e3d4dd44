"""A short record of changes, by which it is known that no calendar of the site is another."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class CalendarChange(models.Model):
    """That the dates, facets or stored entries of some event changed, or an event was deleted.

    Written in the transaction of the change itself, one row for each, and kept for a day. So the
    number of rows since an instant only grows, in whatever order transactions end.
    """

    changed_at = models.DateTimeField(_("changed"), default=timezone.now)

    class Meta:
        verbose_name = _("change of calendars")
        verbose_name_plural = _("changes of calendars")
        indexes = [models.Index(fields=["changed_at"], name="lift_calendar_change_at")]

    def __str__(self) -> str:
        return self.changed_at.isoformat()
