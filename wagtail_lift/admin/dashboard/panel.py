"""The panel itself: what one user may see and do; nothing where that is nothing."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.forms import Media
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component

from ...models import get_page_model
from ...models.kinds import EventKind, ProgrammeKind, page_types
from ...models.querysets import page_policy
from ..adding import add_label, add_url, addable_types
from ..menu import PagesMenuItem
from .decisions import decisions_waiting
from .next_events import next_events
from .packs_due import packs_due
from .problems import problems_for


def add_panel(request: HttpRequest, panels: list[Any]) -> None:
    """Add the panel to the admin's home (``construct_homepage_panels``)."""
    panels.append(EventsPanel())


class EventsPanel(Component):
    """Next events with their gaps, packs due, decisions waiting and problems."""

    name = "lift_events"
    order = 205
    template_name = "wagtail_lift/admin/dashboard.html"

    @property
    def media(self) -> Media:
        """Return the style of the panel."""
        return Media(css={"all": ["wagtail_lift/admin/dashboard.css"]})

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Return the parts for the user of the request."""
        user, now = parent_context["request"].user, timezone.now()
        policy = page_policy(get_page_model())
        if not _is_begun():
            return {"start_url": _start_url(user, policy), "parts": {}}
        edits = policy.user_has_any_permission(user, PagesMenuItem.actions)
        may_add = policy.user_has_permission(user, "add")
        return {
            "edits": edits,
            "next": next_events(user, now) if edits else [],
            "packs": packs_due(user, now) if may_add else [],
            "decisions": decisions_waiting(user, now),
            "problems": problems_for(user, now),
            "add_links": [(add_label(t), add_url(t)) for t in addable_types(EventKind) if may_add],
            "calendar_url": reverse("lift_calendar"),
            "list_url": reverse("lift_events:index"),
        }


def _is_begun() -> bool:
    """Return whether the site has a programme, published or not."""
    return bool(get_page_model().objects.type(*page_types(ProgrammeKind)).exists())


def _start_url(user: AbstractBaseUser, policy: Any) -> str:
    """Return where the first programme is added, empty for a user who may not."""
    types = addable_types(ProgrammeKind)
    if not types or not policy.user_has_permission(user, "add"):
        return ""
    options = types[0]._meta
    return reverse("wagtailadmin_pages:choose_parent", args=[options.app_label, options.model_name])
