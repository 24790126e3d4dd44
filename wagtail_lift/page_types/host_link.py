"""The link between an event and one of its hosts."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from ..api.fields import editable
from ..enums import HostRole
from ..models.hosts import HOST_MODEL


class EventHostMixin(Orderable):
    """A host of an event, in order. Add a ``page`` key with related name ``event_hosts``:

    class GatheringHost(EventHostMixin):
        page = ParentalKey(Gathering, on_delete=models.CASCADE, related_name="event_hosts")
    """

    host = models.ForeignKey(
        HOST_MODEL,
        verbose_name=_("host"),
        on_delete=models.CASCADE,
        null=True,  # in drafts only: an unfinished row is kept, publishing requires its host
        related_name="+",
    )
    role = models.CharField(
        _("role"), max_length=30, choices=HostRole.as_choices, default=HostRole.HOST
    )
    line = models.CharField(
        _("line"),
        max_length=200,
        blank=True,
        help_text=_("One line about this host at this event."),
    )

    panels = [
        FieldPanel("host"),
        FieldPanel("role", help_text=_("The heading under which readers see them.")),
        FieldPanel("line"),
    ]
    api_fields = editable("host", "role", "line")

    class Meta(Orderable.Meta):
        abstract = True
        verbose_name = _("host")
        verbose_name_plural = _("hosts")

    def __str__(self) -> str:
        return f"{self.host} ({self.get_role_display()})"

    @property
    def is_public(self) -> bool:
        """Return whether the host may be shown."""
        return self.host_id is not None and self.host.is_public
