"""English and French, translated with wagtail-localize and a machine that notes what it is told."""

from tests.projects.site_settings import *

INSTALLED_APPS = [
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail_lift.pages",
    *INSTALLED_APPS,
]
MIDDLEWARE = [*MIDDLEWARE, "django.middleware.locale.LocaleMiddleware"]
USE_I18N = WAGTAIL_I18N_ENABLED = True
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("en-us", "English"), ("fr", "French")]
WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {"CLASS": "tests.projects.translated.machine.NotingTranslator"}
