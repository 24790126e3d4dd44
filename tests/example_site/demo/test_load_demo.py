"""``load_demo``: everything once, dates that follow the calendar, edits that stay."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import html5lib
import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.test import Client
from wagtail.models import Page, Revision, Site

import example_site
from tests.example_site.demo.days import FIRST_LOAD, FORTY_DAYS_ON
from tests.example_site.demo.looking import (
    EXPECTED,
    cancelled_days,
    day,
    draft,
    edit,
    event,
    everything,
    meeting,
    statuses,
)
from wagtail_lift.actions import change_meeting, reinstate_meeting
from wagtail_lift.enums import MeetingState, Status
from wagtail_lift.events.templates import template_of
from wagtail_lift.models import HostProfile, Meeting
from wagtail_lift.pages.models import EventIndexPage, EventPage, InsightsPack

pytestmark = pytest.mark.slow

COMMUNITY = "/conversations/"
PACK = "/conversations/open-events/compassion-and-compassionate-leadership/compassion-practised/"
UNLISTED = "Jory"


def visit(at: datetime) -> dict[str, tuple[int, str]]:
    """Return status code and text of each public demo page at an instant, by its address."""
    addresses = [page.url for page in Page.objects.live().filter(depth__gt=1)]
    addresses += [f"{COMMUNITY}insights/", f"{PACK}guide/", "/conversations/open-events/insights/"]
    addresses += [
        f"{COMMUNITY}hosts/{host.slug}/" for host in HostProfile.objects.filter(is_listed=True)
    ]
    with time_machine.travel(at, tick=False):
        answers = {address: Client().get(address) for address in addresses}
    return {address: (a.status_code, a.content.decode()) for address, a in answers.items()}


def test_load_shows_every_status(demo):
    assert statuses(FIRST_LOAD) == EXPECTED
    assert set(EXPECTED.values()) == set(Status)


def test_load_names_the_page_of_each_status(demo):
    text = "\n".join(demo)

    lines = {s: f"{s.label:<20} http://testserver/conversations/" for s in Status}
    assert {status for status, line in lines.items() if line in text} == set(Status)
    assert "http://testserver/admin/" in text


def test_load_makes_the_compassion_event_with_its_open_pack(demo):
    page = event("compassion")

    pack = page.get_open_pack(FIRST_LOAD)
    times = page.headline_occurrence.local_starts_at, page.headline_occurrence.local_ends_at
    assert page.title == (
        "Compassion and Compassionate Leadership: Open Community Event with Michael West"
    )
    assert [f"{at:%H:%M %Z}" for at in times] == ["12:30 BST", "14:00 BST"]
    assert (pack.title, pack.guide_minutes, len(page.questions)) == (
        "Compassion, practised: what we learnt together",
        90,
        3,
    )


def test_load_makes_an_event_that_lasts_all_day_and_one_with_an_open_end(demo):
    found = {key: str(event(key).headline_occurrence.hours) for key in ("open-house", "towpath")}

    assert found == {"open-house": "all_day", "towpath": "open_end"}


def test_load_makes_a_draft_from_which_new_open_events_start(demo):
    programme = EventIndexPage.objects.get(slug="open-events")

    template = template_of(programme)

    assert (template.title, template.live) == ("How we hold an open event", False)
    assert programme.get_latest_revision_as_object().event_template_id == template.pk


def test_load_cancels_one_date_of_the_monthly_event_and_tells_where(demo):
    assert cancelled_days("kitchen-table") == ["2027-01-12"]
    assert [line.partition("/conversations/")[2] for line in demo if "One date" in line] == [
        "open-events/the-open-kitchen-table/?date=2027-01-12"
    ]


def test_load_replaces_the_welcome_page(demo):
    site = Site.objects.get(is_default_site=True)

    assert (site.root_page.title, site.root_page.slug) == ("The Common Kettle", "home")
    assert not Page.objects.filter(title__startswith="Welcome to your new").exists()


def test_pages_of_the_demo_are_sound_and_name_nobody_without_consent(demo):
    pages = visit(FIRST_LOAD)

    for _, html in pages.values():
        html5lib.HTMLParser(strict=True).parse(html)
    assert {address for address, (code, _) in pages.items() if code != 200} == set()
    assert HostProfile.objects.filter(name__startswith=UNLISTED, live=True).exists()
    assert {address for address, (_, html) in pages.items() if UNLISTED in html} == set()


def test_pages_of_a_demo_never_loaded_again_go_on_by_themselves(demo):
    pages = visit(FORTY_DAYS_ON)

    later = statuses(FORTY_DAYS_ON)
    assert {address for address, (code, _) in pages.items() if code != 200} == set()
    assert (later["night-shift"], later["soup"]) == (Status.TAKEN_PLACE, Status.CANCELLED)


def test_pages_wear_the_look_of_the_site(demo, settings, client):
    folder = Path(example_site.__file__).parent / "templates"
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [folder]}]

    with time_machine.travel(FIRST_LOAD, tick=False):
        answers = [client.get(address) for address in ("/", COMMUNITY, f"{PACK}guide/")]

    for answer in answers:
        html5lib.HTMLParser(strict=True).parse(answer.content)
        text = answer.content.decode()
        assert "demo/site.css" in text
        assert f'<a class="site-nav__link" href="{COMMUNITY}"' in text
    assert f'href="{COMMUNITY}" aria-current="page"' in answers[1].content.decode()


def test_load_again_on_the_same_day_changes_nothing(load_again):
    before = everything(), Revision.objects.count()

    load_again(FIRST_LOAD + timedelta(hours=6))

    assert (everything(), Revision.objects.count()) == before


def test_load_forty_days_on_finds_every_status_again_and_makes_nothing_twice(load_again):
    before = everything()
    assert set(statuses(FORTY_DAYS_ON).values()) != set(Status)

    lines = load_again(FORTY_DAYS_ON)
    load_again(FORTY_DAYS_ON)

    assert lines[0] == "Brought the dates of 14 demo events up to today."
    assert statuses(FORTY_DAYS_ON) == EXPECTED
    assert everything() == before
    weekends = event("mill").lift_event.meetings.order_by("starts_at")
    assert [(found.date_label, found.sequence) for found in weekends] == [
        ("2027-02-13 10:00 Europe/London", 0),
        ("2027-03-13 10:00 Europe/London", 0),
        ("2027-04-10 10:00 Europe/London", 0),
        ("2027-05-08 10:00 Europe/London", 0),
    ]
    assert day(event("kitchen-table")) == "9 Jun 2026"
    moved = meeting("grief-at-work")
    assert moved.previous_starts_at == moved.starts_at == datetime(2027, 1, 12, 13, tzinfo=UTC)
    assert moved.moved_starts_at == datetime(2027, 1, 14, 13, tzinfo=UTC)


def test_load_just_before_a_midnight_shows_every_status_for_hours(load_again):
    at = datetime(2026, 12, 31, 23, 59, 59, tzinfo=UTC)

    load_again(at)

    assert (statuses(at), statuses(at + timedelta(hours=12))) == (EXPECTED, EXPECTED)


def test_load_keeps_every_edit(load_again):
    a_may_day = datetime(2027, 5, 1, 10, tzinfo=UTC)
    an_hour = timedelta(hours=1)
    edit("towpath", title="A walk of our own")
    edit("languages", start_date=date(2027, 6, 12))
    edit("first-ten-minutes", publish=False, start_date=date(2027, 6, 12))
    edit("reading-circle", publish=False, title="Not yet for everyone")
    edit("mill", added_dates="[]")
    edit("volunteers", go_live_at=FORTY_DAYS_ON + an_hour)
    story = meeting("who-holds-the-story")
    change_meeting(story, starts_at=a_may_day, ends_at=a_may_day + an_hour, user=None)
    reinstate_meeting(meeting("soup"), user=None)
    event("night-shift").unpublish()
    EventPage.objects.filter(slug="what-grows-here").update(locked=True)

    lines = load_again(FORTY_DAYS_ON)

    assert (event("towpath").title, day(event("towpath"))) == ("A walk of our own", "9 Jan 2027")
    assert day(event("languages")) == "12 Jun 2027"
    assert day(event("first-ten-minutes")) == "27 Nov 2026"
    assert day(draft("first-ten-minutes")) == "12 Jun 2027"
    assert (event("reading-circle").title, draft("reading-circle").title) == (
        "One short story, read aloud, for tired people",
        "Not yet for everyone",
    )
    assert day(event("reading-circle")) == day(draft("reading-circle")) == "27 Jan 2027"
    assert day(event("mill")) == "9 Jan 2027"
    assert day(event("volunteers")) == "17 Nov 2026"
    assert day(event("allotment")) == "5 Dec 2026"
    assert meeting("who-holds-the-story").current_starts_at == a_may_day
    assert meeting("soup").state == MeetingState.SCHEDULED
    assert not event("night-shift").live
    assert "  Happening now        (its page was edited or deleted)" in lines
    assert [line.partition(": ")[2] for line in lines if line.startswith("Left the dates")] == [
        event(key).title
        for key in (
            "volunteers",
            "languages",
            "first-ten-minutes",
            "who-holds-the-story",
            "allotment",
            "mill",
        )
    ]


def test_load_does_not_bring_back_what_was_deleted(load_again):
    Page.objects.get(slug="open-events").delete()
    HostProfile.objects.get(slug="idris-pellow").delete()
    before = everything()

    load_again(FIRST_LOAD)

    assert everything() == before
    assert not InsightsPack.objects.exists()


def test_load_makes_log_ins_only_while_debugging(load_again, settings):
    assert get_user_model().objects.count() == 0
    settings.DEBUG = True

    lines = load_again(FIRST_LOAD)

    assert [line.split() for line in lines if "password" in line] == [
        ["admin", "password:", "demo"],
        ["editor", "password:", "demo"],
    ]


def test_load_never_tells_or_resets_a_password_that_was_changed(load_again, settings):
    settings.DEBUG = True
    load_again(FIRST_LOAD)
    admin = get_user_model().objects.get(username="admin")
    admin.set_password("my own")
    admin.save()

    lines = load_again(FIRST_LOAD)

    assert [line.split()[0] for line in lines if "password" in line] == ["editor"]
    assert get_user_model().objects.get(username="admin").check_password("my own")


def test_load_lets_the_editor_edit_one_programme(load_again, settings):
    settings.DEBUG = True
    load_again(FIRST_LOAD)
    editor = get_user_model().objects.get(username="editor")

    pages = event("towpath"), event("night-shift")
    allowed = [page.permissions_for_user(editor) for page in pages]
    dates = Meeting.objects.editable_by(editor).filter(event__source__in=pages)
    assert [(p.can_edit(), p.can_publish()) for p in allowed] == [(True, True), (False, False)]
    assert [found.event.source_id for found in dates] == [pages[0].pk]


def test_load_follows_the_port_until_the_site_has_a_real_name(load_again, settings):
    settings.WAGTAILADMIN_BASE_URL = "http://127.0.0.1:9000"
    load_again(FIRST_LOAD)
    site = Site.objects.get(is_default_site=True)
    assert (site.hostname, site.port) == ("127.0.0.1", 9000)

    Site.objects.update(hostname="conversations.example.org", port=443)
    load_again(FIRST_LOAD)

    site = Site.objects.get(is_default_site=True)
    assert (site.hostname, site.port) == ("conversations.example.org", 443)
