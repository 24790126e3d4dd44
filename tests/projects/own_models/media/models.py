"""The site's own images and documents."""

from django.db import models
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class Picture(AbstractImage):
    """An image that says who made it."""

    made_by = models.CharField(max_length=100, blank=True)

    admin_form_fields = (*Image.admin_form_fields, "made_by")


class PictureRendition(AbstractRendition):
    """A picture in one size."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = [("image", "filter_spec", "focal_point_key")]


class Paper(AbstractDocument):
    """A document that says where it is from."""

    source = models.CharField(max_length=100, blank=True)

    admin_form_fields = (*Document.admin_form_fields, "source")
