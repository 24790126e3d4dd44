"""The log of changes, and what waits to be written into it."""

import uuid
from typing import Any

from django.db import models
from django.utils.timezone import now

from ...api.fields import in_utc
from ..enums import ChangeType, SubjectKind


class ChangeLog(models.Model):
    """The only row: how far the log is. Whoever writes the log holds a lock on it.

    ``last_number`` is the highest number given. ``pruned_to`` is the highest number of a removal
    that has been deleted: a reader who is further behind has missed it. ``clock_at`` is the time up
    to which entries say what the clock changed: at first, when the log was begun.
    """

    last_number = models.PositiveBigIntegerField(default=0)
    pruned_to = models.PositiveBigIntegerField(default=0)
    clock_at = models.DateTimeField(default=now)

    class Meta:
        verbose_name = "log of changes"
        verbose_name_plural = "logs of changes"

    def __str__(self) -> str:
        return str(self.last_number)


class Touch(models.Model):
    """What a transaction changed: written in it, so that both are committed or neither is.

    Once it is committed, it becomes an entry of the log, or nothing if no reader sees the change.
    ``is_move``: nothing but the address may have changed.
    """

    kind = models.CharField(max_length=10, choices=SubjectKind.as_choices)
    key = models.CharField(max_length=64)
    is_move = models.BooleanField(default=False)
    touched_at = models.DateTimeField(default=now)

    class Meta:
        verbose_name = "touch"
        verbose_name_plural = "touches"

    def __str__(self) -> str:
        return f"{self.kind}:{self.key}"


class Change(models.Model):
    """An entry of the log: what readers see of one page, or of one host, has changed.

    ``number`` is its place; a higher one is never visible before a lower one. ``subject`` names the
    page or the host profile by its key. ``identity`` says what it is, as JSON for readers.
    ``addresses`` show it now, ``rebuild`` showed it before or do now. Of an entry that the clock
    gives, ``date_uid`` and ``date_param`` name the date, and ``instant_key`` keeps it from being
    given twice.

    ``title_print`` is a fingerprint of the title, which pages below show as that of their parent.

    ``is_latest``: the newest of its subject. ``is_withheld``: the subject has been removed since,
    and the entry no longer shows.
    """

    number = models.PositiveBigIntegerField(unique=True)
    uid = models.UUIDField(default=uuid.uuid4, unique=True)
    type = models.CharField(max_length=40, choices=ChangeType.as_choices)
    subject = models.CharField(max_length=80)
    identity = models.JSONField()
    url_path = models.TextField(blank=True)
    title_print = models.CharField(max_length=16, blank=True)
    addresses = models.JSONField(default=list)
    rebuild = models.JSONField(default=list)
    date_uid = models.UUIDField(null=True)
    date_param = models.CharField(max_length=64, blank=True)
    instant_key = models.CharField(max_length=200, unique=True, null=True)
    happened_at = models.DateTimeField()
    is_latest = models.BooleanField(default=True)
    is_removal = models.BooleanField(default=False)
    is_withheld = models.BooleanField(default=False)

    class Meta:
        verbose_name = "change"
        verbose_name_plural = "changes"
        ordering = ["number"]
        indexes = [
            models.Index(fields=["subject", "is_latest"], name="lift_change_subject"),
            models.Index(fields=["happened_at"], name="lift_change_happened"),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.type} {self.subject}"

    def values(self) -> dict[str, Any]:
        """Return the entry for readers; nothing in it is private."""
        date = {"uid": str(self.date_uid), "date": self.date_param} if self.date_uid else None
        return {
            "cursor": str(self.number),
            "type": self.type,
            "timestamp": in_utc(self.happened_at),
            "removed": self.is_removal,
            "subject": self.identity,
            "date": date,
            "addresses": self.rebuild,
        }
