"""The form of a programme."""

from typing import Any

from wagtail.admin.widgets import AdminPageChooser

from .forms import LiftPageForm

TEMPLATE = "event_template"


class EventIndexPageForm(LiftPageForm):
    """The form of a programme; the template of new events is chosen once it may have events."""

    timezone_field = "default_timezone"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if TEMPLATE in self.fields and self.instance.pk:
            models = self.instance.event_page_types()
            self.fields[TEMPLATE].widget = AdminPageChooser(target_models=models)
        else:
            self.fields.pop(TEMPLATE, None)
