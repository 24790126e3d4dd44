from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WagtailLiftPagesConfig(AppConfig):
    name = "wagtail_lift.pages"
    label = "wagtail_lift_pages"
    verbose_name = _("Event pages")
    default_auto_field = "django.db.models.BigAutoField"
