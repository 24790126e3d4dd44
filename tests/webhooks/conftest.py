"""A programme with an event in two places, a pack and hosts; and what the log says of changes."""

from datetime import timedelta

import pytest
import time_machine

from tests.factories import make_event, make_host, make_pack, make_programme, when
from tests.webhooks.receivers import receiving
from wagtail_lift.webhooks.actions import give_first_secret
from wagtail_lift.webhooks.models import Change, Endpoint


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Return a function that does something, commits it, and gives the new entries."""

    def run(act):
        before = Change.objects.order_by("number").last()
        with django_capture_on_commit_callbacks(execute=True):
            act()
        return list(Change.objects.filter(number__gt=before.number if before else 0))

    return run


@pytest.fixture
def world(home, now, committed):
    """An event in a programme, shown again elsewhere, with a pack; and another event beside it."""

    def build():
        town, far = make_programme(home, "Town"), make_programme(home, "Far")
        talk = make_event(
            town,
            "Talk",
            hosts=[make_host("Ada Bell")],
            topics=["Kindness"],
            **when(now + timedelta(days=2)),
        )
        other = when(now + timedelta(days=90))
        make_event(town, "Other", hosts=[make_host("Ben Cole")], topics=["Patience"], **other)
        talk.create_alias(parent=far, update_slug="talk-again")
        make_pack(talk, "Learnt")
        built.append(talk)

    built = []
    with time_machine.travel(now, tick=False):
        committed(build)
        yield built[0]


@pytest.fixture
def receiver(settings):
    """A receiver on this machine, to which the site may send."""
    settings.WAGTAIL_LIFT_WEBHOOKS_TO_PRIVATE_ADDRESSES = True
    with receiving() as found:
        yield found


@pytest.fixture
def endpoint(receiver, db):
    """An endpoint that is told everything."""
    found = Endpoint.objects.create(name="Front end", url=receiver.url)
    give_first_secret(found)
    return found
