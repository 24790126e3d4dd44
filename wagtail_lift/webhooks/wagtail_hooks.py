"""Registers webhooks with Wagtail's admin; nothing else happens here."""

from wagtail import hooks

from .admin.buttons import webhook_urls
from .admin.deliveries import DeliveryViewSet
from .admin.endpoints import EndpointViewSet
from .admin.log_actions import register_log_actions

hooks.register("register_admin_urls", webhook_urls)
hooks.register("register_log_actions", register_log_actions)


@hooks.register("register_admin_viewset")
def register_webhooks() -> list:
    """Register the lists of webhooks and of deliveries."""
    return [EndpointViewSet(), DeliveryViewSet()]
