"""Two programmes, two groups, every address of the package in the admin."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.admin.conftest import grant, make_team
from tests.admin.tables import csv_of
from tests.factories import make_pack, meeting_of
from wagtail_lift.models import Meeting, Venue, get_host_model

MOVE = {
    "start_date": "2027-06-08",
    "start_time": "18:00",
    "end_date": "",
    "end_time": "19:30",
    "day": "2027-06-08",
    "public_note": "",
}
HOSTS = "wagtailsnippets_wagtail_lift_hostprofile"

LISTS = {"lift_events:index", "lift_events:index_results", "lift_packs:index"} | {
    "lift_packs:index_results",
    "lift_dates_modeladmin_index",
}
FORMS = ("cancel", "postpone", "reinstate", "change", "move", "places", "keep")
ACTIONS = {f"lift_dates_modeladmin_{name}" for name in FORMS}
PLANS = {"lift_plan", "lift_plan_new"}  # tests/admin/test_plans.py visits them
NOTICES = {"lift_notices"}  # tests/admin/test_notices.py visits it
WHEN = {"lift_when"}  # tests/admin/test_when.py visits it
OTHERS = {
    "lift_close_pack",  # tests/projection/test_pack_openings.py visits it
    "lift_past_dates",  # tests/events/test_plan_effects.py visits it
    "lift_share",  # tests/test_shared_drafts.py visits it
    "lift_act",  # tests/admin/test_acting.py visits it
    "lift_duplicate",  # tests/admin/test_duplicating.py visits it
    "lift_import",  # tests/admin/test_importing.py visits both
    "lift_import_look",
    "lift_add",  # tests/admin/test_adding.py visits it
    "lift_calendar",  # tests/admin/test_event_calendar.py visits it
    "lift_gather",  # tests/admin/test_gathering.py visits it
    "lift_help",  # tests/admin/test_help.py visits both
    "lift_help_chapter",
    "lift_host_link",  # tests/views/test_own_profile.py visits it
    "lift_running_order",  # tests/admin/test_running_order.py visits both
    "lift_start_guide",
}
INSPECT = {"lift_dates_modeladmin_inspect"}


def patterns_of(resolver: Any, namespaces: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield the full names of all addresses below a resolver."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            inner = (*namespaces, pattern.namespace) if pattern.namespace else namespaces
            yield from patterns_of(pattern, inner)
        elif isinstance(pattern, URLPattern) and pattern.name:
            yield ":".join((*namespaces, pattern.name))


def our_addresses() -> set[str]:
    """Return the names of the package's own addresses in the admin, without those of webhooks.

    ``tests/webhooks/admin`` visits these.
    """
    names = {name for name in patterns_of(get_resolver()) if name.startswith("lift_")}
    return {name for name in names if not name.startswith(("lift_webhook", "lift_deliver"))}


def test_every_address_has_a_visit():
    assert our_addresses() == LISTS | ACTIONS | INSPECT | PLANS | NOTICES | WHEN | OTHERS


@pytest.fixture
def ours(programme, event):
    make_pack(event, "Our pack")
    return event


@pytest.fixture
def theirs(other_event):
    make_pack(other_event, "Their pack")
    return other_event


ALL = ("add", "change", "publish")


@pytest.fixture
def us(programme, ours, theirs):
    return make_team("us", programme, *ALL, dates=("view", "change")).user


@pytest.fixture
def them(other_programme, ours, theirs):
    return make_team("them", other_programme, *ALL, dates=("view", "change")).user


@pytest.mark.parametrize("name", sorted(LISTS))
def test_list_shows_each_team_its_own(log_in, us, them, name):
    pages = {user.username: log_in(user).get(reverse(name)).content.decode() for user in (us, them)}

    mine, others = ("Our pack", "Their pack") if "packs" in name else ("Kindness", "A walk")
    found = {user: (mine in html, others in html) for user, html in pages.items()}
    assert found == {"us": (True, False), "them": (False, True)}


@pytest.mark.parametrize("name", sorted(name for name in LISTS if not name.endswith("results")))
@pytest.mark.parametrize("extra", [{}, {"q": "walk"}, {"q": "pack"}])
def test_export_gives_each_team_its_own(log_in, us, theirs, name, extra):
    client = log_in(us)

    exported = csv_of(client.get(reverse(name), {"export": "csv", **extra}))

    assert all("walk" not in cell and "Their" not in cell for row in exported for cell in row)


def test_dates_of_others_can_not_be_filtered_for(log_in, us, other_programme, theirs):
    client = log_in(us)

    pages = [
        client.get(reverse("lift_dates_modeladmin_index"), query).content.decode()
        for query in ({"event": theirs.pk}, {"programme": other_programme.pk}, {"q": "walk"})
    ]

    assert [("A walk" in html, "Walks" in html) for html in pages] == [(False, False)] * 3


@pytest.mark.parametrize("name", sorted(ACTIONS | INSPECT))
@pytest.mark.parametrize("method", ["get", "post"])
def test_date_of_others_does_not_exist(log_in, us, theirs, name, method):
    url = reverse(name, args=[meeting_of(theirs).pk])

    response = getattr(log_in(us), method)(url, MOVE)

    assert response.status_code == 404
    assert_untouched(theirs)


@pytest.mark.parametrize("name", sorted(ACTIONS | INSPECT))
def test_date_of_ones_own_is_there(log_in, us, ours, name):
    response = log_in(us).get(reverse(name, args=[meeting_of(ours).pk]))

    assert response.status_code == 200


@pytest.mark.parametrize("name", sorted(LISTS | ACTIONS | INSPECT))
def test_nobody_gets_in_without_permission(log_in, client, ours, name):
    args = [] if name in LISTS else [meeting_of(ours).pk]
    stranger = make_team("strangers", None).user

    anonymous = client.get(reverse(name, args=args))
    answers = [
        getattr(log_in(stranger), method)(reverse(name, args=args), MOVE)
        for method in ("get", "post")
    ]

    assert anonymous["Location"].startswith("/admin/login/")
    assert all(a.status_code in (302, 404, 405) for a in answers)
    assert_untouched(ours)


@pytest.mark.parametrize("name", sorted(ACTIONS | INSPECT | {"lift_dates_modeladmin_index"}))
def test_permission_on_pages_alone_opens_no_dates(log_in, programme, ours, name):
    editor = make_team("editors", programme, *ALL).user
    args = [] if name.endswith("index") else [meeting_of(ours).pk]

    response = log_in(editor).post(reverse(name, args=args), MOVE)

    assert (response.status_code, response["Location"]) == (302, "/admin/")
    assert_untouched(ours)


@pytest.mark.parametrize("name", sorted(ACTIONS))
@pytest.mark.parametrize(("pages", "dates"), [(("change",), ("view", "change")), (ALL, ("view",))])
def test_action_needs_to_change_dates_and_publish_the_page(
    log_in, programme, ours, name, pages, dates
):
    user = make_team("half", programme, *pages, dates=dates).user
    client = log_in(user)
    url = reverse(name, args=[meeting_of(ours).pk])

    answers = [client.get(url), client.post(url, MOVE)]
    listed = client.get(reverse("lift_dates_modeladmin_index")).content.decode()

    assert [a.get("Location") for a in answers] == ["/admin/", "/admin/"]
    assert_untouched(ours)
    assert "Kindness at work" in listed
    assert url not in listed


def test_whoever_owns_a_page_but_may_only_add_sees_its_date(log_in, programme, ours):
    user = make_team("adders", programme, "add", dates=("view", "change")).user
    type(ours).objects.filter(pk=ours.pk).update(owner=user)

    response = log_in(user).get(
        reverse("lift_dates_modeladmin_inspect", args=[meeting_of(ours).pk])
    )

    assert response.status_code == 200


def test_date_of_a_page_that_somebody_locked_is_left_alone(log_in, us, superuser, ours):
    type(ours).objects.filter(pk=ours.pk).update(locked=True, locked_by=superuser)
    client = log_in(us)

    response = client.post(
        reverse("lift_dates_modeladmin_cancel", args=[meeting_of(ours).pk]), {"public_note": ""}
    )

    assert response["Location"] == "/admin/"
    assert_untouched(ours)


@pytest.mark.parametrize(("is_global", "state"), [(False, "cancelled"), (True, "scheduled")])
def test_date_of_a_page_that_one_locked_oneself_follows_the_setting(
    log_in, us, ours, settings, is_global, state
):
    settings.WAGTAILADMIN_GLOBAL_EDIT_LOCK = is_global
    type(ours).objects.filter(pk=ours.pk).update(locked=True, locked_by=us)

    log_in(us).post(
        reverse("lift_dates_modeladmin_cancel", args=[meeting_of(ours).pk]), {"public_note": ""}
    )

    assert meeting_of(ours).state == state


def test_permissions_on_dates_can_be_granted_to_groups(admin_session):
    html = admin_session.get(reverse("wagtailusers_groups:add")).content.decode()

    offered = {word: f"Can {word} date" in html for word in ("add", "delete")}
    assert offered == {"add": False, "delete": False}
    assert html.count("date") > 0


@pytest.mark.parametrize("name", ["list", "list_results", "add"])
@pytest.mark.parametrize("kind", ["hostprofile", "venue"])
def test_profiles_are_for_those_who_may_change_them(log_in, ours, name, kind):
    model = {"hostprofile": get_host_model(), "venue": Venue}[kind]
    url_name = model.snippet_viewset.get_url_name(name)
    keepers = make_team("keepers", None)
    grant(keepers.group, f"add_{kind}", f"change_{kind}")
    strangers = make_team("strangers", None)

    answers = [
        log_in(team.user).get(reverse(url_name)).status_code for team in (keepers, strangers)
    ]

    assert answers == [200, 302]


def assert_untouched(event: Any) -> None:
    """Fail if anything was done to the event's date."""
    meeting = Meeting.objects.get(event__page_links__page=event.pk)
    assert (meeting.state, meeting.sequence, meeting.is_moved) == ("scheduled", 0, False)
