"""A picture comes to the library with who brought it."""

import pytest
from django.core.files.base import ContentFile
from wagtail.images import get_image_model
from wagtail.models import ModelLogEntry

from tests.factories import image_bytes
from wagtail_lift.actions import add_picture

pytestmark = pytest.mark.django_db


def test_picture_is_stored_with_its_uploader_and_a_log_entry(superuser):
    image = get_image_model()(title="Ada", file=ContentFile(image_bytes(), "ada.png"))

    added = add_picture(image, user=superuser)

    stored = get_image_model().objects.get()
    assert (stored, stored.uploaded_by_user) == (added, superuser)
    entry = ModelLogEntry.objects.get(action="wagtail.create")
    assert (entry.object_id, entry.user) == (str(stored.pk), superuser)
