"""The site whose document is published: our own page types, all else as Wagtail has it."""

from tests.projects.site_settings import *  # noqa: F403

INSTALLED_APPS = [
    "wagtail_lift",
    "wagtail_lift.pages",
    *(app for app in INSTALLED_APPS if app != "wagtail_lift"),  # noqa: F405 -- of the line above
    "wagtail.locales",
    "swapper",
]
ROOT_URLCONF = "tests.urls"
