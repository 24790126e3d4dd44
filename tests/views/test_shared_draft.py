"""The page that a link to a draft opens: what it says of itself, and where it leads."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from tests.factories import make_event, make_pack, make_programme
from wagtail_lift.actions import share_draft, stop_sharing
from wagtail_lift.models import EventPage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today(now):
    with time_machine.travel(now, tick=False):
        yield


@pytest.fixture
def event(home):
    """A published event, with another title and date in its draft."""
    event = make_event(make_programme(home), "Published", slug="event")
    draft = EventPage.objects.get(pk=event.pk)
    draft.title, draft.start_date = "A draft", date(2027, 7, 6)
    draft.save_revision()
    return event


@pytest.fixture
def token(event, superuser, now):
    return share_draft(event, user=superuser, now=now)


def banner(client, url):
    """Return the text of the banner of a page, and the page; no text if it has no banner."""
    page = BeautifulSoup(client.get(url).content, "html5lib")
    found = page.select("main .lift-draft[role=note]")
    assert len(found) <= 1
    return " ".join(found[0].get_text().split()) if found else "", page


def test_page_says_that_it_is_a_draft_and_until_when_its_link_works(client, event, token):
    text, page = banner(client, f"/lift/share/{token}/")

    assert text == (
        "This is a draft. Anybody with this link can see it until "
        "Monday 30 November 2026, noon UTC."
    )
    assert page.select_one(".lift-draft time")["datetime"] == "2026-11-30T12:00:00+00:00"
    assert banner(client, event.url)[0] == ""


def test_previews_of_the_admin_have_no_banner(client, event, token, superuser):
    client.force_login(superuser)

    url = reverse("wagtailadmin_pages:view_draft", args=[event.pk])
    assert "A draft" in client.get(url).text
    assert banner(client, url)[0] == ""


def test_banner_is_in_the_language_of_the_page(client, token):
    with translation.override("de"):
        shown = render_to_string(
            "wagtail_lift/components/shared_draft.html",
            {"page": SimpleNamespace(shared_until=datetime(2026, 12, 1, tzinfo=UTC))},
        )

    assert "Dies ist ein Entwurf." in shown
    assert "Montag, 30. November 2026" in shown  # midnight is the end of that day


@pytest.fixture
def pack(event):
    """A pack that was never published, with a guide."""
    guide = [("round", {"title": "Talk", "minutes": 5})]
    return make_pack(event, "Learnt", slug="learnt", live=False, guide=guide)


def test_guide_of_a_draft_is_shown_by_its_link(client, event, pack, superuser, now):
    token = share_draft(pack, user=superuser, now=now)
    at = f"/lift/share/{token}/"

    text, page = banner(client, at)
    guide_text, guide = banner(client, f"{at}guide/?starts=10:00")
    answer = client.get(f"{at}guide/")

    assert text == guide_text != ""
    assert [link["href"] for link in page.select("a[href$='guide/']")] == [f"{at}guide/"]
    assert [link["href"] for link in guide.select(".lift-breadcrumb a")] == [at]
    assert guide.select_one("#lift-starts")["value"] == "10:00"
    assert {name: answer[name] for name in ("Cache-Control", "X-Robots-Tag")} == {
        "Cache-Control": "private, no-store",
        "X-Robots-Tag": "noindex, nofollow",
    }


def test_guide_is_not_found_where_the_draft_has_none(client, event, pack, token, superuser, now):
    pack.guide = None
    pack.save_revision()
    of_pack = share_draft(pack, user=superuser, now=now)

    codes = [client.get(f"/lift/share/{t}/guide/").status_code for t in (of_pack, token, "x")]

    assert codes == [404, 404, 404]


def test_guide_ends_with_its_link(client, pack, superuser, now):
    token = share_draft(pack, user=superuser, now=now)
    before = client.get(f"/lift/share/{token}/guide/").status_code

    stop_sharing(pack, user=superuser, now=now)

    assert (before, client.get(f"/lift/share/{token}/guide/").status_code) == (200, 404)


def test_dates_of_a_draft_lead_to_the_draft(client, event, token):
    draft = EventPage.objects.get(pk=event.pk).get_latest_revision_as_object()
    draft.recurrence_rule = "FREQ=DAILY;COUNT=3"
    draft.save_revision()

    _, page = banner(client, f"/lift/share/{token}/?date=2027-07-07")

    links = [link["href"] for link in page.select(".lift-dates__link")]
    days = ("2027-07-06", "2027-07-07", "2027-07-08")
    assert links == [f"/lift/share/{token}/?date={day}" for day in days]
