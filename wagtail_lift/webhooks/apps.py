from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _


class WagtailLiftWebhooksConfig(AppConfig):
    name = "wagtail_lift.webhooks"
    label = "wagtail_lift_webhooks"
    verbose_name = _("Webhooks")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Follow what changes, join in ``lift_tick`` and, if installed, in API version 3."""
        from .. import extension
        from . import work
        from .log import follow, read_state

        extension.register_follower(follow)
        extension.register_state(read_state)
        extension.register_work(work.do_what_is_due)
        if apps.is_installed("wagtail.api.v3"):
            from .api import v3

            v3.register()
