"""Panels that tell editors something; they block nothing and submit nothing."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from django.contrib.auth.context_processors import PermWrapper
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.panels import Panel


class TellingPanel(Panel):
    """Shows what ``tell(page, now)`` returns about a page; hidden while that is empty.

    ``tell`` gets the draft as in the form. It is not called for a page that was never saved.
    """

    def __init__(
        self,
        tell: Callable[[Any, datetime], Sequence[Any]],
        template_name: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.tell = tell
        self.template_name = template_name

    def clone_kwargs(self) -> dict[str, Any]:
        """Return the arguments to clone the panel with."""
        return {
            **super().clone_kwargs(),
            "tell": self.tell,
            "template_name": self.template_name,
        }

    class BoundPanel(Panel.BoundPanel):
        """The panel on one page."""

        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            self.template_name = self.panel.template_name
            self.told = self.panel.tell(self.instance, timezone.now()) if self.instance.pk else []

        def is_shown(self) -> bool:
            """Return whether there is something to tell."""
            return super().is_shown() and bool(self.told)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add what ``tell`` returned, and the editor's permissions."""
            context = super().get_context_data(parent_context)
            return {**context, "told": self.told, "perms": PermWrapper(self.request.user)}


class NoticesPanel(Panel):
    """Shows a page's notices (``get_editor_notices``), which block nothing.

    Its script refreshes them after each autosave. Without scripts they are those of the draft as
    last saved, or what a page that was never saved starts with. It goes below the title, so that
    the title stays in place while you type.
    """

    class BoundPanel(Panel.BoundPanel):
        """The panel on one page."""

        template_name = "wagtail_lift/admin/notices_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add the notices."""
            context = super().get_context_data(parent_context)
            page = self.instance
            told = (
                page.get_editor_notices(timezone.now()) if page.pk else page.get_starting_notices()
            )
            return {**context, "told": told}


class PlanPanel(Panel):
    """Shows the planned dates of an event: the next five while you type, and the whole list.

    Its script sends the form to ``plan_url`` and shows the response; without scripts it shows the
    dates as last saved.
    """

    class BoundPanel(Panel.BoundPanel):
        """The panel on one page."""

        template_name = "wagtail_lift/admin/plan_panel.html"

        def is_shown(self) -> bool:
            """Return ``False`` on a translation, which shows the dates of its source elsewhere."""
            return super().is_shown() and bool(self.instance.is_source)

        @property
        def plan_url(self) -> str:
            """Return the URL that computes the dates of the form as it stands."""
            if self.instance.pk:
                return reverse("lift_plan", args=[self.instance.pk])
            meta, parent = self.instance._meta, self.form.parent_page
            return reverse("lift_plan_new", args=[meta.app_label, meta.model_name, parent.pk])

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add the planned dates and their URL."""
            context = super().get_context_data(parent_context)
            plan = self.instance.get_plan(timezone.now())
            return {**context, "plan": plan, "plan_url": self.plan_url}
