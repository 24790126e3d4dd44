"""Nothing private is in the log, in a message or in the log of deliveries."""

import json
import re

import pytest
import time_machine
from django.test import Client

from tests.hostile_content import NEVER, build, leaks
from wagtail_lift.webhooks.actions import give_first_secret
from wagtail_lift.webhooks.log import settle_all, touch_what_was_missed
from wagtail_lift.webhooks.models import Change, Delivery, Endpoint

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(home, superuser, now):
    """The log of a site full of what is private, and what an endpoint is told of it."""
    with time_machine.travel(now, tick=False):
        give_first_secret(Endpoint.objects.create(name="All", url="https://front.example/"))
        build(home, superuser, now)
        touch_what_was_missed()
        settle_all(now)
        yield


def test_log_and_messages_hold_nothing_private(told):
    entries = [json.dumps(change.values()) for change in Change.objects.all()]
    messages = [json.dumps(delivery.message()) for delivery in Delivery.objects.all()]

    assert len(entries) == len(messages) > 5
    assert [text for text in [*entries, *messages] if leaks(text, words=NEVER)] == []


def test_names_of_rows_hold_nothing_private(told):
    rows = [*Change.objects.all(), *Delivery.objects.all(), *Endpoint.objects.all()]

    assert [str(row) for row in rows if leaks(str(row), words=NEVER)] == []


ON_PAPER = re.compile("/(guide|cards|pdf)/")


def test_log_names_nothing_but_what_a_stranger_reads(told):
    client = Client()
    found = {}
    for change in Change.objects.filter(is_removal=False):
        kind = "hosts" if change.identity["kind"] == "host" else "pages"
        found[str(change)] = client.get(f"/api/v2/{kind}/{change.identity['id']}/").status_code
        for address in change.rebuild:
            path = address.removeprefix("http://testserver")
            status = client.get(path).status_code
            if not (status == 404 and ON_PAPER.search(path)):  # of a pack that is not open yet
                found[path] = status

    assert set(found.values()) == {200}, found
