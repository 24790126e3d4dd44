"""Rights on dates and hosts: added, logged, and nothing taken away."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import ModelLogEntry

from tests.admin.conftest import grant
from wagtail_lift.access.group_rights import MissingRights
from wagtail_lift.actions.grant_rights import grant_rights


@pytest.fixture
def group(db):
    group = Group.objects.create(name="Publishers")
    grant(group, "view_meeting")
    return group


def codenames(group):
    return set(group.permissions.values_list("codename", flat=True))


def test_rights_are_added_and_logged(group, superuser):
    missing = MissingRights(group=group, dates=("change",), hosts=("add",), venues=("publish",))

    grant_rights(missing, user=superuser)

    assert codenames(group) == {
        "view_meeting",
        "change_meeting",
        "add_hostprofile",
        "publish_venue",
    }
    (entry,) = ModelLogEntry.objects.all()
    assert (entry.user, entry.data["granted"]) == (
        superuser,
        ["add_hostprofile", "change_meeting", "publish_venue"],
    )


def test_nothing_is_logged_where_nothing_was_missing(group):
    grant_rights(MissingRights(group=group, dates=(), hosts=(), venues=()), user=None)

    assert codenames(group) == {"view_meeting"}
    assert not ModelLogEntry.objects.exists()
