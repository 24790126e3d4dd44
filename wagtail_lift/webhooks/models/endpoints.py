"""Endpoints: who is told, of what; and the secrets that sign it."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from ..domain.destinations import Destination
from ..enums import ChangeType


class Endpoint(models.Model):
    """An address that is told of changes, of all types if ``types`` is empty."""

    name = models.CharField(_("name"), max_length=100)
    url = models.CharField(
        _("address"),
        max_length=1000,
        help_text=_("Where the messages are sent. It begins with https://."),
    )
    types = models.JSONField(_("what it is told"), default=list, blank=True)
    is_active = models.BooleanField(
        _("active"),
        default=True,
        help_text=_("While it is not active nothing is sent; what waits is kept."),
    )
    created_at = models.DateTimeField(_("created"), default=now, editable=False)

    class Meta:
        verbose_name = _("webhook")
        verbose_name_plural = _("webhooks")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse an address that nothing is ever sent to, and types that do not exist."""
        super().clean()
        errors: dict[str, Any] = {}
        if self.url and Destination.read(self.url) is None:
            errors["url"] = _("Enter an address that begins with https:// and names a server.")
        if set(self.types) - set(ChangeType.values):
            errors["types"] = _("One of these is not known.")
        if errors:
            raise ValidationError(errors)

    def wants(self, change_type: str) -> bool:
        """Return whether this endpoint is told of changes of this type."""
        return self.is_active and (not self.types or change_type in self.types)

    def secrets_at(self, moment: datetime) -> list[str]:
        """Return the secrets that are valid, the newest first."""
        valid = self.secrets.filter(Q(expires_at=None) | Q(expires_at__gt=moment))
        return list(valid.order_by("-pk").values_list("secret", flat=True))


class EndpointSecret(models.Model):
    """A secret of an endpoint, in a table of its own so that no form, log or export has it.

    People see it once: ``shown_at`` is when. After a rotation the old one is valid until
    ``expires_at``, and messages carry a signature for each.
    """

    endpoint = models.ForeignKey(Endpoint, on_delete=models.CASCADE, related_name="secrets")
    secret = models.CharField(max_length=100)
    created_at = models.DateTimeField(default=now)
    shown_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "secret of a webhook"
        verbose_name_plural = "secrets of webhooks"

    def __str__(self) -> str:
        return f"{self.endpoint_id}"
