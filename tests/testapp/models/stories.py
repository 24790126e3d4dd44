"""Something of another app that points at a question of a conversation."""

from django.db import models

from wagtail_lift.models import Question


class Story(models.Model):
    """What somebody told when a question was asked."""

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="+")
    text = models.CharField(max_length=100)

    def __str__(self) -> str:
        return self.text
