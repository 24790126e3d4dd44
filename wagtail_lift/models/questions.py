"""The questions of a conversation as rows, so that other models can point at them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .event import Event


class Question(models.Model):
    """One question of an event, as the published page of its source asks it.

    ``identity`` is the permanent id of the question on the page, the same in its translations.
    ``number`` counts from 1; it is ``None`` for a question that the page no longer asks and that is
    still referenced. Only the projection writes it.
    """

    event = models.ForeignKey(
        Event, verbose_name=_("event"), on_delete=models.CASCADE, related_name="questions"
    )
    identity = models.CharField(max_length=64)
    number = models.PositiveIntegerField(null=True)
    text = models.TextField(blank=True)

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        constraints = [
            models.UniqueConstraint(fields=["event", "identity"], name="lift_question_identity"),
        ]

    def __str__(self) -> str:
        return self.text
