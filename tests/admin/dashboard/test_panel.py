"""The panel on the admin's home, as each user sees it."""

from datetime import timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.log_actions import log
from wagtail.models import PageLogEntry
from wagtail.users.models import UserProfile

from tests.admin.conftest import grant, make_team
from tests.factories import (
    make_event,
    make_host,
    make_pack,
    make_workflow,
    meeting_of,
    when,
)
from wagtail_lift import extension
from wagtail_lift.access.host_links import link_with_token
from wagtail_lift.actions import cancel_meeting, give_host_link
from wagtail_lift.actions.edit_own_profile import edit_own_profile, version_of
from wagtail_lift.admin.dashboard.panel import EventsPanel
from wagtail_lift.calendars import sizes
from wagtail_lift.extension import AdminProblem
from wagtail_lift.models import HostProfile, Meeting
from wagtail_lift.pages.models import EventPage
from wagtail_lift.publishing.schedules import REFUSED

ALL = ("add", "change", "publish")


@pytest.fixture(autouse=True)
def today(now):
    """Monday, 23 November 2026."""
    with time_machine.travel(now, tick=False):
        yield


def panel_of(response):
    return BeautifulSoup(response.content, "html.parser").select_one("#lift-events-section")


def parts_of(response):
    """Return the lines of each part of the panel, by its heading."""
    panel = panel_of(response)
    found = {}
    for title in panel.select("h3.lift-dashboard__title") if panel else ():
        lines = title.find_next_sibling("ul")
        told = lines.find_all("li", recursive=False) if lines else ()
        found[title.text] = [" ".join(line.get_text(" ").split()) for line in told]
    return found


def words(*parts):
    return " ".join(parts)


def complete(**fields):
    """Return fields of an event that lacks nothing."""
    return {"contact_email": "us@example.org", "contact_name": "Us", "venue_name": "Mill", **fields}


def test_site_without_a_programme_is_offered_a_start(admin_session, home):
    panel = panel_of(admin_session.get("/admin/"))

    links = [a["href"] for a in panel.select("a.button")]
    assert len(links) == 1
    assert admin_session.get(links[0], follow=True).status_code == 200
    assert "There is no programme yet." in panel.text


@pytest.mark.parametrize("actions", [("change",), ()])
def test_start_is_not_offered_to_who_may_not_add(log_in, home, actions):
    user = make_team("editors", home if actions else None, *actions).user

    assert panel_of(log_in(user).get("/admin/", follow=True)) is None


def test_nothing_is_shown_to_who_may_edit_nothing(log_in, event):
    assert panel_of(log_in(make_team("nobodies", None).user).get("/admin/")) is None


def test_next_events_come_with_what_is_missing(admin_session, programme, now):
    def at(days):
        return when(now + timedelta(days=days))

    make_event(programme, "Later", hosts=[make_host()], **complete(**at(3)))
    make_event(programme, "Sooner", **at(1))
    make_event(
        programme,
        "Online",
        hosts=[make_host("Ben Cole", is_listed=False)],
        **complete(attendance_mode="online", venue_name="", platform_name="Jitsi", **at(2)),
    )
    make_event(programme, "Past", **at(-1))
    cancel_meeting(meeting_of(make_event(programme, "Off", **at(1))), user=None)

    assert parts_of(admin_session.get("/admin/"))["Next events"] == [
        words(
            "Sooner Nov. 24, 2026, noon Europe/London No host is named yet.",
            "(Event › Hosts, speakers and partners)",
            "No venue is named yet. Search engines are not told of an event without a place.",
            "(Event › Venue) There is no contact. People do not know whom to ask.",
            "(Event › Contact name)",
        ),
        words(
            "Online Nov. 25, 2026, noon Europe/London There is no join link yet. People cannot",
            "join online. (Event › Join link) Readers do not see this host: Ben Cole (not listed:",
            "no consent) (Events › Hosts)",
        ),
        "Later Nov. 26, 2026, noon Europe/London Nothing is missing.",
    ]


def test_drafts_come_with_what_prevents_publishing_undated_ones_last(admin_session, programme, now):
    make_event(programme, "Live", hosts=[make_host()], **complete(**when(now + timedelta(days=9))))
    draft = EventPage(title="Draft", live=False, timezone="Europe/London")
    programme.add_child(instance=draft)
    draft.booking_mode = "elsewhere"
    draft.save_revision()

    lines = parts_of(admin_session.get("/admin/"))["Next events"]

    assert lines[0].startswith("Live ")
    assert lines[1].startswith("Draft Not published ")
    for told in ("There is no date yet.", "the page where people book", "No host is named yet."):
        assert told in lines[1]


def test_draft_that_was_to_be_in_the_past_is_not_next(admin_session, programme, now):
    make_event(programme, "Missed", live=False, **when(now - timedelta(days=2)))

    assert parts_of(admin_session.get("/admin/"))["Next events"] == []


def test_packs_due_lead_to_where_insights_are_gathered(admin_session, programme, now):
    past = make_event(programme, "Past", **when(now - timedelta(days=2)))
    make_pack(make_event(programme, "With a pack", **when(now - timedelta(days=3))))

    response = admin_session.get("/admin/")

    assert parts_of(response)["Without an insights pack"] == ["Past Nov. 21, 2026"]
    link = panel_of(response).select_one(f"a[href$='/lift/gather/{past.pk}/']")
    assert admin_session.get(link["href"]).status_code == 200


def test_each_team_sees_its_own(log_in, programme, other_programme, now):
    for parent, name in ((programme, "Ours"), (other_programme, "Theirs")):
        make_event(parent, f"{name} next", **when(now + timedelta(days=2)))
        make_event(parent, f"{name} past", **when(now - timedelta(days=2)))
    Meeting.objects.update(problem="date_not_planned")
    user = make_team("us", programme, *ALL, dates=("view", "change")).user

    response = log_in(user).get("/admin/")

    assert [*parts_of(response)] == ["Decisions waiting", "Next events", "Without an insights pack"]
    assert "Theirs" not in panel_of(response).text
    assert panel_of(response).text.count("Ours") == 4


@pytest.mark.parametrize(
    ("actions", "dates", "parts"),
    [
        (ALL, ("view", "change"), ["Decisions waiting", "Next events", "Without an insights pack"]),
        (ALL, (), ["Next events", "Without an insights pack"]),
        (("change", "publish"), ("view", "change"), ["Decisions waiting", "Next events"]),
        (("change",), ("view", "change"), ["Next events"]),
    ],
)
def test_only_what_one_may_do_is_shown(log_in, programme, now, actions, dates, parts):
    make_event(programme, **when(now - timedelta(days=2)))
    Meeting.objects.update(problem="date_not_planned")
    user = make_team("us", programme, *actions, dates=dates).user

    assert [*parts_of(log_in(user).get("/admin/"))] == parts


def test_date_that_is_no_longer_planned_waits_for_a_decision(admin_session, event):
    Meeting.objects.update(problem="date_not_planned")

    response = admin_session.get("/admin/")

    (line,) = parts_of(response)["Decisions waiting"]
    assert line.startswith(
        "Kindness at work June 1, 2027, 12:30 p.m. Europe/London This date is no"
    )
    url = f"/admin/lift/dates/inspect/{meeting_of(event).pk}/"
    assert panel_of(response).select_one(f"a[href='{url}']")


def test_past_dates_that_were_never_made_wait_for_a_decision(admin_session, programme, now):
    event = make_event(programme, **when(now + timedelta(days=7)))
    event.start_date = (now - timedelta(days=14)).date()
    event.end_date = None
    event.recurrence_rule = "FREQ=WEEKLY;COUNT=6"
    event.save_revision().publish()

    response = admin_session.get("/admin/")

    assert parts_of(response)["Decisions waiting"] == [
        "Kindness at work Past dates are planned and not listed. Add them?"
    ]
    assert panel_of(response).select_one(f"a[href='/admin/lift/past-dates/{event.pk}/']")


def test_schedule_that_was_refused_waits_until_something_is_published(admin_session, event, now):
    event.refresh_from_db()
    log(instance=event, action=REFUSED, data={"faults": ["Title: missing."]})
    PageLogEntry.objects.filter(action=REFUSED).update(timestamp=now + timedelta(seconds=1))

    before = parts_of(admin_session.get("/admin/"))
    with time_machine.travel(now + timedelta(hours=1), tick=False):
        event.save_revision().publish()
        after = parts_of(admin_session.get("/admin/"))

    assert before["Decisions waiting"] == [
        "Kindness at work Not published when it was due. Title: missing."
    ]
    assert "Decisions waiting" not in after


def send_changes(host, now, **values):
    """Change a profile as its host does, by a link."""
    giver = make_team(f"giver of {host.pk}", None)
    grant(giver.group, "change_hostprofile")
    token, _ = give_host_link(host, user=giver.user, now=now)
    host = HostProfile.objects.get(pk=host.pk)
    link = link_with_token(token, now)
    edit_own_profile(link, values, seen=version_of(host), now=now)


def test_changes_of_a_host_wait_for_who_may_publish_them(log_in, programme, now):
    ada, bo = (make_host(name) for name in ("Ada Bell", "Bo Carr"))
    for host in (ada, bo):
        host.save_revision().publish()
    HostProfile.objects.get(pk=bo.pk).save_revision(changed=True)
    send_changes(ada, now, organisation="The Hill Fund")
    publisher, changer = make_team("publisher", None), make_team("changer", None)
    grant(publisher.group, "change_hostprofile", "publish_hostprofile")
    grant(changer.group, "change_hostprofile")

    others = panel_of(log_in(changer.user).get("/admin/"))
    response = log_in(publisher.user).get("/admin/")
    HostProfile.objects.get(pk=ada.pk).latest_revision.publish()
    after = panel_of(log_in(publisher.user).get("/admin/"))

    assert parts_of(response)["Decisions waiting"] == [
        "Ada Bell The host sent changes by their link. Read and publish them."
    ]
    (link,) = panel_of(response).select(f"a[href*='/hostprofile/edit/{ada.pk}/']")
    assert log_in(publisher.user).get(link["href"]).status_code == 200
    assert (others, after) == (None, None)


def test_changes_of_a_host_wait_on_under_the_draft_of_an_editor(admin_session, programme, now):
    ada = make_host("Ada Bell")
    ada.save_revision().publish()
    send_changes(ada, now, organisation="The Hill Fund")
    HostProfile.objects.get(pk=ada.pk).get_latest_revision_as_object().save_revision(changed=True)

    assert len(parts_of(admin_session.get("/admin/"))["Decisions waiting"]) == 1


def test_changes_of_many_hosts_cost_no_more_queries(admin_session, programme, now):
    def wait(count):
        for number in range(count):
            host = make_host(f"Host {count} {number}")
            host.save_revision().publish()
            send_changes(host, now, organisation="The Hill Fund")

    costs, lines = [], []
    for count in (1, 6):
        wait(count)
        admin_session.get("/admin/")
        with CaptureQueriesContext(connection) as queries:
            lines.append(len(parts_of(admin_session.get("/admin/"))["Decisions waiting"]))
        costs.append(len(queries))

    assert (lines, costs[1] - costs[0]) == ([1, 5], 0)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.filterwarnings("ignore::PendingDeprecationWarning")
def test_what_waits_in_a_workflow_is_shown_to_who_may_approve(
    admin_session, superuser, programme, event, log_in
):
    make_workflow(programme)
    event.save_revision()
    event.refresh_from_db()
    event.get_workflow().start(event, superuser)
    programme.get_parent().save_revision()

    shown = parts_of(admin_session.get("/admin/"))
    others = parts_of(log_in(make_team("editors", programme, *ALL).user).get("/admin/"))

    assert shown["Decisions waiting"] == ["Kindness at work Waits for you in a workflow."]
    assert "Decisions waiting" not in others


def test_calendar_that_is_too_large_is_a_problem(admin_session, event, monkeypatch):
    monkeypatch.setattr(sizes, "LARGE", 100)

    lines = parts_of(admin_session.get("/admin/"))["Problems"]

    assert any(line.startswith("Kindness at work Its calendar has ") for line in lines)


def test_apps_tell_their_problems_to_those_they_concern(log_in, superuser, event, monkeypatch):
    def finds(user, now):
        return [AdminProblem("Mail", "It does not arrive.", "/admin/")] if user == superuser else ()

    monkeypatch.setattr(extension, "_finders", [finds])
    other = make_team("editors", event.get_parent(), *ALL).user

    shown = [parts_of(log_in(user).get("/admin/")).get("Problems") for user in (superuser, other)]

    assert shown == [["Mail It does not arrive."], None]


def test_function_is_registered_once(monkeypatch):
    monkeypatch.setattr(extension, "_finders", [])

    def finds(user, now):
        return [AdminProblem("Mail", "It does not arrive.", "/admin/")]

    extension.register_admin_problems(finds)
    extension.register_admin_problems(finds)

    assert [problem.title for problem in extension.admin_problems(None, None)] == ["Mail"]


def test_panel_speaks_german(admin_session, superuser, event):
    UserProfile.objects.create(user=superuser, preferred_language="de")

    response = admin_session.get("/admin/")

    (line,) = parts_of(response)["Nächste Veranstaltungen"]
    assert line.startswith("Kindness at work 1. Juni 2027 12:30 Europe/London ")


def fill(programme, now, count):
    """Make as many events of each sort as there are to be lines of each part."""
    host = make_host(f"Host {count}")
    for number in range(count):
        slug = f"{count}-{number}"
        make_event(
            programme, f"Next {slug}", hosts=[host], **when(now + timedelta(days=number + 1))
        )
        make_event(programme, f"Past {slug}", **when(now - timedelta(days=number + 1)))
        make_event(programme, f"Draft {slug}", live=False, start_date=None)


def test_panel_costs_no_more_queries_the_more_there_is(admin_session, programme, now):
    fill(programme, now, 6)
    admin_session.get("/admin/")
    with CaptureQueriesContext(connection) as some:
        admin_session.get("/admin/")
    cost = len(some)
    fill(programme, now, 12)
    with CaptureQueriesContext(connection) as many:
        response = admin_session.get("/admin/")

    assert {part: len(lines) for part, lines in parts_of(response).items()} == {
        "Next events": 5,
        "Without an insights pack": 5,
    }
    assert len(many) == cost


MOST_QUERIES = 30
"""What the panel adds to the admin's home, besides what each draft of the next events needs."""

OF_A_DRAFT = 13
"""A draft is read from its revision, and the gate is asked about it."""


@pytest.mark.parametrize(("live", "most"), [(True, MOST_QUERIES), (False, 5 * OF_A_DRAFT + 30)])
def test_panel_costs_a_bounded_number_of_queries(
    admin_session, programme, now, monkeypatch, live, most
):
    for number in range(6):
        event = make_event(
            programme, f"{number}", live=live, **when(now + timedelta(days=number + 1))
        )
        event.save_revision()
        make_event(programme, f"Past {number}", **when(now - timedelta(days=number + 1)))
    admin_session.get("/admin/")

    with CaptureQueriesContext(connection) as queries:
        admin_session.get("/admin/")
    cost = len(queries)
    monkeypatch.setattr(EventsPanel, "render_html", lambda *args: "")
    with CaptureQueriesContext(connection) as queries:
        admin_session.get("/admin/")

    assert cost - len(queries) <= most


def test_rights_on_hosts_alone_open_no_panel(log_in, event):
    team = make_team("keepers", None)
    grant(team.group, "change_hostprofile")

    assert panel_of(log_in(team.user).get("/admin/")) is None
