"""Nothing that is typed is lost between two saves, and nothing is made twice."""

import pytest
import wagtail
from playwright.sync_api import Page, Route, expect

from tests.browser.editor import Editor, field
from tests.factories import make_event, make_programme
from wagtail_lift.models import HostProfile
from wagtail_lift.pages.models import EventPage

pytestmark = pytest.mark.skipif(wagtail.VERSION < (8, 0), reason="Wagtail 8 brought autosave.")

TYPE_WHILE_IT_IS_SAVED = """
    document.addEventListener("w-autosave:success", () => {
        if (window.hasTyped) return;
        window.hasTyped = true;
        const field = document.querySelector("#id_summary");
        field.value += " Typed meanwhile.";
        field.dispatchEvent(new Event("input", { bubbles: true }));
    }, { capture: true });
"""
"""The moment at which Wagtail takes for saved what is in the form."""

ANSWER_LATE = """
    const send = window.fetch;
    window.fetch = async (address, options) => {
        const answer = await send(address, options);
        if (options?.body instanceof FormData) {
            document.documentElement.dataset.saves ??= "";
            document.documentElement.dataset.saves += "+";
            await new Promise((done) => setTimeout(done, 1500));
        }
        return answer;
    };
"""

KEEP_HERE = """
    document.addEventListener("submit", (event) => event.preventDefault());
"""
"""What keeps a form from being sent, as a question to the editor does."""

LONGER_THAN_A_SAVE_WAITS = 3_000
"""In milliseconds."""


def type_into(editor: Editor, name: str, text: str) -> None:
    editor.page.click(f"#id_{name}")
    editor.page.keyboard.type(text)


def wait_for_a_save(editor: Editor) -> None:
    """Wait until the server has stored a save of which the page has no answer yet."""
    expect(editor.page.locator("html[data-saves]")).to_be_attached()


def hold_what_is_sent_for_good(page: Page, address: str) -> list[Route]:
    """Let saves pass, and keep a form that is sent otherwise until somebody lets it go on."""
    held: list[Route] = []

    def keep(route: Route) -> None:
        if route.request.is_navigation_request():
            held.append(route)
        else:
            route.continue_()

    page.route(address, keep)
    return held


def publish(editor: Editor) -> None:
    editor.page.locator("form[data-edit-form] footer button[aria-expanded]").last.click()
    editor.page.locator("[name=action-publish]").focus()
    editor.page.keyboard.press("Enter")  # which does not wait for the answer, as a click does


def test_what_is_typed_while_a_save_is_under_way_is_saved(editor, live_home):
    event = make_event(make_programme(live_home))
    editor.page.add_init_script(TYPE_WHILE_IT_IS_SAVED)
    editor.page.goto(f"{editor.address}/admin/pages/{event.pk}/edit/")
    expect(editor.page.locator("html[data-watched]")).to_be_attached()

    type_into(editor, "summary", "Typed first.")

    editor.page.wait_for_function("window.hasTyped")
    editor.wait_for_calm()
    draft = EventPage.objects.get(pk=event.pk).get_latest_revision_as_object()
    assert "Typed meanwhile." in draft.summary


def test_event_that_is_published_while_it_is_saved_is_made_once(editor, live_home):
    programme = make_programme(live_home)
    editor.page.add_init_script(ANSWER_LATE)
    editor.page.goto(
        f"{editor.address}/admin/pages/add/wagtail_lift_pages/eventpage/{programme.pk}/"
    )
    expect(editor.page.locator("html[data-watched]")).to_be_attached()
    type_into(editor, "title", "Kindness")
    type_into(editor, "summary", "A conversation.")
    wait_for_a_save(editor)

    publish(editor)

    expect(editor.page.locator(".messages")).to_contain_text("published")
    assert [(e.slug, e.live) for e in EventPage.objects.all()] == [("kindness", True)]


def test_event_that_is_published_before_it_is_saved_is_made_once(editor, live_home):
    page, programme = editor.page, make_programme(live_home)
    add = f"{editor.address}/admin/pages/add/wagtail_lift_pages/eventpage/{programme.pk}/"
    page.goto(add)
    expect(page.locator("html[data-watched]")).to_be_attached()
    publishing = hold_what_is_sent_for_good(page, add)
    type_into(editor, "title", "Kindness")
    type_into(editor, "summary", "A conversation.")
    publish(editor)
    page.wait_for_timeout(LONGER_THAN_A_SAVE_WAITS)

    publishing.pop().continue_()

    expect(page.locator(".messages")).to_contain_text("published")
    assert [(e.slug, e.live) for e in EventPage.objects.all()] == [("kindness", True)]


def test_form_that_stays_here_is_saved_again(editor, live_home):
    event = make_event(make_programme(live_home))
    editor.page.add_init_script(KEEP_HERE)
    editor.page.goto(f"{editor.address}/admin/pages/{event.pk}/edit/")
    expect(editor.page.locator("html[data-watched]")).to_be_attached()
    publish(editor)

    type_into(editor, "summary", "Typed afterwards.")

    editor.wait_for_calm()
    draft = EventPage.objects.get(pk=event.pk).get_latest_revision_as_object()
    assert "Typed afterwards." in draft.summary


def test_host_who_is_saved_while_it_is_autosaved_is_made_once(editor, live_home):
    editor.page.add_init_script(ANSWER_LATE)
    editor.page.goto(f"{editor.address}/admin/snippets/wagtail_lift/hostprofile/add/")
    expect(editor.page.locator("html[data-watched]")).to_be_attached()
    field(editor.page, "Name").click()
    editor.page.keyboard.type("Ada Bell")
    wait_for_a_save(editor)

    editor.page.locator("form[data-edit-form] footer button[type=submit]").first.click()

    expect(editor.page.locator(".messages")).to_be_visible()
    assert [host.name for host in HostProfile.objects.all()] == ["Ada Bell"]
