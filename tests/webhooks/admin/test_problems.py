"""Webhooks that do not work are told on the admin's home, to those who may see them."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission

from tests.factories import make_programme
from wagtail_lift.webhooks.admin.problems import broken_webhooks
from wagtail_lift.webhooks.enums import DeliveryState
from wagtail_lift.webhooks.models import Delivery, Endpoint

GIVEN_UP, DELIVERED, WAITING = (
    DeliveryState.GIVEN_UP,
    DeliveryState.DELIVERED,
    DeliveryState.WAITING,
)


@pytest.fixture
def endpoint(db):
    return Endpoint.objects.create(name="Front end", url="https://example.org/hook")


def deliver(endpoint, now, *states):
    """Leave deliveries behind, one after the other."""
    for number, (state, attempts) in enumerate(states):
        at = None if state == WAITING else now + timedelta(minutes=number)
        Delivery.objects.create(
            endpoint=endpoint, type="event.changed", state=state, attempts=attempts, finished_at=at
        )


@pytest.mark.parametrize(
    ("states", "is_broken"),
    [
        ([], False),
        ([(DELIVERED, 1)], False),
        ([(GIVEN_UP, 10)], True),
        ([(GIVEN_UP, 10), (DELIVERED, 1)], False),
        ([(DELIVERED, 1), (GIVEN_UP, 10)], True),
        ([(DELIVERED, 1), (WAITING, 2)], False),
        ([(DELIVERED, 1), (WAITING, 3)], True),
    ],
)
def test_webhook_is_broken_while_it_is_not_told(endpoint, superuser, now, states, is_broken):
    deliver(endpoint, now, *states)

    found = broken_webhooks(superuser, now)

    assert [problem.title for problem in found] == (["Front end"] if is_broken else [])


def test_webhook_that_is_not_active_is_no_problem(endpoint, superuser, now):
    deliver(endpoint, now, (GIVEN_UP, 10))
    Endpoint.objects.update(is_active=False)

    assert broken_webhooks(superuser, now) == []


@pytest.mark.parametrize(("right", "count"), [("view_endpoint", 1), ("view_delivery", 0)])
def test_problem_is_told_to_who_may_see_webhooks(client, endpoint, visitor, now, right, count):
    deliver(endpoint, now, (GIVEN_UP, 10))
    codenames = [right, "access_admin"]
    visitor.user_permissions.add(*Permission.objects.filter(codename__in=codenames))
    client.force_login(visitor)

    found = broken_webhooks(visitor, now)

    assert len(found) == count
    assert [client.get(problem.url).status_code for problem in found] == [200] * count


def test_problem_is_on_the_admins_home(admin_session, endpoint, home, now):
    make_programme(home)
    deliver(endpoint, now, (GIVEN_UP, 10))

    html = admin_session.get("/admin/").content.decode()

    assert f"/admin/lift/webhooks/inspect/{endpoint.pk}/" in html


def test_many_webhooks_cost_one_query(endpoint, superuser, now, django_assert_num_queries):
    for number in range(3):
        other = Endpoint.objects.create(name=f"{number}", url="https://example.org/hook")
        deliver(other, now, (GIVEN_UP, 10))

    with django_assert_num_queries(1):
        assert len(broken_webhooks(superuser, now)) == 3
