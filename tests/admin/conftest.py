"""Two programmes, and the accounts of those who look after them."""

from dataclasses import dataclass
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission

from tests.factories import make_event, make_programme, meeting_of
from wagtail_lift.models import Meeting

PAGE_WORDS = {"add": "add_page", "change": "change_page", "publish": "publish_page"}


@pytest.fixture
def programme(home):
    """A programme."""
    return make_programme(home)


@pytest.fixture
def event(programme):
    """A published event of the programme."""
    return make_event(programme)


@pytest.fixture
def meeting(event) -> Meeting:
    """The event's date."""
    return meeting_of(event)


@pytest.fixture
def other_programme(home):
    """A programme that others look after."""
    return make_programme(home, "Walks", slug="walks")


@pytest.fixture
def other_event(other_programme):
    """A published event of the other programme."""
    return make_event(other_programme, "A walk by the sea")


def grant(group: Group, *codenames: str) -> None:
    """Give a group permissions by their codenames."""
    group.permissions.add(*Permission.objects.filter(codename__in=codenames))


def grant_pages(group: Group, page: Any, *actions: str) -> None:
    """Give a group permissions on a page and what is below it."""
    for action in actions:
        permission = Permission.objects.get(
            content_type__app_label="wagtailcore", codename=PAGE_WORDS[action]
        )
        GroupPagePermission.objects.create(group=group, page=page, permission=permission)


@dataclass
class Team:
    """A group with one account."""

    group: Group
    user: Any


def make_team(name: str, page: Any, *actions: str, dates: tuple[str, ...] = ()) -> Team:
    """Make a group that may log in, do ``actions`` below ``page`` and has permissions on dates."""
    group = Group.objects.create(name=f"Team of {name}")
    grant(group, "access_admin", *(f"{word}_meeting" for word in dates))
    if page is not None:
        grant_pages(group, page, *actions)
    user = get_user_model().objects.create_user(name, f"{name}@example.org", "pass")
    user.groups.add(group)
    return Team(group, user)


@pytest.fixture
def log_in(client):
    """Return a function that logs an account in and gives its client."""

    def log_in(user: Any) -> Any:
        client.force_login(user)
        return client

    return log_in
