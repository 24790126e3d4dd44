"""What a host changes by a link: the cases that the page itself does not offer."""

import pytest

from tests.factories import make_host
from wagtail_lift.actions import give_host_link
from wagtail_lift.actions.edit_own_profile import (
    Outcome,
    edit_own_profile,
    version_of,
    withdraw_own_consent,
)
from wagtail_lift.models import HostLink, HostProfile


@pytest.fixture
def ada(locale):
    host = make_host("Ada Bell")
    host.save_revision().publish()
    return HostProfile.objects.get(pk=host.pk)


@pytest.fixture
def link(ada, superuser, now):
    give_host_link(ada, user=superuser, now=now)
    return HostLink.objects.get()


def test_consent_that_is_gone_is_not_taken_back_again(link, ada):
    assert withdraw_own_consent(link)

    assert not withdraw_own_consent(link)
    ada.refresh_from_db()
    assert (ada.is_listed, ada.consent_version) == (False, 1)


def test_change_that_cannot_be_published_waits_as_a_draft(link, ada, now, settings):
    settings.WAGTAIL_LIFT_HOSTS_MODERATED = False

    done = edit_own_profile(link, {"website": "nowhere"}, seen=version_of(ada), now=now)

    ada.refresh_from_db()
    assert (done, ada.website) == (Outcome.SENT, "")
    assert ada.get_latest_revision_as_object().website == "nowhere"
