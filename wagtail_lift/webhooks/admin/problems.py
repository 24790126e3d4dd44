"""Webhooks that do not work, for the panel on the admin's home."""

from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.permission_policies import ModelPermissionPolicy

from ...extension import AdminProblem
from ..enums import DeliveryState
from ..models import Delivery, Endpoint
from .strangers import ANY

FAILED_OFTEN = 3
"""Attempts after which a delivery counts as failing: half an hour."""


def broken_webhooks(user: Any, now: datetime) -> list[AdminProblem]:
    """Return the active webhooks that are not told what they should be, for who may see them.

    Their last message was given up, or one has failed several times. One query.
    """
    if not ModelPermissionPolicy(Endpoint).user_has_any_permission(user, ANY):
        return []
    of_endpoint = Delivery.objects.filter(endpoint=OuterRef("pk"))
    finished = of_endpoint.filter(finished_at__isnull=False).order_by("-finished_at", "-pk")
    failing = of_endpoint.filter(state=DeliveryState.WAITING, attempts__gte=FAILED_OFTEN)
    broken = Endpoint.objects.annotate(last_state=Subquery(finished.values("state")[:1])).filter(
        Q(last_state=DeliveryState.GIVEN_UP) | Exists(failing), is_active=True
    )
    return [
        AdminProblem(
            title=endpoint.name,
            words=_("This webhook does not answer as it should. See its deliveries."),
            url=reverse("lift_webhooks:inspect", args=[endpoint.pk]),
        )
        for endpoint in broken.order_by("name", "pk")
    ]
