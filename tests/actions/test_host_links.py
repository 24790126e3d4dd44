"""Links by which hosts edit their own profile: who gives and withdraws them."""

import pytest
from django.core.exceptions import PermissionDenied
from wagtail.models import ModelLogEntry

from tests.factories import make_host
from wagtail_lift.actions import give_host_link, withdraw_host_links
from wagtail_lift.models import HostLink

WITHDRAWN = "wagtail_lift.withdraw_host_links"


@pytest.fixture
def ada(locale):
    return make_host("Ada Bell")


@pytest.mark.parametrize("act", [give_host_link, withdraw_host_links])
def test_who_may_not_change_hosts_is_refused(ada, visitor, now, act):
    with pytest.raises(PermissionDenied):
        act(ada, user=visitor, now=now)

    assert not HostLink.objects.exists()


def test_withdrawing_is_logged_where_there_was_a_link(ada, superuser, now):
    assert withdraw_host_links(ada, user=superuser, now=now) == 0
    assert not ModelLogEntry.objects.filter(action=WITHDRAWN).exists()
    give_host_link(ada, user=superuser, now=now)

    assert withdraw_host_links(ada, user=superuser, now=now) == 1
    assert ModelLogEntry.objects.get(action=WITHDRAWN).data == {"count": 1}
