"""Image, document and user models of the site's own."""

from tests.projects.site_settings import *

INSTALLED_APPS = [
    "tests.projects.own_models.people",
    "tests.projects.own_models.media",
    "wagtail_lift.pages",
    *INSTALLED_APPS,
]
AUTH_USER_MODEL = "people.Member"
WAGTAILIMAGES_IMAGE_MODEL = "media.Picture"
WAGTAILDOCS_DOCUMENT_MODEL = "media.Paper"
