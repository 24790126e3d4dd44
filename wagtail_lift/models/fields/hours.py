"""A model field for which times of day a stored date has."""

from typing import Any

from django.db import models

from ...enums import Hours


class HoursField(models.CharField):
    """One of ``Hours``; without meaning where there is no date."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        given = {"max_length": 20, "choices": Hours.as_choices, "editable": False}
        super().__init__(*args, **{**given, "default": Hours.START_AND_END, **kwargs})
