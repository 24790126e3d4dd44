"""A preview of the admin opens in the front end, and shows the draft."""

from playwright.sync_api import expect

from tests.browser.editor import Editor


def test_preview_shows_the_draft_in_each_mode_and_nobody_else_sees_it(running, browser, tab):
    event = next(card for card in running.api("events/?q=towpath")["items"])
    edit = f"{running.cms}/admin/pages/{event['id']}/edit/"
    with browser.new_context() as context:
        editor = Editor(context.new_page(), running.cms)
        editor.log_in("admin", "demo")
        editor.page.goto(edit)
        editor.field("Title").fill("Only in the draft")
        editor.page.get_by_role("button", name="Toggle preview").click()
        preview = editor.page.frame_locator("#w-preview-iframe")

        heading = preview.get_by_role("heading", level=1)
        expect(heading).to_have_text("Only in the draft")
        expect(preview.get_by_text("This is a draft.")).to_be_visible()
        address = editor.page.locator("#w-preview-iframe").get_attribute("src")
        opened = context.new_page()
        opened.goto(f"{edit}preview/?mode=status-taken_place")
        expect(opened.locator("main .badge").first).to_have_text("Has taken place")
        assert opened.url.startswith(f"{running.url}/preview/?content_type=")
        assert opened.title().startswith("Only in the draft · ")
        expect(opened.get_by_role("navigation", name="Breadcrumb")).to_be_visible()
        assert address

    tab.goto(event["url"])
    expect(tab.get_by_role("heading", level=1)).to_have_text(event["title"])


def test_preview_without_a_token_is_not_found(running, browser):
    with browser.new_context(base_url=running.url) as context:
        answer = context.new_page().goto(
            "/preview/?content_type=wagtail_lift_pages.eventpage&token=none"
        )

        assert answer.status == 404
        assert answer.headers["cache-control"] == "private, no-store"
