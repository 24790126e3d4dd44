"""Whatever is typed about a webhook is refused in words, or stored and shown as text."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from tests.http.odd import HALF, LONG, NUL
from wagtail_lift.webhooks.models import Delivery, Endpoint

pytestmark = pytest.mark.django_db

SCRIPT = "<script>alert(1)</script>"
FORM = {"name": "Front end", "url": "https://front.example/hook", "is_active": "on"}
SHOWN = ("lift_webhooks:inspect", "lift_webhooks:edit", "lift_webhooks:delete")
SHOWN += ("lift_webhooks:history", "lift_webhooks:usage")


def add(session, **values):
    return session.post(reverse("lift_webhooks:add"), {**FORM, **values})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("name", f"a{NUL}b"),
        ("name", "x" * 101),
        ("name", ""),
        ("url", f"https://front.example/{NUL}"),
        ("url", f"https://front.example/{LONG}"),
        ("url", "javascript:alert(1)"),
        ("url", "https://javascript:alert(1)/"),
        ("url", "data:text/html,x"),
        ("url", "//front.example/"),
        ("url", SCRIPT),
        ("url", "\u202ehttps://front.example/"),
        ("types", "event.exploded"),
        ("types", SCRIPT),
    ],
)
def test_what_no_webhook_can_be_is_refused_at_its_field(admin_session, name, value):
    response = add(admin_session, **{name: value})

    assert list(response.context["form"].errors) == [name]
    assert Endpoint.objects.count() == 0
    assert SCRIPT not in response.text


@pytest.mark.parametrize("name", [SCRIPT, "\"'`\\", "\u202eeman\u2066", "a\x0bb\x1fc", "a;b--"])
def test_name_is_shown_as_text_wherever_it_stands(admin_session, name):
    add(admin_session, name=name)
    webhook = Endpoint.objects.get()
    delivery = Delivery.objects.create(endpoint=webhook, type="webhook.test")
    pages = [reverse(page, args=[webhook.pk]) for page in SHOWN]
    pages += [reverse("lift_webhooks:index"), reverse("lift_deliveries:index")]
    pages += [reverse("lift_deliveries:inspect", args=[delivery.pk])]
    pages += [reverse("wagtailadmin_reports:site_history")]

    answers = [admin_session.get(page) for page in pages]
    secret = admin_session.post(reverse("lift_webhook_secret", args=[webhook.pk]))

    assert webhook.name == name.strip()
    assert [answer.status_code for answer in (*answers, secret)] == [200] * (len(pages) + 1)
    assert [answer for answer in (*answers, secret) if SCRIPT in answer.text] == []
    assert ModelLogEntry.objects.filter(label=webhook.name).exists()


@pytest.mark.parametrize("odd", [NUL, HALF, LONG, SCRIPT, "\u202e", "javascript:alert(1)", "'"])
@pytest.mark.parametrize("page", ["lift_webhooks:index", "lift_deliveries:index"])
def test_lists_take_or_refuse_any_parameter(admin_session, page, odd):
    for name in ("q", "ordering", "p", "is_active", "endpoint", "state", "type", "export"):
        value = odd.encode("utf-8", "surrogatepass")

        response = admin_session.get(reverse(page), {name: value})

        assert response.status_code in (200, 302, 400, 404)
        assert SCRIPT not in response.getvalue().decode()
