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
        from .api.values.block_lists import items_of_block
        from .blocks import EventListBlock
        from .events.reliance import decided_by_hand, told_of_in_packs

        EventListBlock.read_items = staticmethod(items_of_block)
        checks.register()
        extension.register_reliance(decided_by_hand)
        extension.register_reliance(told_of_in_packs)
        receivers.connect()
        if apps.is_installed("wagtail.api.v3"):
            from .api import v3

            v3.register()
