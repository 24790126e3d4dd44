from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _


class WagtailLiftConfig(AppConfig):
    name = "wagtail_lift"
    label = "wagtail_lift"
    verbose_name = _("Events")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Connect the receivers; register checks, reliances and, if installed, API version 3."""
        from . import checks, extension, receivers
        from .events.reliance import decided_by_hand, told_of_in_packs

        checks.register()
        extension.register_reliance(decided_by_hand)
        extension.register_reliance(told_of_in_packs)
        receivers.connect()
        if apps.is_installed("wagtail.api.v3"):
            from .api import v3

            v3.register()
