"""Where an event or a pack is added: nothing is to be chosen where there is one place."""

from datetime import timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission

from tests.factories import make_event, make_pack, make_programme, meeting_of, when
from wagtail_lift.actions import cancel_meeting

EVENT = "/admin/lift/add/wagtail_lift_pages/eventpage/"
PACK = "/admin/lift/add/wagtail_lift_pages/insightspack/"


@pytest.fixture(autouse=True)
def today(now):
    with time_machine.travel(now, tick=False):
        yield


def form_of(kind, page):
    return reverse("wagtailadmin_pages:add", args=["wagtail_lift_pages", kind, page.pk])


def offered_by(response):
    """Return the links in the content, by their words."""
    html = BeautifulSoup(response.content, "html.parser").select("main a")
    return {
        link.text.strip(): link["href"] for link in html if link["href"].startswith("/admin/pages")
    }


@pytest.fixture
def past(programme, now):
    return [
        make_event(programme, name, slug=name.lower(), **when(now - timedelta(days=days)))
        for name, days in (("Older", 9), ("Newer", 2))
    ]


@pytest.fixture
def editor_of(client, visitor):
    """Return a function that logs somebody in who may add pages below one page."""

    def log_in(page):
        group = Group.objects.create(name="Who may add")
        group.permissions.add(Permission.objects.get(codename="access_admin"))
        permission = Permission.objects.get(
            content_type__app_label="wagtailcore", codename="add_page"
        )
        GroupPagePermission.objects.create(group=group, page=page, permission=permission)
        visitor.groups.add(group)
        client.force_login(visitor)
        return client

    return log_in


def test_event_is_added_at_once_where_there_is_one_programme(admin_session, programme):
    assert admin_session.get(EVENT).url == form_of("eventpage", programme)


def test_programmes_are_offered_where_there_are_several(admin_session, home, programme):
    other = make_programme(home, "Walks", slug="walks")

    assert offered_by(admin_session.get(EVENT)) == {
        "Conversations": form_of("eventpage", programme),
        "Walks": form_of("eventpage", other),
    }


def test_only_programmes_that_one_may_add_to_are_offered(home, programme, editor_of):
    other = make_programme(home, "Walks", slug="walks")

    assert editor_of(other).get(EVENT).url == form_of("eventpage", other)


def test_site_without_a_programme_is_told_so(admin_session, home):
    assert "no programme yet" in admin_session.get(EVENT).text


def test_pack_is_about_an_event_that_has_taken_place(admin_session, programme, past, now):
    make_event(programme, "To come", slug="to-come", **when(now + timedelta(days=2)))
    cancelled = make_event(programme, "Off", slug="off", **when(now + timedelta(days=1)))
    cancel_meeting(meeting_of(cancelled), user=None)

    with time_machine.travel(now + timedelta(days=1, hours=3), tick=False):
        offered = offered_by(admin_session.get(PACK))

    assert [*offered] == ["Newer", "Older", "Conversations", "Add it somewhere else"]
    assert offered["Newer"] == form_of("insightspack", past[1])


def test_event_that_has_a_pack_is_not_offered_again(admin_session, past):
    make_pack(past[0], "Learnt", slug="learnt")

    offered = offered_by(admin_session.get(PACK))

    assert [*offered] == ["Newer", "Conversations", "Add it somewhere else"]


def test_guide_without_an_event_is_added_to_a_programme(admin_session, home, programme, editor_of):
    other = make_programme(home, "Walks", slug="walks")

    response = admin_session.get(PACK)

    assert "A guide without an event" in response.text
    assert offered_by(response)["Walks"] == form_of("insightspack", other)
    assert [*offered_by(editor_of(other).get(PACK))] == ["Walks", "Add it somewhere else"]


def test_lists_and_menu_lead_there(admin_session, programme):
    html = BeautifulSoup(admin_session.get("/admin/lift/packs/").content, "html.parser").decode()

    assert EVENT in html
    assert html.count(PACK) >= 2


def test_who_may_add_nothing_is_led_nowhere(client, visitor, programme):
    visitor.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(visitor)

    assert offered_by(client.get(EVENT)) == {}
    assert EVENT not in client.get("/admin/").text


@pytest.mark.parametrize("name", ["wagtail_lift_pages/eventindexpage", "wagtailcore/page", "x/y"])
def test_other_pages_are_not_added_here(admin_session, name):
    assert admin_session.get(f"/admin/lift/add/{name}/").status_code == 404
