"""Uploading a picture in a short form, where Wagtail's own chooser has no room."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from wagtail.images import get_image_model
from wagtail.images.forms import get_image_form
from wagtail.images.models import AbstractImage


def uploaded_picture(file: UploadedFile, *, name: str, user: AbstractBaseUser) -> AbstractImage:
    """Return an unsaved image of a file, called ``name`` and described so.

    It is checked as in the image library, by the site's own form, and goes into the first
    collection to which the user may add. Raises ``ValidationError``.
    """
    image_model = get_image_model()
    form_class = get_image_form(image_model)
    policy = form_class().permission_policy
    collection = policy.collections_user_has_permission_for(user, "add").first()
    if collection is None:
        raise ValidationError(
            _("You may not add pictures. Leave this empty, and ask somebody who may."),
            code="permission",
        )
    known = {"title": name, "description": name, "collection": collection.pk}
    form = form_class(known, {"file": file}, instance=image_model(collection=collection), user=user)
    if not form.is_valid():
        raise ValidationError([words for found in form.errors.values() for words in found])
    image: AbstractImage = form.save(commit=False)
    return image
