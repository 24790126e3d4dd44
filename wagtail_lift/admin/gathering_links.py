"""Links to where insights are gathered, from wherever an editor meets an event after the day."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import Button
from wagtail.models import AbstractPage

from ..models.kinds import EventKind, is_kind
from .userbar import UserbarLink

LABEL: Promise = gettext_lazy("Gather insights")


def gather_url(page_id: int, **query: Any) -> str:
    """Return the URL at which the insights of an event are gathered."""
    return reverse("lift_gather", args=[page_id], query=query or None)


def offers_gathering(page: AbstractPage, user: AbstractBaseUser, now: datetime) -> bool:
    """Return whether a page is an event that may have taken place, below which a user may add.

    It asks the database nothing, so that it can be asked for each row of a list. The form says more
    of an event that has not taken place, or has a pack.
    """
    if not is_kind(page, EventKind) or not page.live:
        return False
    first = vars(page).get("start_date", date.min)  # not loaded: it may have begun
    is_begun = first is not None and first <= timezone.localdate(now)
    return is_begun and page.permissions_for_user(user).can_add_subpage()


def gathering_header_button(
    page: AbstractPage, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """Yield the button in the header of an event's form."""
    if view_name == "edit":
        yield from gathering_row_button(page, user, next_url)


def gathering_row_button(
    page: AbstractPage, user: Any, next_url: str | None = None
) -> Iterator[Button]:
    """Yield the button in the menu of an event's row."""
    if offers_gathering(page, user, timezone.now()):
        query = {"next": next_url} if next_url else {}
        url = gather_url(page.pk, **query)
        yield Button(str(LABEL), url, icon_name="openquote", priority=59)


def offer_gathering_in_userbar(
    request: HttpRequest, items: list[Any], page: AbstractPage | None
) -> None:
    """Add it to the user bar of an event's page."""
    if page is not None and page.pk and offers_gathering(page, request.user, timezone.now()):
        items.append(UserbarLink(str(LABEL), gather_url(page.pk), "openquote"))
