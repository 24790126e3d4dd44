"""The browser reaches the running site, with its static files."""

from playwright.sync_api import Page as BrowserPage


def test_admin_login_page_is_styled_and_titled(live_home, live_server, page: BrowserPage):
    page.goto(f"{live_server.url}/admin/login/")

    heading = page.get_by_role("heading", level=1)

    assert heading.inner_text() == "Sign in to Wagtail"
    assert heading.evaluate("node => getComputedStyle(node).fontFamily") != '"Times New Roman"'
