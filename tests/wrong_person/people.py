"""Who asks: nobody, a visitor who is logged in, an editor of another programme, a token of each."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client
from wagtail.models import GroupPagePermission, Page

from tests.wrong_person.places import THEIRS

EDITS = ("add_page", "change_page", "publish_page")
OF_DATES = ("view_meeting", "change_meeting")


def _visitor() -> Any:
    return get_user_model().objects.create_user("visitor")


def _editor() -> Any:
    """Return an editor of the programme "Elsewhere" who also has the rights on dates."""
    group = Group.objects.create(name="Editors of Elsewhere")
    rights = Permission.objects.filter(codename__in=("access_admin", *OF_DATES))
    group.permissions.add(*rights)
    for right in Permission.objects.filter(
        content_type__app_label="wagtailcore", codename__in=EDITS
    ):
        page = Page.objects.get(slug=THEIRS)
        GroupPagePermission.objects.create(group=group, page=page, permission=right)
    user = get_user_model().objects.create_user("editor")
    user.groups.add(group)
    return user


def _session_of(user: Any) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(user)
    return client


def _token_of(user: Any | None) -> Client:
    token = "wagtail_none"
    if user is not None and settings.HAS_API_V3:
        from wagtail.models import APIToken

        _, token = APIToken.create_token(user=user, name="test")
    return Client(raise_request_exception=False, headers={"Authorization": f"Bearer {token}"})


PEOPLE: dict[str, Callable[[], Client]] = {
    "nobody": lambda: Client(raise_request_exception=False),
    "nobody with a token": lambda: _token_of(None),
    "a visitor": lambda: _session_of(_visitor()),
    "a visitor with a token": lambda: _token_of(_visitor()),
    "an editor of another programme": lambda: _session_of(_editor()),
    "an editor of another programme with a token": lambda: _token_of(_editor()),
}
