"""Filters and free text of the list of events: each is a plain query string."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from wagtail.models import Locale
from wagtail.users.models import UserProfile

from tests.admin.conftest import grant, make_team
from tests.admin.tables import titles_in_order, titles_of
from tests.conftest import searches_at_once
from tests.factories import add_date, make_event, make_host, make_pack, make_venue, meeting_of, when
from wagtail_lift.actions import change_meeting
from wagtail_lift.admin.event_filters import host_choices
from wagtail_lift.domain.location import Location

URL = "/admin/lift/events/"


@pytest.fixture(autouse=True)
def today(now):
    """Monday, 23 November 2026."""
    with time_machine.travel(now, tick=False):
        yield


@pytest.fixture
def events(programme, now):
    """Events around this week and this month; one has several dates."""
    days = {"Long before": -2, "Today": 0, "Next Sunday": 6, "Next Monday": 7, "December": 8}
    made = {
        name: make_event(programme, name, **when(now + timedelta(days=days)))
        for name, days in days.items()
    }
    add_date(made["Long before"], now + timedelta(days=2))
    make_event(programme, "Planned", live=False, start_date=date(2026, 11, 27))
    make_event(programme, "Undated", start_date=None)
    return made


@pytest.mark.parametrize(
    ("language", "period", "titles"),
    [
        ("de", "week", ["Long before", "Next Sunday", "Planned", "Today"]),
        ("en", "week", ["Long before", "Planned", "Today"]),
        ("en", "month", ["Long before", "Next Monday", "Next Sunday", "Planned", "Today"]),
    ],
)
def test_event_list_filters_by_this_week_and_this_month(
    admin_session, superuser, events, language, period, titles
):
    """A week starts on the day on which it does in the language of the editor."""
    UserProfile.objects.create(user=superuser, preferred_language=language)

    response = admin_session.get(URL, {"period": period})

    assert titles_of(response) == titles


def test_this_week_is_that_of_the_zone_of_each_event(admin_session, programme):
    saturday_in_new_york = datetime(2026, 11, 29, 2, 0, tzinfo=UTC)
    make_event(programme, "New York", **when(saturday_in_new_york, timezone="America/New_York"))
    make_event(programme, "London", **when(saturday_in_new_york))

    response = admin_session.get(URL, {"period": "week"})

    assert titles_of(response) == ["New York"]


def test_mine_are_the_events_that_i_made_or_edited(log_in, programme, superuser):
    team = make_team("editors", programme, "add", "change")
    made = make_event(programme, "Made", owner=team.user)
    edited = make_event(programme, "Edited", owner=superuser)
    edited.save_revision(user=team.user, log_action=True)
    make_event(programme, "Of others", owner=superuser).save_revision(
        user=superuser, log_action=True
    )

    response = log_in(team.user).get(URL, {"only": "mine"})

    assert titles_of(response) == ["Edited", made.title]


def test_drafts_are_events_with_something_unpublished(admin_session, programme):
    make_event(programme, "Never published", live=False)
    edited = make_event(programme, "Edited since")
    edited.summary = "Anew."
    edited.save_revision()
    make_event(programme, "As published")

    response = admin_session.get(URL, {"only": "drafts"})

    assert titles_of(response) == ["Edited since", "Never published"]


def test_no_pack_yet_finds_what_has_taken_place(admin_session, programme, now):
    make_pack(make_event(programme, "With a pack", **when(now - timedelta(days=2))))
    make_event(programme, "Without", **when(now - timedelta(days=2)))
    make_event(programme, "To come", **when(now + timedelta(days=2)))

    response = admin_session.get(URL, {"only": "no_pack"})

    assert titles_of(response) == ["Without"]


def test_all_that_is_ticked_applies_at_once(admin_session, superuser, programme, now):
    before = when(now - timedelta(days=2))
    make_event(programme, "Mine, past", owner=superuser, **before)
    make_event(programme, "Mine, to come", owner=superuser)
    make_event(programme, "Of others, past", **before)

    response = admin_session.get(URL, {"only": ["mine", "no_pack"]})

    assert titles_of(response) == ["Mine, past"]


@pytest.mark.parametrize("query", [{"only": "x"}, {"period": "x"}, {"host": "x"}])
def test_filter_that_does_not_exist_is_no_server_error(admin_session, event, query):
    assert admin_session.get(URL, query).status_code == 200


def test_event_list_filters_by_host_in_any_language_and_drafts_too(admin_session, programme):
    ada, ben = make_host(), make_host("Ben Cole", is_listed=False)
    french = ada.copy_for_translation(Locale.objects.create(language_code="fr"))
    french.save()
    make_event(programme, "With Ada", hosts=[ada, ben])
    make_event(programme, "Avec Ada", hosts=[french])
    make_event(programme, "Draft with Ben", hosts=[ben], live=False)
    make_event(programme, "With nobody")

    found = [
        titles_of(admin_session.get(URL, {"host": str(host.translation_key)}))
        for host in (ada, ben)
    ]

    assert found == [["Avec Ada", "With Ada"], ["Draft with Ben", "With Ada"]]


def test_only_hosts_of_events_that_one_may_see_are_offered(programme, other_programme):
    ada, ben = make_host(), make_host("Ben Cole", honorific="Dr")
    make_host("Idle")
    make_event(programme, "Talk", hosts=[ben])
    make_event(other_programme, "Walk", hosts=[ada, ben])

    user = make_team("editors", programme, "change").user

    assert host_choices(user) == [(str(ben.translation_key), "Dr Ben Cole")]


@pytest.mark.parametrize(("right", "names"), [("change_hostprofile", ["Ben Cole"]), ("", [])])
def test_hosts_without_consent_are_named_to_those_who_look_after_hosts(programme, right, names):
    make_event(programme, hosts=[make_host("Ben Cole", is_listed=False)])
    team = make_team("editors", programme, "change")
    grant(team.group, right)

    assert [name for _key, name in host_choices(team.user)] == names


@pytest.fixture
def known(programme, superuser):
    """Events with venues and hosts."""
    ada = make_host("Ada Bell", is_listed=False)
    make_event(programme, "Kindness", venue_name="Old Library", hosts=[ada])
    make_event(programme, "Courage", live=False, venue_address="7 Quay Street", hosts=[ada])
    moved = make_event(programme, "Patience", venue_name="Town hall")
    place = Location("in_person", venue_name="Boat house")
    change_meeting(meeting_of(moved), location=place, user=superuser)
    make_event(programme, "Old friends", attendance_mode="online", platform_name="Jitsi")
    make_event(programme, "Tea", venue=make_venue("The Kettle"))


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("library", ["Kindness"]),
        ("quay", ["Courage"]),
        ("boat", ["Patience"]),
        ("jitsi", ["Old friends"]),
        ("kettle", ["Tea"]),
        ("ada", ["Courage", "Kindness"]),
        ("bell ada", ["Courage", "Kindness"]),
        ("ada old", ["Kindness"]),
        ("old", ["Kindness", "Old friends"]),
        ("pat", ["Patience"]),
        ("nobody", []),
        ("%", []),
    ],
)
@pytest.mark.usefixtures("indexed")
@searches_at_once
def test_free_text_finds_titles_venues_and_hosts(admin_session, known, text, titles):
    assert titles_of(admin_session.get(URL, {"q": text})) == titles


@pytest.mark.usefixtures("indexed")
@searches_at_once
def test_free_text_finds_nothing_of_others(log_in, known, other_programme):
    client = log_in(make_team("others", other_programme, "change").user)

    assert titles_of(client.get(URL, {"q": "ada"})) == []


@pytest.mark.usefixtures("indexed")
@searches_at_once
def test_what_is_found_can_be_filtered_and_is_the_soonest_first(admin_session, known):
    response = admin_session.get(URL, {"q": "ada", "only": "drafts"})

    assert titles_in_order(response) == ["Courage"]


def links_of(response):
    """Return the ready-made filters, and which of them is marked as the one in force."""
    links = BeautifulSoup(response.content, "html.parser").select(".lift-ready a")
    return {a.text: a["href"] for a in links}, [a.text for a in links if a.get("aria-current")]


@pytest.mark.parametrize("path", ["", "results/"])
def test_ready_made_filters_are_plain_addresses(admin_session, event, path):
    links, current = links_of(admin_session.get(f"{URL}{path}"))

    assert links == {
        "All": URL,
        "This week": f"{URL}?period=week",
        "This month": f"{URL}?period=month",
        "Mine": f"{URL}?only=mine",
        "Drafts": f"{URL}?only=drafts",
        "No pack yet": f"{URL}?only=no_pack",
    }
    assert current == ["All"]


def test_the_filter_in_force_is_marked(admin_session, event):
    queries = [{"only": "drafts", "ordering": "title", "status": ""}, {"only": ["drafts", "mine"]}]

    found = [links_of(admin_session.get(URL, query))[1] for query in queries]

    assert found == [["Drafts"], []]
