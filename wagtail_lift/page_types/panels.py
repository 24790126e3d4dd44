"""Panels that tell editors something: they never stop anybody and submit nothing."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from django.contrib.auth.context_processors import PermWrapper
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.panels import Panel


class TellingPanel(Panel):
    """Shows what ``tell(page, now)`` returns about a page; nothing while that is empty.

    ``tell`` sees the draft as it is in the form. A page that is being made is left in peace.
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
        """Return what a copy of the panel is made from."""
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
            """Add what is told, and what the editor may do about it."""
            context = super().get_context_data(parent_context)
            return {**context, "told": self.told, "perms": PermWrapper(self.request.user)}


class NoticesPanel(Panel):
    """Tells what is worth a look about a page (``get_editor_notices``); it stops nobody.

    Its script asks again whenever the form has saved itself. Without scripts, what is told is that
    of the draft as last saved; a page that is being made is left in peace until then. It stands
    below the title, which thus stays in place while it is typed.
    """

    class BoundPanel(Panel.BoundPanel):
        """The panel on one page."""

        template_name = "wagtail_lift/admin/notices_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add what is told of a page that was saved already."""
            context = super().get_context_data(parent_context)
            is_saved = bool(self.instance.pk)
            told = self.instance.get_editor_notices(timezone.now()) if is_saved else []
            return {**context, "told": told}


class PlanPanel(Panel):
    """Shows the dates that an event plans: the next five while they are typed, and the whole list.

    Its script sends the form to ``plan_url`` and shows the answer; without scripts it shows the
    dates as last saved.
    """

    class BoundPanel(Panel.BoundPanel):
        """The panel on one page."""

        template_name = "wagtail_lift/admin/plan_panel.html"

        def is_shown(self) -> bool:
            """A translation shows the dates of its source elsewhere."""
            return super().is_shown() and bool(self.instance.is_source)

        @property
        def plan_url(self) -> str:
            """Return where the dates of the form as it stands are worked out."""
            if self.instance.pk:
                return reverse("lift_plan", args=[self.instance.pk])
            meta, parent = self.instance._meta, self.form.parent_page
            return reverse("lift_plan_new", args=[meta.app_label, meta.model_name, parent.pk])

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add the dates as they stand."""
            context = super().get_context_data(parent_context)
            plan = self.instance.get_plan(timezone.now())
            return {**context, "plan": plan, "plan_url": self.plan_url}
