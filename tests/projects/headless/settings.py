"""A front end of its own shows the pages: the shipped types by a setting, the site's by a base."""

import os

from tests.projects.site_settings import *

INSTALLED_APPS = [
    "tests.projects.headless.talks",
    "wagtail_headless_preview",
    "wagtail_lift.pages",
    *INSTALLED_APPS,
]
ROOT_URLCONF = "tests.projects.headless.urls"
WAGTAIL_LIFT_HEADLESS = os.environ.get("HEADLESS", "pages")
WAGTAIL_HEADLESS_PREVIEW = {
    "CLIENT_URLS": {"default": "https://front.example.org"},
    "REDIRECT_ON_PREVIEW": True,
}


class MadeFromModels:
    """Stands for the migrations of each app: none, tables are made from the models."""

    def __contains__(self, label: str) -> bool:
        return True

    def __getitem__(self, label: str) -> None:
        return None


# Migrations of so many event types would be long, and a site without them can hold no others'.
MIGRATION_MODULES = MadeFromModels()
