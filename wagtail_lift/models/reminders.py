"""Reminders to those who held an event that it has no insights pack yet."""

from django.db import models

from .meetings import Meeting


class InsightsReminder(models.Model):
    """One mail to one person, ``days`` after a date: at most one, even if the process is killed.

    ``recipient`` names who gets it (see ``mail.recipients``), and holds no address. ``claimed_at``
    is stored before the mail is sent: what was claimed is not sent again, unless the mail server
    has refused it (``tries``, and ``retry_at`` for the next one).
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="reminders")
    days = models.PositiveSmallIntegerField()
    recipient = models.CharField(max_length=80)
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    retry_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "reminder of insights"
        verbose_name_plural = "reminders of insights"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "days", "recipient"], name="lift_reminder_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id}, {self.days} days, {self.recipient}"
