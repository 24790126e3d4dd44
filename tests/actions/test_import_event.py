"""An event of another calendar arrives whole, or says why not."""

from datetime import UTC, datetime

import pytest
from django.apps import apps
from taggit.models import Tag
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from tests.actions.imports import TOLD
from tests.factories import make_event
from tests.testapp.models import Gathering
from wagtail_lift.actions.import_event import import_event
from wagtail_lift.enums import Stage
from wagtail_lift.models import EventOccurrence, Meeting
from wagtail_lift.pages.models import EventPage


def counts():
    return [model.objects.count() for model in (Page, Meeting, EventOccurrence, Redirect, Tag)]


LEFT_OUT = (
    "“colour” is no field of an event: left out.",
    "No host has the slug “bo-carr”: left out.",
)


def test_event_arrives_with_dates_place_tags_and_hosts(run):
    event = run()

    page = EventPage.objects.get(slug="kindness")
    assert (event.page, event.faults, event.notes) == (page, (), LEFT_OUT)
    assert page.live
    assert (page.title, page.venue_address, page.timezone) == (
        "Kindness at work",
        "5 Market Street",
        "Europe/London",
    )
    assert [host.host.name for host in page.event_hosts.all()] == ["Ada Bell"]
    assert (page.topic_names, page.audience_names) == (["care"], ["health"])


def test_past_dates_arrive_as_dates_that_have_taken_place(run, now):
    run()

    rows = EventOccurrence.objects.with_status(now).order_by("starts_at")
    assert [(row.starts_at, row.stage_now) for row in rows] == [
        (datetime(2019, 6, 3, 11, 30, tzinfo=UTC), Stage.TAKEN_PLACE),
        (datetime(2019, 6, 17, 11, 30, tzinfo=UTC), Stage.TAKEN_PLACE),
        (datetime(2027, 7, 1, 8, 0, tzinfo=UTC), Stage.UPCOMING),
    ]


def test_old_address_leads_to_the_event(run, client):
    run()

    answer = client.get("/whats-on/kindness/")

    assert (answer.status_code, answer.url) == (301, EventPage.objects.get().url)


def test_dry_run_says_the_same_and_writes_nothing(run):
    before = counts()

    dry = run(dry_run=True)

    assert counts() == before
    event = run()
    assert (dry.page, event.page) == (None, EventPage.objects.get())
    assert (dry.dates, dry.notes, dry.faults) == (event.dates, event.notes, event.faults)
    assert len(dry.dates) == 3


REFUSED = {
    "no title": ({"title": "  "}, "Every event needs a title."),
    "date": ({"start_date": "3 June"}, "start_date: “3 June” value has an invalid date format."),
    "address": ({"map_url": "library"}, "Link to a map: Enter a valid URL."),
    "zone": ({"timezone": "Mars/Base"}, "Time zone: "),
    "rule": ({"recurrence_rule": "FREQ=HOURLY"}, "Repeats: "),
    "reserved slug": ({"slug": "ics"}, "Slug: "),
    "choice": ({"attendance_mode": "there"}, "Attendance: "),
    "picture": ({"lead_image": 4711}, "Lead image: "),
    "block": ({"body": [{"type": "nothing", "value": ""}]}, "body: This cannot be read."),
    "block without type": ({"body": [{}]}, "body: This cannot be read."),
    "text for dates": ({"skipped_dates": "tomorrow"}, "skipped_dates: This cannot be read."),
    "skipped": ({"skipped_dates": ["tomorrow"]}, "skipped_dates: This cannot be read."),
    "added": ({"added_dates": [{"start_date": "x"}]}, "added_dates: This cannot be read."),
    "tags": ({"topics": "care"}, "topics: This must be a list of texts"),
    "long tag": ({"topics": ["x" * 101]}, "topics: This must be a list of texts"),
    "old address": ({"old_path": 5}, "old_path: This must be an address"),
    "long address": ({"old_path": f"/{'x' * 255}"}, "old_path: This must be an address"),
    "not published": ({"published": "false"}, "published: This must be true or false"),
    "hosts": ({"hosts": [1]}, "hosts: This must be a list of texts"),
}


@pytest.mark.parametrize("why", REFUSED)
@pytest.mark.parametrize("dry_run", [True, False])
def test_what_cannot_be_published_is_refused_with_its_field(run, why, dry_run):
    told, fault = REFUSED[why]
    before = counts()

    event = run(dry_run=dry_run, **told)

    assert counts() == before
    assert [text for text in event.faults if text.startswith(fault)], event.faults
    assert (event.page, event.dates) == (None, ())


def test_slug_is_made_of_the_title(run):
    assert run(slug="absent").page.slug == "kindness-at-work"


def test_event_that_is_there_is_left_alone(run, programme):
    known = make_event(programme, "Ours", slug="kindness")

    event = run()

    known.refresh_from_db()
    assert (event.is_known, event.page, known.title) == (True, None, "Ours")


def test_second_event_is_placed_beside_the_first(run, programme):
    run()

    assert run(slug="second", dry_run=True).faults == ()
    assert run(slug="second").page.get_parent().pk == programme.pk


def test_draft_is_stored_and_not_published(run):
    page = run(published=False).page

    assert (page.live, page.get_latest_revision_as_object().title) == (False, "Kindness at work")


def test_old_page_that_still_answers_is_named(run, home, client):
    old = home.add_child(instance=Page(title="Old", slug="whats-on"))
    old.add_child(instance=Page(title="Old", slug="kindness"))

    event = run(old_path="https://testserver/whats-on/kindness/")

    assert event.notes[-1] == (
        "A page still answers at https://testserver/whats-on/kindness/: "
        "the redirect works once it is unpublished."
    )


def test_event_that_keeps_its_address_gets_no_redirect(run):
    run(old_path="/conversations/kindness/")

    assert not Redirect.objects.exists()


def test_redirect_that_is_there_stays(run, site):
    Redirect.add_redirect("/whats-on/kindness/", redirect_to="/elsewhere/", site=site)

    run()

    assert [redirect.redirect_link for redirect in Redirect.objects.all()] == ["/elsewhere/"]


def test_event_without_old_address_gets_no_redirect(run):
    event = run(old_path="absent")

    assert (event.notes, Redirect.objects.count()) == (LEFT_OUT, 0)


def test_site_without_the_redirects_app_is_told(run, monkeypatch):
    monkeypatch.delitem(apps.app_configs, "wagtailredirects")

    event = run()

    assert event.notes[-1] == "No redirect: wagtail.contrib.redirects is not installed."
    assert event.page.live


def test_programme_outside_every_site_imports_too(run):
    Site.objects.all().delete()

    event = run(old_path="/")

    assert (event.faults, event.page.live) == ((), True)


def test_page_type_without_hosts_and_tags_takes_the_rest(programme, now):
    event = import_event(TOLD, programme=programme, page_type=Gathering, now=now)

    assert (event.faults, event.page.venue_name) == ((), "The old library")
