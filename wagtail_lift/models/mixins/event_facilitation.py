"""For facilitators: the running order of an event, which no public answer ever holds."""

from collections.abc import Iterable
from datetime import time
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField

from ...blocks import RunningOrderStreamBlock, running_order_steps
from ...domain.guide import RunSheetLine, run_sheet, total_minutes

RUNNING_ORDER = "running_order"
"""The private stream of an event."""


class KeptOutOfTranslation:
    """Tells wagtail-localize neither to hand a field to translators nor to copy it along.

    It answers what an entry of ``override_translatable_fields`` is asked, without that package.
    """

    def __init__(self, field_name: str) -> None:
        self.field_name = field_name

    def get_field(self, model: Any) -> Any:
        """Return the field of a model."""
        return model._meta.get_field(self.field_name)

    def get_value(self, instance: Any) -> Any:
        """Return the value of the field."""
        return self.get_field(type(instance)).value_from_object(instance)

    def is_editable(self, instance: Any) -> bool:
        """Translators do not edit it."""
        return False

    def is_translated(self, instance: Any) -> bool:
        """Nothing of it becomes a segment."""
        return False

    def is_synchronized(self, instance: Any) -> bool:
        """Translations do not get a copy."""
        return False

    def is_overridable(self, instance: Any) -> bool:
        """Nothing is there to override."""
        return False


class EventFacilitationMixin(models.Model):
    """The running order: private, and kept with the page that plans the dates alone.

    It belongs to the gathering and not to a language. A copy of the event takes it along; a
    translation and an alias never do, so that nobody reads it by a page that they may edit while
    they may not edit its source.
    """

    running_order = StreamField(
        RunningOrderStreamBlock(required=False),
        verbose_name=_("running order"),
        blank=True,
        help_text=_("Private: only people who may edit this page see it."),
    )

    override_translatable_fields = [KeptOutOfTranslation(RUNNING_ORDER)]

    class Meta:
        abstract = True

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Keep the running order out of translation beside what a page type says of its fields."""
        super().__init_subclass__(**kwargs)
        stated = vars(cls).get("override_translatable_fields")
        if stated is not None and all(entry.field_name != RUNNING_ORDER for entry in stated):
            cls.override_translatable_fields = [*stated, KeptOutOfTranslation(RUNNING_ORDER)]

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Save the page; an alias has no running order.

        It stands here because Wagtail fills an alias with all that its source holds, and asks
        nothing but ``save()`` before it is stored.
        """
        if self.alias_of_id:
            self.running_order = []
        return super().save(*args, **kwargs)

    save.alters_data = True

    def copy(self, *args: Any, **kwargs: Any) -> Any:
        """Copy the page; a translation, which keeps the translation key, has no running order."""
        if not kwargs.get("reset_translation_key", True):
            excluded: Iterable[str] = kwargs.get("exclude_fields") or ()
            kwargs["exclude_fields"] = [*excluded, RUNNING_ORDER]
        return super().copy(*args, **kwargs)

    copy.alters_data = True

    @property
    def running_order_minutes(self) -> int:
        """Return how long the running order takes from the first part to the last."""
        return total_minutes(running_order_steps(self.running_order, self.questions))

    def get_running_order_sheet(self, starts: time) -> tuple[RunSheetLine, ...]:
        """Return the parts of the running order with clock times for a starting time."""
        return run_sheet(running_order_steps(self.running_order, self.questions), starts)
