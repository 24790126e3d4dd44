"""Deliveries: which endpoint is told of which change, and how that went."""

import uuid
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from ...api.fields import in_utc
from ..enums import TEST, DeliveryState, Fault
from .changes import Change
from .endpoints import Endpoint


class DeliveryQuerySet(models.QuerySet[Any]):
    """Deliveries."""

    def due(self, moment: Any) -> "DeliveryQuerySet":
        """Keep those to send now: nobody is sending them, and none about the same waits before."""
        waiting = self.filter(state=DeliveryState.WAITING)
        before = Delivery.objects.filter(
            state=DeliveryState.WAITING,
            endpoint=OuterRef("endpoint"),
            subject=OuterRef("subject"),
            pk__lt=OuterRef("pk"),
        ).exclude(subject="")
        free = Q(claimed_until=None) | Q(claimed_until__lte=moment)
        return waiting.filter(free, ~Exists(before), endpoint__is_active=True, due_at__lte=moment)


class Delivery(models.Model):
    """One message to one endpoint. Attempts repeat it with the same ``webhook-id``.

    ``change`` is ``None`` for a test message. ``subject`` is that of the change: messages about the
    same page or host are sent in order. A worker that sends it holds ``claim`` until
    ``claimed_until``. ``status_code`` and ``fault`` are those of the last attempt.
    """

    uid = models.UUIDField(default=uuid.uuid4, editable=False)
    endpoint = models.ForeignKey(
        Endpoint, verbose_name=_("webhook"), on_delete=models.CASCADE, related_name="deliveries"
    )
    change = models.ForeignKey(
        Change, null=True, on_delete=models.CASCADE, related_name="deliveries"
    )
    type = models.CharField(_("what happened"), max_length=40)
    subject = models.CharField(max_length=80, blank=True)
    created_at = models.DateTimeField(_("created"), default=now)

    state = models.CharField(
        _("state"),
        max_length=20,
        choices=DeliveryState.as_choices,
        default=DeliveryState.WAITING,
    )
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    due_at = models.DateTimeField(_("next attempt"), default=now)
    claim = models.UUIDField(null=True)
    claimed_until = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(_("finished"), null=True)
    status_code = models.PositiveSmallIntegerField(_("answer"), null=True)
    fault = models.CharField(_("fault"), max_length=40, blank=True, choices=Fault.as_choices)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["state", "due_at"], name="lift_delivery_due"),
            models.Index(fields=["endpoint", "subject", "state"], name="lift_delivery_order"),
        ]

    def __str__(self) -> str:
        return f"{self.type} ({self.pk})"

    @property
    def message_id(self) -> str:
        """Return the ``webhook-id``: the same for every attempt, and for each endpoint."""
        uid = self.change.uid if self.change else self.uid
        return f"msg_{uid.hex}"

    def message(self) -> dict[str, Any]:
        """Return the body: type and time of the change, and the entry as data."""
        if self.change is None:
            return {"type": TEST, "timestamp": in_utc(self.created_at), "data": {}}
        data = self.change.values()
        return {"type": data.pop("type"), "timestamp": data.pop("timestamp"), "data": data}
