"""Each message arrives, signed, once, and in order; or it is tried again until it is given up."""

import json
from datetime import timedelta

import pytest
import time_machine
from standardwebhooks import Webhook, WebhookVerificationError

from tests.factories import meeting_of
from wagtail_lift.actions import cancel_meeting, reinstate_meeting
from wagtail_lift.webhooks.actions import (
    give_first_secret,
    reveal_secret,
    rotate_secret,
    send_again,
    send_test,
)
from wagtail_lift.webhooks.delivery.tasks import deliver_for_a_while
from wagtail_lift.webhooks.domain.attempts import WAITS
from wagtail_lift.webhooks.enums import ChangeType, DeliveryState, Fault
from wagtail_lift.webhooks.models import Delivery, Endpoint, EndpointSecret

pytestmark = pytest.mark.django_db


@pytest.fixture
def change(world, endpoint, committed):
    """What an endpoint is told when an event is published."""
    return committed(lambda: world.save_revision().publish())[0]


def test_message_is_the_entry_and_is_signed(change, endpoint, receiver, now):
    deliver_for_a_while(now)

    _path, headers, body = receiver.received[0]
    secret = endpoint.secrets.get().secret
    values = change.values()
    assert Webhook(secret).verify(body, headers) == {
        "type": values.pop("type"),
        "timestamp": values.pop("timestamp"),
        "data": values,
    }
    assert headers["webhook-id"] == f"msg_{change.uid.hex}"
    assert headers["webhook-timestamp"] == str(int(now.timestamp()))
    assert headers["content-type"] == "application/json"
    with pytest.raises(WebhookVerificationError):
        Webhook(secret).verify(body.replace(b"talk", b"walk"), headers)


def test_every_change_arrives_once(change, endpoint, receiver, now):
    deliver_for_a_while(now)
    deliver_for_a_while(now)

    assert [json.loads(body)["type"] for _p, _h, body in receiver.received] == [
        "event.changed",
        "event.changed",
        "pack.changed",
    ]
    assert set(Delivery.objects.values_list("state", "attempts", "status_code")) == {
        (DeliveryState.DELIVERED, 1, 204)
    }


def test_endpoint_is_told_only_what_it_wants(world, endpoint, receiver, committed, now):
    endpoint.types = [ChangeType.PACK_CHANGED]
    endpoint.save()
    off = Endpoint.objects.create(name="Off", url=receiver.url, is_active=False)

    committed(lambda: world.save_revision().publish())
    deliver_for_a_while(now)

    assert [json.loads(body)["type"] for _p, _h, body in receiver.received] == ["pack.changed"]
    assert off.deliveries.count() == 0


def test_failed_attempts_are_repeated_later_and_then_given_up(change, endpoint, receiver, now):
    receiver.statuses = [500]
    keys = Delivery.objects.filter(change=change)
    tries, moment = [], now
    with time_machine.travel(now, tick=False) as clock:
        for wait in [*WAITS, timedelta(days=2)]:
            deliver_for_a_while(moment)
            tries.append(keys.get().attempts)
            clock.move_to(moment + wait - timedelta(seconds=1))
            deliver_for_a_while(moment + wait - timedelta(seconds=1))
            assert keys.get().attempts == tries[-1]
            moment += wait
            clock.move_to(moment)

    delivery = keys.get()
    assert tries == list(range(1, 11))
    assert (delivery.state, delivery.status_code, delivery.fault) == ("given_up", 500, "status")
    assert len({i for i in receiver.ids if i == delivery.message_id}) == 1
    assert receiver.ids.count(delivery.message_id) == 10


def test_later_change_of_a_page_waits_for_the_earlier_one(
    world, endpoint, receiver, committed, now
):
    receiver.statuses = [503, 503, 503, 204]
    committed(lambda: cancel_meeting(meeting_of(world), user=None))
    committed(lambda: reinstate_meeting(meeting_of(world), user=None))
    with time_machine.travel(now, tick=False) as clock:
        deliver_for_a_while(now)
        first = list(receiver.ids)
        clock.shift(timedelta(seconds=6))
        deliver_for_a_while(now + timedelta(seconds=6))

    in_order = list(Delivery.objects.order_by("pk"))
    assert first == [delivery.message_id for delivery in in_order[:3]]
    of_talk = [d.message_id for d in in_order if d.subject == f"page:{world.pk}"]
    assert [i for i in receiver.ids[3:] if i in of_talk] == of_talk


def test_redirect_and_private_address_are_faults(change, endpoint, receiver, settings, now):
    receiver.statuses = [307]
    deliver_for_a_while(now)
    settings.WAGTAIL_LIFT_WEBHOOKS_TO_PRIVATE_ADDRESSES = False
    Endpoint.objects.update(url=receiver.url.replace("http:", "https:"))
    Delivery.objects.update(due_at=now)
    deliver_for_a_while(now)

    assert set(Delivery.objects.values_list("fault", "state")) == {("private_address", "waiting")}
    assert len(receiver.received) == 3


def test_endpoint_that_is_silent_does_not_hold_up_the_others(change, endpoint, receiver, now):
    Endpoint.objects.update(url="http://nowhere.invalid/")
    other = Endpoint.objects.create(name="Other", url=receiver.url)
    give_first_secret(other)
    send_test(other, now=now)

    deliver_for_a_while(now)

    assert list(Delivery.objects.order_by("pk").values_list("fault", "attempts")) == [
        ("name", 1),
        ("", 0),
        ("", 0),
        ("", 1),
    ]
    assert len(receiver.received) == 1


def test_endpoint_that_is_gone_is_switched_off(change, endpoint, receiver, now):
    receiver.statuses = [410]

    deliver_for_a_while(now)

    endpoint.refresh_from_db()
    assert endpoint.is_active is False
    assert len(receiver.received) == 1
    assert Delivery.objects.get(state=DeliveryState.GIVEN_UP).fault == Fault.GONE


def test_claim_of_a_killed_worker_expires(change, endpoint, receiver, now):
    claimed = {"claim": change.uid, "claimed_until": now + timedelta(minutes=2)}
    Delivery.objects.update(**claimed)
    with time_machine.travel(now, tick=False) as clock:
        deliver_for_a_while(now)
        assert receiver.received == []
        clock.shift(timedelta(minutes=2))
        deliver_for_a_while(now + timedelta(minutes=2))

    assert len(receiver.received) == 3


def test_rotated_secrets_overlap(change, endpoint, receiver, superuser, now):
    old = reveal_secret(endpoint, now=now)
    rotate_secret(endpoint, user=superuser, now=now)
    new = reveal_secret(endpoint, now=now)
    deliver_for_a_while(now)
    _path, headers, body = receiver.received[0]

    assert old != new
    assert Webhook(old).verify(body, headers) == Webhook(new).verify(body, headers)
    assert endpoint.secrets_at(now + timedelta(hours=24)) == [new]
    rotate_secret(endpoint, user=superuser, now=now)
    assert EndpointSecret.objects.count() == 2


def test_secret_is_shown_once(endpoint, now):
    assert reveal_secret(endpoint, now=now).startswith("whsec_")
    assert reveal_secret(endpoint, now=now) is None


def test_test_message_and_redelivery(change, endpoint, receiver, now):
    send_test(endpoint, now=now)
    deliver_for_a_while(now)
    delivery = Delivery.objects.get(change=change)

    assert send_again(delivery, now=now) is True
    deliver_for_a_while(now)

    bodies = [json.loads(body) for _p, _h, body in receiver.received]
    assert bodies[3] == {"type": "webhook.test", "timestamp": "2026-11-23T12:00:00Z", "data": {}}
    assert receiver.ids.count(delivery.message_id) == 2
    assert bodies[4] == bodies[0]


def test_no_secret_is_logged(change, endpoint, receiver, now, caplog):
    receiver.statuses = [500]
    with caplog.at_level("DEBUG"):
        deliver_for_a_while(now)

    told = "".join(f"{record.getMessage()} {vars(record)}" for record in caplog.records)
    assert "webhook_attempted" in told
    assert endpoint.secrets.get().secret.removeprefix("whsec_") not in told
    assert receiver.url not in told
