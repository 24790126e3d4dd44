"""A browser that allows nothing inline, and nothing from elsewhere, has no complaint."""

from django.utils import timezone
from playwright.sync_api import Page as BrowserPage
from playwright.sync_api import Route, expect

from tests.browser.editor import Editor
from tests.factories import make_event, make_image, make_pack, make_programme, meeting_of
from tests.hostile_content import build
from wagtail_lift.pages.models import EventIndexPage

POLICY = "default-src 'self'; base-uri 'none'; object-src 'none'"
POLICY_OF_ADMIN = f"{POLICY}; img-src 'self' data:"
"""Wagtail's own admin shows the pictures of accounts as data."""

NOTE_VIOLATIONS = """
    window.violations = [];
    document.addEventListener("securitypolicyviolation", (event) => {
        window.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
"""


def under(policy: str, page: BrowserPage) -> BrowserPage:
    """Send a policy with each document that the tab opens, as a proxy of a site might."""

    def add(route: Route) -> None:
        if route.request.resource_type != "document":
            route.continue_()
            return
        answer = route.fetch()
        route.fulfill(
            response=answer, headers={**answer.headers, "content-security-policy": policy}
        )

    page.route("**/*", add)
    page.add_init_script(NOTE_VIOLATIONS)
    return page


def complaints(page: BrowserPage, url: str) -> list[str]:
    """Return what the policy kept from a page once it was there."""
    response = page.goto(url, wait_until="networkidle")
    assert response.status == 200, url
    return page.evaluate("window.violations")


def test_public_pages_run_under_a_strict_policy(reader, live_home, superuser):
    build(live_home, superuser, timezone.now())
    programme = EventIndexPage.objects.get(slug="conversations")
    under(POLICY, reader)
    below = (
        "",
        "calendar/",
        "hosts/ada-bell/",
        "insights/",
        "coming/",
        "past/",
        "off/",
        "past/open/",
        "past/open/cards/",
        "past/open/guide/",
    )

    found = {path: complaints(reader, f"{programme.url}{path}") for path in below}

    assert found == {path: [] for path in below}
    expect(reader.get_by_role("button", name="Print this guide")).to_be_visible()
    heading = reader.locator(".lift-hero__title")
    assert heading.evaluate("(node) => getComputedStyle(node).fontFamily").find("serif") > -1


def test_page_that_breaks_the_policy_is_noticed(reader, live_home):
    programme = make_programme(live_home)
    under(POLICY, reader)
    assert complaints(reader, programme.url) == []

    reader.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">A</p>')"
    )

    reader.wait_for_function("window.violations.length > 0")


def test_our_views_of_the_admin_run_under_a_strict_policy(editor: Editor, live_home, settings):
    settings.WAGTAIL_GRAVATAR_PROVIDER_URL = None  # the pictures of accounts come from elsewhere
    event = make_event(make_programme(live_home), lead_image=make_image())
    make_pack(event)
    meeting = meeting_of(event)
    under(POLICY_OF_ADMIN, editor.page)
    # Not the list of packs: Wagtail's own filter by date of change has an inline script.
    paths = ["events/", "calendar/?day=2027-06-01", "dates/"]
    of_one = ("inspect", "cancel", "postpone", "change", "move")
    paths += [f"dates/{name}/{meeting.pk}/" for name in of_one]
    paths += [f"running-order/{event.pk}/"]

    found = {path: complaints(editor.page, f"{editor.address}/admin/lift/{path}") for path in paths}

    assert found == {path: [] for path in paths}


def test_picker_opens_under_a_strict_policy(editor: Editor, live_home):
    meeting = meeting_of(make_event(make_programme(live_home)))
    under(POLICY_OF_ADMIN, editor.page)
    complaints(editor.page, f"{editor.address}/admin/lift/dates/change/{meeting.pk}/")

    editor.page.click("#id_start_time")

    clock = editor.page.locator(".xdsoft_datetimepicker").filter(visible=True)
    expect(clock.locator(".xdsoft_time").filter(has_text="12:45").first).to_be_attached()
