"""A base page model of the site's own; the package's concrete pages are left out."""

from tests.projects.site_settings import *

INSTALLED_APPS = [
    "tests.projects.own_page_model.base",
    "tests.projects.own_page_model.conversations",
    *INSTALLED_APPS,
]
WAGTAIL_PAGE_MODEL = "base.BasePage"
ROOT_URLCONF = "tests.projects.own_page_model.urls"
