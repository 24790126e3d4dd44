"""Copies and aliases go live at no address that the page above answers itself, by whatever way."""

import pytest
from django.apps import apps
from django.contrib.messages import get_messages
from django.urls import reverse

from tests.factories import make_event, make_programme
from wagtail_lift.exceptions import PublishingRefused
from wagtail_lift.pages.models import EventPage

HAS_V3 = apps.is_installed("wagtail.api.v3")
HIDDEN = "feed"
pytestmark = pytest.mark.django_db


@pytest.fixture
def event(home):
    event = make_event(make_programme(home))
    event.save_revision().publish()
    return EventPage.objects.get()


def code_copies(event, user, client):
    with pytest.raises(PublishingRefused):
        event.copy(update_attrs={"slug": HIDDEN}, keep_live=True)


def code_makes_an_alias(event, user, client):
    with pytest.raises(PublishingRefused):
        event.create_alias(update_slug=HIDDEN)


def _in_the_admin(event, client, **fields):
    sent = {"new_title": "Again", "new_slug": HIDDEN, "new_parent_page": event.get_parent().pk}
    answer = client.post(reverse("wagtailadmin_pages:copy", args=[event.pk]), {**sent, **fields})
    assert answer.status_code == 302
    assert "was not published" in " ".join(map(str, get_messages(answer.wsgi_request)))


def somebody_copies(event, user, client):
    _in_the_admin(event, client, publish_copies="on")


def somebody_makes_an_alias(event, user, client):
    _in_the_admin(event, client, alias="on")


def _through_v3(event, user, action, **body):
    from tests.api.v3.conftest import V3Client

    path = f"pages/{event.pk}/actions/{action}/"
    status, answer = V3Client(user)("post", path, {"slug": HIDDEN, **body})
    assert (status, answer["errors"][0]["loc"]) == (422, ["slug"])


def v3_copies(event, user, client):
    _through_v3(event, user, "copy", keep_live=True)


def v3_makes_an_alias(event, user, client):
    _through_v3(event, user, "create_alias")


WAYS = [code_copies, code_makes_an_alias, somebody_copies, somebody_makes_an_alias]
WAYS += [v3_copies, v3_makes_an_alias] if HAS_V3 else []


@pytest.mark.parametrize("way", WAYS)
def test_nothing_goes_live_at_a_hidden_address(event, superuser, admin_session, way):
    way(event, superuser, admin_session)

    assert not EventPage.objects.filter(slug=HIDDEN).exists()


def test_copy_that_goes_live_elsewhere_is_as_it_was(event):
    copy = event.copy(update_attrs={"slug": "again"}, keep_live=True)

    assert (copy.live, copy.slug) == (True, "again")
