"""The form of a programme."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import AbstractPage

from .forms import LiftPageForm

TEMPLATE = "event_template"


class EventIndexPageForm(LiftPageForm):
    """The form of a programme; the template of new events is chosen once it may have events."""

    timezone_field = "default_timezone"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        template = self.fields.get(TEMPLATE)
        if template is None:
            return
        models = self.instance.event_page_types()
        template.widget = AdminPageChooser(target_models=models)
        template.queryset = template.queryset.type(*models)
        if not self.instance.pk and not self.data.get(TEMPLATE):
            del self.fields[TEMPLATE]

    def clean_event_template(self) -> AbstractPage | None:
        """Refuse a template for a programme that has no events yet."""
        chosen: AbstractPage | None = self.cleaned_data[TEMPLATE]
        if chosen is not None and not self.instance.pk:
            message = _("Choose a template once the programme has events.")
            raise ValidationError(message, code="no_events")
        return chosen
