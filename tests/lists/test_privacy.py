"""What is not for everybody shows in no list, and does show to those who may see it."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import Group
from wagtail.models import PageViewRestriction

from tests.conftest import searches_at_once
from tests.factories import make_event, make_host, make_pack, make_programme, when
from tests.testapp.models import Gathering

LISTS = (
    "",
    "?each=date",
    "?when=past",
    "?tag=secret-topic",
    "?tag=secret-topic&from=2030-01-01",
    "?audience=secret-audience",
    "?status=drop_in,insights_open",
    "?mode=in_person&access=captions",
    "calendar/",
    "calendar/2026/11/?tag=secret-topic",
    "insights/",
    "hosts/secret-host/",
)
"""Every list of a programme; in some the secret event is, in some its past one."""


@pytest.fixture
def programme(home, now):
    """A programme with two events that are restricted in the way a test says."""
    programme = make_programme(home)
    fields = {"topics": ["Secret topic"], "audiences": ["Secret audience"], "captions": True}
    host = make_host("Secret host")
    for title, days in (("Secret to come", 1), ("Secret and past", -2)):
        event = make_event(
            programme, title, hosts=[host], **fields, **when(now + timedelta(days=days))
        )
    make_pack(event, "Secret learnt")
    secret = Gathering(title="Secret gathering", **when(now + timedelta(days=2)))
    programme.add_child(instance=secret)
    make_event(programme, "For all", topics=["Open"], **when(now + timedelta(days=3)))
    with time_machine.travel(now, tick=False):
        yield programme


def restrict(programme, kind, user):
    group = Group.objects.create(name="Members")
    user.groups.add(group)
    for page in programme.get_children().exclude(title="For all"):
        restriction = PageViewRestriction.objects.create(
            page=page, restriction_type=kind, password="open sesame"
        )
        restriction.groups.set([group] if kind == "groups" else [])


@pytest.mark.parametrize("kind", ["login", "password", "groups"])
def test_restricted_events_show_in_no_list_to_strangers_and_in_each_to_those_who_may(
    kind, programme, client, visitor
):
    restrict(programme, kind, visitor)

    seen_by_stranger = _lists_with_secrets(client, programme)
    _let_in(client, kind, visitor)
    seen_by_member = _lists_with_secrets(client, programme)

    own_page = {"hosts/secret-host/"}  # a host who may be listed has a page whatever they hold
    assert set(seen_by_stranger) - own_page == set()
    assert "gathering" not in str(seen_by_stranger).lower()
    assert seen_by_member.keys() >= set(LISTS) - {"insights/"}


def _lists_with_secrets(client, programme):
    found = {}
    for query in LISTS:
        response = client.get(f"{programme.url}{query}")
        assert response.status_code == 200
        page = response.text.replace(response.wsgi_request.get_full_path(), "")
        if "?tag" in query or query.startswith("?audience"):
            page = page.replace("secret-topic", "").replace("secret-audience", "")
        if "secret" in page.lower():
            found[query] = page
    return found


def _let_in(client, kind, user):
    if kind == "password":
        session = client.session
        session["passed_page_view_restrictions"] = list(
            PageViewRestriction.objects.values_list("pk", flat=True)
        )
        session.save()
    else:
        client.force_login(user)


def test_member_of_another_group_sees_no_more_than_a_stranger(
    programme, client, visitor, django_user_model
):
    restrict(programme, "groups", visitor)
    client.force_login(django_user_model.objects.create_user("other"))

    assert set(_lists_with_secrets(client, programme)) <= {"hosts/secret-host/"}


@pytest.mark.usefixtures("indexed")
@searches_at_once
def test_search_finds_restricted_events_for_those_who_may_see_them(programme, client, visitor):
    restrict(programme, "login", visitor)
    stranger = client.get(f"{programme.url}?q=secret").context_data["listing"]
    client.force_login(visitor)
    member = client.get(f"{programme.url}?q=secret").context_data["listing"]

    assert stranger.is_empty
    assert [card.title for card in member.upcoming.items] == ["Secret to come", "Secret gathering"]
    assert [card.title for card in member.past.items] == ["Secret and past"]


def test_choices_of_the_filters_are_those_of_events_the_reader_may_see(programme, client, visitor):
    restrict(programme, "login", visitor)

    stranger = client.get(programme.url).context_data["filter_form"].options
    client.force_login(visitor)
    member = client.get(programme.url).context_data["filter_form"].options

    assert [(o.kind.value, o.value, o.label) for o in stranger] == [
        ("topic", "open", "Open"),
        ("mode", "in_person", "In person"),
    ]
    assert {o.label for o in member} - {o.label for o in stranger} == {
        "Secret topic",
        "Secret audience",
        "Secret host",
        "Captions",
    }
