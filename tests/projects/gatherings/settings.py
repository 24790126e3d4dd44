"""Page types made from the mixins without any list, and a host model of the site's own."""

from tests.projects.site_settings import *

INSTALLED_APPS = [
    "tests.projects.gatherings.neighbours",
    "tests.projects.gatherings.seasons",
    *INSTALLED_APPS,
]
WAGTAIL_LIFT_HOSTPROFILE_MODEL = "neighbours.Neighbour"
ROOT_URLCONF = "tests.projects.gatherings.urls"
