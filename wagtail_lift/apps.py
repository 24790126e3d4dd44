from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _


class WagtailLiftConfig(AppConfig):
    name = "wagtail_lift"
    label = "wagtail_lift"
    verbose_name = _("Events")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Connect the receivers; register the checks and, where Wagtail has it, API version 3."""
        from . import cache_receivers, checks, receivers

        checks.register()
        receivers.connect()
        cache_receivers.connect()
        if apps.is_installed("wagtail.api.v3"):
            from .api import v3

            v3.register()
