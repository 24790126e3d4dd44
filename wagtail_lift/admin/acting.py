"""Cancelling, postponing and changing an event from wherever an editor meets its page."""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth import get_permission_codename
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.widgets import Button
from wagtail.models import AbstractPage
from wagtail.utils.urlpatterns import decorate_urlpatterns

from ..access.date_rights import is_locked_for, may_act_on, visible_meetings
from ..models import Meeting, get_page_model
from ..models.kinds import EventKind, is_kind
from ..models.status_expressions import has_not_ended
from .date_buttons import EVENT_LABELS
from .userbar import UserbarLink


def act_url(page: AbstractPage, action: str) -> str:
    """Return the URL at which an action on the dates of an event begins."""
    return reverse("lift_act", args=[page.pk, action])


def dates_to_act_on(user: AbstractBaseUser, page: AbstractPage) -> list[Meeting]:
    """Return the dates of an event that have not ended and that the user may act on, in order."""
    to_come = has_not_ended(timezone.now(), ends_at="ends_now")
    found = visible_meetings(user).filter(to_come, event__page_links__page=page.pk)
    return [m for m in found.order_by("starts_now", "pk") if may_act_on(user, m)]


def offers_actions(page: AbstractPage, user: AbstractBaseUser) -> bool:
    """Return whether a page is of a kind, and a user has the rights, that actions need.

    It asks the database nothing, so that it can be asked for each row of a list.
    """
    right = f"{Meeting._meta.app_label}.{get_permission_codename('change', Meeting._meta)}"
    return (
        is_kind(page, EventKind)
        and page.live
        and user.has_perm(right)
        and not is_locked_for(user, page)
        and page.permissions_for_user(user).can_publish()
    )


def header_buttons(
    page: AbstractPage, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """Yield the actions in the header of an event's form."""
    if view_name == "edit":
        yield from row_buttons(page, user, next_url)


def row_buttons(page: AbstractPage, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """Yield the actions in the menu of an event's row."""
    if not offers_actions(page, user):
        return
    query = f"?{urlencode({'next': next_url})}" if next_url else ""
    for number, (action, label) in enumerate(EVENT_LABELS.items()):
        yield Button(
            str(label), f"{act_url(page, action)}{query}", icon_name="date", priority=60 + number
        )


def offer_in_userbar(request: HttpRequest, items: list[Any], page: AbstractPage | None) -> None:
    """Add the actions to the user bar of an event's page."""
    if page is not None and page.pk and offers_actions(page, request.user):
        items += [
            UserbarLink(str(label), act_url(page, action)) for action, label in EVENT_LABELS.items()
        ]


def watch_unpublishing() -> list[Any]:
    """Suggest it where a page is unpublished: Wagtail has no hook there; add no URL."""
    from wagtail.admin.urls import pages  # being imported when the hook runs, not before

    unpublishing = [pattern for pattern in pages.urlpatterns if pattern.name == "unpublish"]
    decorate_urlpatterns(unpublishing, _suggesting)
    return []


def _suggesting(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    @wraps(view)
    def suggest(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        page = get_page_model().objects.filter(pk=kwargs["page_id"]).first()
        if page is not None:
            suggest_calling_off(request, page)
        return view(request, **kwargs)

    return suggest


def suggest_calling_off(request: HttpRequest, page: AbstractPage) -> None:
    """Say, where an event is about to be deleted or unpublished, that it can be called off.

    Readers of a page that is gone are not told why.
    """
    if request.method != "GET" or not offers_actions(page, request.user):
        return
    if dates_to_act_on(request.user, page):
        words = _(
            "Call it off instead? The page stays, and tells everybody who looks for the event that "
            "it does not take place."
        )
        button = messages.button(act_url(page, "cancel"), str(EVENT_LABELS["cancel"]))
        messages.warning(request, words, buttons=[button])
