"""The site's base page: without the title tag, description and menu entry of Wagtail's own."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.models import AbstractPage
from wagtail.search import index


class BasePage(AbstractPage):
    """What every page of the site has."""

    importance = models.CharField(max_length=100, blank=True)

    promote_panels = [*AbstractPage.promote_panels, FieldPanel("importance")]
    search_fields = [*AbstractPage.search_fields, index.FilterField("importance")]
