"""axe finds nothing on our own views of the admin, light or dark."""

from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone

from tests.browser.editor import Editor
from tests.factories import make_event, make_host, make_pack, make_programme, meeting_of, when
from wagtail_lift.actions import postpone_meeting
from wagtail_lift.models import HostProfile, Meeting

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@pytest.fixture(params=["light", "dark"])
def editor(request, browser, superuser, live_home, live_server):
    """An editor whose system prefers a light or a dark admin, logged in as the superuser."""
    with browser.new_context(color_scheme=request.param) as context:
        editor = Editor(context.new_page(), live_server.url)
        editor.log_in()
        yield editor


def violations(editor: Editor, path: str) -> list[str]:
    response = editor.page.goto(f"{editor.address}{path}")
    assert response.status == 200
    results = Axe().run(editor.page, options=RULES)
    return [
        f"{found['id']}: {[node['html'] for node in found['nodes']]}"
        for found in results.response["violations"]
    ]


def test_lists_and_what_is_done_to_a_date_are_accessible(editor, superuser, live_home):
    event = make_event(make_programme(live_home), hosts=[make_host()])
    make_event(event.get_parent(), "A walk by the sea", live=False)
    make_pack(event)
    past = make_event(event.get_parent(), "Past", **when(timezone.now() - timedelta(days=2)))
    postponed = postpone_meeting(meeting_of(event), user=superuser, public_note="Flooded.")
    dates = "/admin/lift/dates/"
    Meeting.objects.filter(pk=postponed.pk).update(problem="date_not_planned")
    addresses = [
        "/admin/",
        "/admin/lift/events/",
        "/admin/lift/events/?only=drafts",
        "/admin/lift/calendar/?day=2027-06-01",
        "/admin/lift/calendar/?day=2027-06-01&view=week",
        "/admin/lift/packs/",
        "/admin/snippets/wagtail_lift/hostprofile/",
        f"/admin/lift/gather/{past.pk}/",
        f"/admin/lift/host-link/{HostProfile.objects.get().pk}/",
        dates,
        *(
            f"{dates}{name}/{postponed.pk}/"
            for name in ("inspect", "cancel", "reinstate", "change", "move")
        ),
    ]

    found = {path: violations(editor, path) for path in addresses}

    assert found == {path: [] for path in addresses}


def test_start_of_a_site_without_a_programme_is_accessible(editor):
    assert violations(editor, "/admin/") == []
    assert editor.page.get_by_role("link", name="Start a programme").is_visible()
