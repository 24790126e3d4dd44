"""Snippets that are added from wherever one is needed."""

import pytest
from wagtail.models import ModelLogEntry

from wagtail_lift.actions import add_snippet
from wagtail_lift.models import HostProfile

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("publish", "consent", "live"),
    [
        (True, {"is_listed": False}, True),
        (False, {"is_listed": False}, False),
        (True, {"is_listed": True}, False),  # nobody says who agreed
    ],
)
def test_snippet_goes_live_if_it_may_and_is_complete(superuser, publish, consent, live):
    host = add_snippet(HostProfile(name="Ada Bell", **consent), user=superuser, publish=publish)

    assert (host.live, host.has_unpublished_changes) == (live, not live)
    assert host.latest_revision.user == superuser
    assert ModelLogEntry.objects.for_instance(host).filter(action="wagtail.create").count() == 1
