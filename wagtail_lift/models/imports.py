"""What was imported, and from where; and a file while somebody decides about it."""

from hashlib import sha256

from django.conf import settings
from django.db import models
from django.utils.timezone import now

from .event import Event
from .page_model import PAGE_MODEL

LONGEST_UID = 255


def stored_uid(uid: str) -> str:
    """Return the identity as it is stored: a hash of one that no column holds."""
    return uid if len(uid) <= LONGEST_UID else sha256(uid.encode()).hexdigest()


class ImportOrigin(models.Model):
    """The entry of another calendar that an event was imported from.

    ``told`` is the record as last imported. Where the page says something else now, an editor
    changed it.
    """

    event = models.OneToOneField(
        Event, primary_key=True, on_delete=models.CASCADE, related_name="import_origin"
    )
    uid = models.CharField(max_length=LONGEST_UID)
    told = models.JSONField(default=dict)
    imported_at = models.DateTimeField(default=now)

    class Meta:
        verbose_name = "origin of an imported event"
        verbose_name_plural = "origins of imported events"
        indexes = [models.Index(fields=["uid"], name="lift_import_uid")]
        default_permissions = ()

    def __str__(self) -> str:
        return self.uid


class ImportFile(models.Model):
    """The file that somebody uploaded and has not yet imported: one a person, for a day.

    ``columns`` are the fields chosen for the columns of a table.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    programme = models.ForeignKey(PAGE_MODEL, on_delete=models.CASCADE, related_name="+")
    page_type = models.CharField(max_length=201)
    name = models.CharField(max_length=255)
    content = models.BinaryField()
    columns = models.JSONField(default=list)
    is_to_publish = models.BooleanField(default=False)
    uploaded_at = models.DateTimeField(default=now)

    class Meta:
        verbose_name = "file to import"
        verbose_name_plural = "files to import"
        default_permissions = ()

    def __str__(self) -> str:
        return self.name
