"""Deleting what is restricted, by each way: it goes, and the tree stays sound."""

import json

import pytest
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from tests.factories import make_event, make_host, make_pack, make_programme
from wagtail_lift.models import EventOccurrence

SOUND = ([], [], [], [], [])


@pytest.fixture
def section(home):
    """A programme that holds a restricted one, in which there is a published event with a pack."""
    section = make_programme(home, "Section")
    hidden = make_programme(section, "Members")
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    event = make_event(hidden, hosts=[make_host()], topics=["Care"])
    make_pack(event)
    make_event(section, "For all")
    return section


def by_code(page, user):
    page.specific.delete()


def by_the_base_model(page, user):
    Page.objects.get(pk=page.pk).delete()


def by_query_set(page, user):
    Page.objects.filter(pk=page.pk).delete()


def in_the_admin(page, user):
    client = Client()
    client.force_login(user)
    answer = client.post(f"/admin/pages/{page.pk}/delete/")
    assert answer.status_code == 302


def in_bulk(page, user):
    client = Client()
    client.force_login(user)
    answer = client.post(f"/admin/bulk/wagtailcore/page/delete/?next=/admin/&id={page.pk}")
    assert answer.status_code == 302


def through_v3(page, user):
    pytest.importorskip("wagtail.api.v3")
    from wagtail.models import APIToken

    _, token = APIToken.create_token(user=user, name="test")
    headers = {"Authorization": f"Bearer {token}"}
    answer = Client().delete(f"/api/v3/pages/{page.pk}/", headers=headers)
    assert answer.status_code == 204, json.loads(answer.content)


WAYS = (by_code, by_the_base_model, by_query_set, in_the_admin, in_bulk, through_v3)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("title", ["Members", "Section"])
def test_restricted_programme_and_what_is_above_it_can_be_deleted(section, title, way, superuser):
    page = Page.objects.get(title=title)
    keys = set(page.get_descendants(inclusive=True).values_list("pk", flat=True))

    way(page, superuser)

    assert not Page.objects.filter(pk__in=keys).exists()
    assert not PageViewRestriction.objects.exists()
    assert Page.find_problems() == SOUND
    left = EventOccurrence.objects.values_list("title", flat=True)
    assert list(left) == (["For all"] if title == "Members" else [])


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("closed", ["event", "pack"])
def test_page_with_a_restriction_of_its_own_can_be_deleted(home, closed, way, superuser):
    event = make_event(make_programme(home))
    page = event if closed == "event" else make_pack(event)
    PageViewRestriction.objects.create(page=page, restriction_type="login")

    way(page, superuser)

    assert not Page.objects.filter(pk=page.pk).exists()
    assert Page.find_problems() == SOUND
    assert EventOccurrence.objects.count() == (0 if closed == "event" else 1)


def test_event_is_for_all_again_once_its_restriction_is_deleted(section):
    hidden = EventOccurrence.objects.filter(is_public=False).values_list("title", flat=True)
    was_hidden = list(hidden)

    PageViewRestriction.objects.all().delete()

    assert (was_hidden, list(hidden.all())) == (["Kindness at work"], [])
