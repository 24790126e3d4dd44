"""The package beside an app of the site that uses the same names."""

from tests.projects.site_settings import *

INSTALLED_APPS = ["tests.projects.rival.events", "wagtail_lift.pages", *INSTALLED_APPS]
