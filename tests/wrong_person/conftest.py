"""A site full of what is private, a webhook and withdrawn links among it; and who asks."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.contrib.auth import get_user_model

from tests.conftest import built_once
from tests.hostile_content import build
from tests.indexing import indexing
from tests.site import make_home
from tests.wrong_person.people import PEOPLE
from tests.wrong_person.places import HOOK, SECRET, places_of_the_site
from wagtail_lift.actions import give_host_link, share_draft, stop_sharing, withdraw_host_links
from wagtail_lift.models import HostProfile
from wagtail_lift.pages.models import EventPage
from wagtail_lift.webhooks.models import Delivery, Endpoint, EndpointSecret

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    """The site, made once for a module; the values that addresses hold."""
    with built_once(django_db_blocker), indexing():
        with time_machine.travel(NOW, tick=False):
            owner = get_user_model().objects.create_superuser("owner")
            build(make_home(), owner, NOW)
            withdrawn = _share_and_withdraw(owner)
            _make_webhook()
            places = places_of_the_site(withdrawn, _give_a_link_and_withdraw(owner))
        yield places


def _share_and_withdraw(owner):
    page = EventPage.objects.get(slug="hostile-draft")
    token = share_draft(page, user=owner, now=NOW)
    stop_sharing(page, user=owner, now=NOW)
    return token


def _give_a_link_and_withdraw(owner):
    host = HostProfile.objects.get(slug="ada-bell")
    token, _end = give_host_link(host, user=owner, now=NOW)
    withdraw_host_links(host, user=owner, now=NOW)
    give_host_link(host, user=owner, now=NOW)  # one that works, and that no stranger has
    return token


def _make_webhook():
    endpoint = Endpoint.objects.create(name="HOSTILE webhook", url=HOOK)
    EndpointSecret.objects.create(endpoint=endpoint, secret=SECRET)
    Delivery.objects.create(endpoint=endpoint, type="webhook.test")


@pytest.fixture
def places(built, db):
    with time_machine.travel(NOW, tick=False):
        yield built


@pytest.fixture(params=PEOPLE)
def stranger(request, places):
    """A client of each person."""
    return PEOPLE[request.param]()
