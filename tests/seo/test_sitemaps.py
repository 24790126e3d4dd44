"""What pages add to a sitemap."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import PageViewRestriction

from tests.factories import make_event, make_host, make_pack, make_programme, meeting_of, when
from tests.testapp.models import Gathering
from wagtail_lift.actions import cancel_meeting

pytestmark = pytest.mark.django_db
GUIDE = [("round", {"title": "Talk", "minutes": 5})]


@pytest.fixture
def programme(home, now):
    """A programme with an event that took place and one to come, each with a pack."""
    with time_machine.travel(now - timedelta(days=30), tick=False):
        page = make_programme(home, "Town")
        past = make_event(page, "Past", hosts=[make_host("Ada")], **when(now - timedelta(days=9)))
        make_pack(past, "Open", guide=GUIDE)
        coming = make_event(page, "Coming", **when(now + timedelta(days=9)))
        make_pack(coming, "Closed", guide=GUIDE)
        make_host("Nobody's")
        page.add_child(instance=Gathering(title="Bread"))
    return page


def entries(rf, now):
    with time_machine.travel(now, tick=False):
        request = rf.get("/")
        pages = Sitemap(request).items()
        urls = [url for page in pages for url in page.get_sitemap_urls(request)]
    return {url["location"].partition("testserver")[2]: url["lastmod"] for url in urls}


def test_sitemap_names_sub_routes_and_leaves_out_what_is_closed(programme, rf, now, site):
    assert set(entries(rf, now)) == {
        "/",
        "/town/",
        "/town/insights/",
        "/town/hosts/ada/",
        "/town/past/",
        "/town/past/open/",
        "/town/past/open/guide/",
        "/town/coming/",
        "/town/bread/",
    }


def test_sitemap_leaves_out_what_is_private(programme, rf, now, site):
    past = programme.get_children().get(slug="past")
    PageViewRestriction.objects.create(page=past, restriction_type="login")

    assert {path for path in entries(rf, now) if "past" in path or "hosts" in path} == set()


def test_cancelled_date_changes_event_and_programme(programme, rf, now, site):
    before = entries(rf, now)
    with time_machine.travel(now, tick=False):
        cancel_meeting(meeting_of(programme.get_children().get(slug="coming")), user=None)

    after = entries(rf, now)

    changed = {path for path in after if after[path] != before[path]}
    assert changed == {"/town/", "/town/insights/", "/town/hosts/ada/", "/town/coming/"}
    assert after["/town/coming/"] == now


def test_sitemap_asks_no_more_for_three_events_and_packs_than_for_one(
    programme, rf, now, site, django_assert_num_queries
):
    with CaptureQueriesContext(connection) as of_two:
        entries(rf, now)
    for name in ("Second", "Third"):
        event = make_event(programme, name, **when(now - timedelta(days=3)))
        make_pack(event, f"Pack of {name}", guide=GUIDE)

    with django_assert_num_queries(len(of_two)):
        found = entries(rf, now)

    assert {"/town/second/", "/town/third/pack-of-third/guide/"} <= set(found)


def test_page_tells_a_sitemap_without_a_request(programme, now, site):
    event = programme.get_children().get(slug="past").specific
    pack = event.get_children().get().specific

    with time_machine.travel(now, tick=False):
        locations = [
            entry["location"] for page in (event, pack) for entry in page.get_sitemap_urls()
        ]

    assert [path.partition("/town")[2] for path in locations] == [
        "/past/",
        "/past/open/",
        "/past/open/guide/",
    ]
