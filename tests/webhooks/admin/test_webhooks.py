"""Webhooks in the admin: made, tested, rotated and followed by those who may."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from wagtail_lift.webhooks.enums import ChangeType, DeliveryState
from wagtail_lift.webhooks.models import Delivery, Endpoint, EndpointSecret

pytestmark = pytest.mark.django_db


def add(session, **values):
    form = {"name": "Front end", "url": "https://front.example/hook", "is_active": "on", **values}
    return session.post(reverse("lift_webhooks:add"), form)


@pytest.fixture
def webhook(admin_session):
    add(admin_session)
    return Endpoint.objects.get()


def test_webhook_is_made_with_a_secret(admin_session):
    response = add(admin_session, types=["event.changed", "event.removed"])

    webhook = Endpoint.objects.get()
    assert response.url == reverse("lift_webhooks:inspect", args=[webhook.pk])
    assert webhook.types == [ChangeType.EVENT_CHANGED, ChangeType.EVENT_REMOVED]
    assert webhook.secrets.count() == 1


@pytest.mark.parametrize(
    "url", ["front.example", "ftp://front.example/", "https://a:b@front.example/"]
)
def test_address_that_gets_nothing_is_refused(admin_session, url):
    response = add(admin_session, url=url)

    assert Endpoint.objects.count() == 0
    assert "url" in response.context["form"].errors


def test_secret_is_on_one_page_once(admin_session, webhook):
    secret = webhook.secrets.get().secret
    pages = [
        reverse("lift_webhooks:index"),
        reverse("lift_webhooks:edit", args=[webhook.pk]),
        reverse("lift_webhooks:inspect", args=[webhook.pk]),
        reverse("lift_webhooks:history", args=[webhook.pk]),
        reverse("lift_webhooks:usage", args=[webhook.pk]),
    ]
    for page in pages:
        assert secret.removeprefix("whsec_") not in admin_session.get(page).content.decode()

    first = admin_session.post(reverse("lift_webhook_secret", args=[webhook.pk]))
    second = admin_session.post(reverse("lift_webhook_secret", args=[webhook.pk]))

    assert secret in first.content.decode()
    assert "no-store" in first["Cache-Control"]
    assert second.url == reverse("lift_webhooks:inspect", args=[webhook.pk])
    assert "shown already" in admin_session.get(second.url).content.decode()


def test_rotation_is_logged_without_the_secret(admin_session, webhook):
    admin_session.post(reverse("lift_webhook_rotate", args=[webhook.pk]))

    assert webhook.secrets.count() == 2
    entry = ModelLogEntry.objects.get(action="wagtail_lift.rotate_webhook_secret")
    assert (entry.label, entry.data) == ("Front end", {})
    page = admin_session.get(reverse("lift_webhooks:history", args=[webhook.pk]))
    assert "Made a new secret" in page.content.decode()


def test_test_message_is_queued_and_shown(admin_session, webhook):
    response = admin_session.post(reverse("lift_webhook_test", args=[webhook.pk]))

    delivery = Delivery.objects.get()
    assert (delivery.type, delivery.state) == ("webhook.test", DeliveryState.WAITING)
    assert "webhook.test" in admin_session.get(response.url).content.decode()
    page = admin_session.get(reverse("lift_webhooks:inspect", args=[webhook.pk]))
    assert "webhook.test" in page.content.decode()


def test_delivery_is_sent_again(admin_session, webhook):
    delivery = Delivery.objects.create(
        endpoint=webhook, type="webhook.test", state="given_up", attempts=10, status_code=500
    )

    admin_session.post(reverse("lift_delivery_again", args=[delivery.pk]))

    delivery.refresh_from_db()
    assert (delivery.state, delivery.attempts) == (DeliveryState.WAITING, 0)


def test_deliveries_are_only_read(admin_session, webhook):
    Delivery.objects.create(endpoint=webhook, type="webhook.test")

    page = admin_session.get(reverse("lift_deliveries:index")).content.decode()

    assert "webhook.test" in page
    for name in ("add", "edit", "delete"):
        assert f"/lift/deliveries/{name}/" not in page
    assert admin_session.get("/admin/lift/deliveries/new/").status_code == 404


def address_of(name, webhook, delivery):
    return reverse(name, args=[(delivery if "deliver" in name else webhook).pk])


READ = ("lift_webhooks:inspect", "lift_webhooks:edit", "lift_webhooks:delete")
READ += ("lift_deliveries:inspect",)
WRITE = ("lift_webhook_secret", "lift_webhook_rotate", "lift_webhook_test", "lift_delivery_again")


@pytest.fixture
def editor(visitor):
    """Somebody who may use the admin, but has no permission on webhooks."""
    group = Group.objects.create(name="Some")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    visitor.groups.add(group)
    client = Client()
    client.force_login(visitor)
    return client


def test_nobody_else_sees_or_does_any_of_it(webhook, editor):
    delivery = Delivery.objects.create(endpoint=webhook, type="webhook.test")
    before = list(EndpointSecret.objects.values())

    for name in READ:
        assert editor.get(address_of(name, webhook, delivery)).status_code == 302
    for name in ("lift_webhooks:index", "lift_webhooks:add", "lift_deliveries:index"):
        assert editor.get(reverse(name)).status_code == 302
    for name in WRITE:
        assert editor.post(address_of(name, webhook, delivery)).status_code == 302

    assert list(EndpointSecret.objects.values()) == before
    assert Delivery.objects.count() == 1
    assert "lift/webhooks" not in editor.get("/admin/").content.decode()


def test_who_may_only_look_changes_nothing(webhook, editor, visitor):
    view = Permission.objects.filter(codename__in=["view_endpoint", "view_delivery"])
    visitor.groups.get().permissions.add(*view)
    delivery = Delivery.objects.create(endpoint=webhook, type="webhook.test")

    page = editor.get(address_of("lift_webhooks:inspect", webhook, delivery)).content.decode()

    assert "webhook.test" in page
    assert "Show the secret" not in page
    for name in WRITE:
        assert editor.post(address_of(name, webhook, delivery)).status_code == 302
    assert Delivery.objects.count() == 1


def test_buttons_answer_posts_only(admin_session, webhook):
    delivery = Delivery.objects.create(endpoint=webhook, type="webhook.test")

    for name in WRITE:
        assert admin_session.get(address_of(name, webhook, delivery)).status_code == 405


def test_permissions_are_offered_to_groups(admin_session):
    page = admin_session.get(reverse("wagtailusers_groups:add")).content.decode()

    assert "webhook" in page
    assert "secret of a webhook" not in page.lower()
