"""What the buttons on the page of a webhook and of a delivery do."""

from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.permission_policies import ModelPermissionPolicy

from ...http.caching import keep_private
from ..actions import reveal_secret, rotate_secret, send_again, send_test
from ..models import Delivery, Endpoint

Found = TypeVar("Found", bound=Model)

PAGE, DELIVERY_PAGE = "lift_webhooks:inspect", "lift_deliveries:inspect"


def webhook_urls() -> list[URLPattern]:
    """Return the URLs that the buttons post to, for those who may change what they are about."""
    return [
        path("lift/webhooks/<int:pk>/secret/", show_secret, name="lift_webhook_secret"),
        path("lift/webhooks/<int:pk>/rotate/", rotate, name="lift_webhook_rotate"),
        path("lift/webhooks/<int:pk>/test/", test, name="lift_webhook_test"),
        path("lift/deliveries/<int:pk>/again/", again, name="lift_delivery_again"),
    ]


@require_POST
def show_secret(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the secret, this one time."""
    endpoint = _changeable(Endpoint, pk, request.user)
    secret = reveal_secret(endpoint, now=timezone.now())
    if secret is None:
        messages.error(request, _("The secret has been shown already. Rotate it for a new one."))
        return redirect(PAGE, pk)
    context = {"endpoint": endpoint, "secret": secret}
    return keep_private(render(request, "wagtail_lift/admin/webhook_secret.html", context))


@require_POST
def rotate(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a new secret; the old one counts for another day."""
    endpoint = _changeable(Endpoint, pk, request.user)
    rotate_secret(endpoint, user=request.user, now=timezone.now())
    messages.success(
        request, _("There is a new secret. Until tomorrow messages are signed with both.")
    )
    return redirect(PAGE, pk)


@require_POST
def test(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a test message."""
    endpoint = _changeable(Endpoint, pk, request.user)
    delivery = send_test(endpoint, now=timezone.now())
    messages.success(request, _("A test message is on its way. Its delivery is shown here."))
    return redirect(DELIVERY_PAGE, delivery.pk)


@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a delivery again."""
    delivery = _changeable(Delivery, pk, request.user)
    if send_again(delivery, now=timezone.now()):
        messages.success(request, _("The message is on its way again."))
    else:
        messages.error(request, _("The message is being sent just now."))
    return redirect(DELIVERY_PAGE, pk)


def _changeable(model: type[Found], pk: int, user: Any) -> Found:
    if not ModelPermissionPolicy(model).user_has_permission(user, "change"):
        raise PermissionDenied
    return get_object_or_404(model, pk=pk)
