"""The site's own hosts."""

from django.db import models
from wagtail.search import index

from wagtail_lift.models import AbstractHostProfile


class Neighbour(AbstractHostProfile):
    """A host who lives in one of our streets."""

    street = models.CharField(max_length=100, blank=True)

    search_fields = [*AbstractHostProfile.search_fields, index.SearchField("street")]
