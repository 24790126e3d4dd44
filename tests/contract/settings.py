"""The site whose document is published: our page types, the log of changes, all else Wagtail's."""

from tests.projects.site_settings import *  # noqa: F403 -- all of them

INSTALLED_APPS = [
    "wagtail_lift",
    "wagtail_lift.pages",
    "wagtail_lift.webhooks",
    *(app for app in INSTALLED_APPS if app != "wagtail_lift"),  # noqa: F405 -- of the line above
    "wagtail.locales",
    "swapper",
]
ROOT_URLCONF = "tests.urls"
