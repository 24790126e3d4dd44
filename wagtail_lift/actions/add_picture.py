"""Add a picture to the image library, from wherever one is uploaded."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from wagtail.images.models import AbstractImage
from wagtail.log_actions import log


def add_picture(image: AbstractImage, *, user: AbstractBaseUser) -> AbstractImage:
    """Add an unsaved image, with who uploaded it and a log entry; return it.

    Whoever calls this has checked that ``user`` may add images to its collection.
    """
    with transaction.atomic():
        image.uploaded_by_user = user
        image.save()
        log(instance=image, action="wagtail.create", user=user, content_changed=True)
    return image
