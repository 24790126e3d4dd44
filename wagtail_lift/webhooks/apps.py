from django.apps import AppConfig, apps
from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext_lazy as _


class WagtailLiftWebhooksConfig(AppConfig):
    name = "wagtail_lift.webhooks"
    label = "wagtail_lift_webhooks"
    verbose_name = _("Webhooks")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Follow what changes, join in ``lift_tick``, the admin and API version 3."""
        from wagtail.models import Site

        from .. import extension
        from . import work
        from .admin.problems import broken_webhooks
        from .log import follow, follow_site, read_state

        extension.register_follower(follow)
        for signal in (post_save, post_delete):
            signal.connect(follow_site, sender=Site, dispatch_uid="wagtail_lift_webhooks.site")
        extension.register_state(read_state)
        extension.register_work(work.do_what_is_due)
        extension.register_admin_problems(broken_webhooks)
        if apps.is_installed("wagtail.api.v3"):
            from .api import v3

            v3.register()
