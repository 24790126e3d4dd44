"""Pages and views of the admin do without inline scripts, styles and handlers.

Of Wagtail's own forms, only what Wagtail's own inputs and panels put there is inline.
"""

import re

import pytest
import time_machine
from django import forms

from tests.factories import make_event, make_programme, meeting_of
from tests.hostile_content import addresses, build, filled, patterns
from tests.inline import inline_parts
from tests.test_private_values import SUB_ROUTES
from wagtail_lift.actions import cancel_meeting, postpone_meeting
from wagtail_lift.form_fields.typed import TypedDateInput, TypedTimeInput
from wagtail_lift.models import HostProfile
from wagtail_lift.pages.models import EventIndexPage, EventPage, InsightsPack

OF_WAGTAIL = re.compile(
    r"new (Image|Page|Snippet)Chooser\("
    r"|\(function\(\) { var panel = new (Inline|MultipleChooser)Panel\("
    r"|initDateTimeChooser\(\"id_(go_live_at|expire_at)\""
    r"|initDateChooser\(\"id_(consent_given_on|timestamp_\d|latest_revision_created_at_\d)\""
)
"""Inline scripts of Wagtail's own choosers, panels and filters."""

ACTIONS = ("inspect", "cancel", "postpone", "reinstate", "change", "move", "places", "keep")


@pytest.fixture
def content(home, superuser, now):
    """A site with some of everything."""
    with time_machine.travel(now, tick=False):
        build(home, superuser, now)
        yield


def pages_of(client, urls):
    """Return the HTML of what is answered at these addresses."""
    answers = {url: client.get(url) for url in urls}
    return {
        url: answer.text
        for url, answer in answers.items()
        if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html")
    }


def test_public_pages_have_nothing_inline(content, client):
    pages = pages_of(client, addresses(SUB_ROUTES))

    found = {url: inline_parts(html) for url, html in pages.items()}

    assert len(found) > 20
    assert found == {url: [] for url in found}


def test_page_that_asks_for_a_password_has_nothing_inline(home, client):
    programme = make_programme(home)
    programme.view_restrictions.create(restriction_type="password", password="pass")

    html = client.get(programme.url).text

    assert 'type="password"' in html
    assert inline_parts(html) == []


def admin_pages(client):
    """Return the HTML of our views of the admin, and of Wagtail's views of our pages and hosts."""
    event = EventPage.objects.get(slug="coming")
    pack = InsightsPack.objects.get(slug="open")
    kinds = (EventPage, InsightsPack, EventIndexPage)
    meeting, host = meeting_of(event), HostProfile.objects.get(slug="ada-bell")
    keys = {
        "lift/packs/": pack.pk,
        "hostprofile/": host.pk,
        "lift/import/": event.get_parent().pk,
        "lift/help/": "dates",
    }
    routes = [route for route, simple in patterns() if simple and re.search("lift", route)]
    paths = [
        filled(route, str(next((pk for part, pk in keys.items() if part in route), event.pk)))
        for route in routes
        if route.startswith("admin/")
    ]
    paths += [f"/admin/pages/{model.objects.filter(alias_of=None)[0].pk}/edit/" for model in kinds]
    paths += [f"/admin/lift/dates/{name}/{meeting.pk}/" for name in ACTIONS]
    paths += [
        "/admin/lift/dates/",
        f"/admin/pages/add/wagtail_lift_pages/eventpage/{event.get_parent().pk}/",
    ]
    return pages_of(client, paths)


def test_views_of_the_admin_have_nothing_inline_but_what_is_wagtails(content, admin_session):
    pages = admin_pages(admin_session)

    found = {
        path: [part for part in inline_parts(html) if not OF_WAGTAIL.match(part)]
        for path, html in pages.items()
    }

    assert found == {path: [] for path in found}
    assert {path.split("/")[3] for path in found if path.startswith("/admin/lift/")} == {
        "calendar",
        "dates",
        "events",
        "help",
        "packs",
        "duplicate",
        "import",
        "running-order",
        "notices",
        "past-dates",
        "share",
        "webhooks",
        "deliveries",
        "when",
    }


@pytest.mark.parametrize("change", [cancel_meeting, postpone_meeting])
def test_views_of_a_date_have_nothing_inline_at_all(change, home, admin_session, superuser):
    meeting = meeting_of(make_event(make_programme(home)))
    paths = [f"/admin/lift/dates/{name}/{meeting.pk}/" for name in ACTIONS]

    before = pages_of(admin_session, paths)
    change(meeting, user=superuser, public_note="Flooded.")
    after = pages_of(admin_session, paths)

    found = [*before.items(), *after.items()]
    assert {path.split("/")[4] for path, _ in found} >= {"inspect", "cancel", "reinstate", "change"}
    assert [(path, part) for path, html in found for part in inline_parts(html)] == []


@pytest.mark.parametrize("widget", [TypedDateInput, TypedTimeInput])
def test_picker_of_a_date_or_time_needs_no_inline_script(widget):
    html = widget(attrs={"data-controller": "theirs"}).render("when", None, {"id": "id_when"})

    assert inline_parts(html) == []
    assert 'data-controller="theirs lift-picker"' in html
    assert isinstance(widget().media, forms.Media)
    assert "wagtail_lift/admin/picker.js" in str(widget().media)


def test_what_is_inline_is_found():
    html = (
        "<p style='color: red' onclick='go()'>A</p><a href=' JavaScript:go()'>B</a>"
        "<script>go()</script><style>p {}</style><script src=/a.js></script>"
        "<script type='application/ld+json'>{}</script>"
    )

    assert inline_parts(html) == [
        "go()",
        "p {}",
        "<p style='color: red'>",
        "<p onclick='go()'>",
        "<a href=' JavaScript:go()'>",
    ]
