"""Take the pictures of the editors' guide from a running demo.

    make demo                                                    (in another terminal)
    python tests/packaging/help_pictures.py http://127.0.0.1:8000

Run it again when the forms change, and look at what it has made.
"""

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

PICTURES = Path(__file__).resolve().parents[2] / "wagtail_lift" / "static" / "wagtail_lift" / "help"
SIZE = {"width": 1120, "height": 760}
LABELS = {
    "en": {"add": "Add event", "new_host": "Add a new host", "programme": "Open community events"},
    "de": {"add": "Veranstaltung hinzufügen", "new_host": "Neue gastgebende Person hinzufügen"},
}
CALENDAR = b"""BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example.org//demo//EN
X-WR-TIMEZONE:Europe/London
BEGIN:VEVENT
UID:tea-1@example.org
DTSTAMP:20270101T000000Z
SUMMARY:Tea and listening
DTSTART;TZID=Europe/London:20300605T150000
DTEND;TZID=Europe/London:20300605T163000
RRULE:FREQ=MONTHLY;BYDAY=1WE;COUNT=6
LOCATION:Library\\, 1 Market Street
END:VEVENT
BEGIN:VEVENT
UID:walk-2@example.org
DTSTAMP:20270101T000000Z
SUMMARY:A walk along the river
DTSTART;VALUE=DATE:20300612
END:VEVENT
END:VCALENDAR
""".replace(b"\n", b"\r\n")


def show_form(page: Page, words: dict[str, str]) -> None:
    """Open the form of the demo's first programme for a new event."""
    page.goto("/admin/lift/events/")
    page.get_by_role("link", name=words["add"]).last.click()
    page.wait_for_load_state()
    if "/lift/add/" in page.url:
        page.locator("main a[href*='/pages/add/']").first.click()
    page.wait_for_load_state()


def show_new_host(page: Page, words: dict[str, str]) -> None:
    """Open the chooser of hosts at the tab for a new one."""
    show_form(page, words)
    page.locator("#id_event_hosts-OPEN_MODAL").click()
    page.get_by_role("tab", name=words["new_host"]).click()
    page.wait_for_timeout(600)


def show_import(page: Page, words: dict[str, str]) -> None:
    """Show what an import of a small calendar would do."""
    page.goto("/admin/lift/events/")
    page.get_by_role("link", name=words["add"]).last.click()
    page.wait_for_load_state()
    programme = page.locator("main a[href*='/pages/add/']").first.get_attribute("href") or ""
    page.goto(f"/admin/lift/import/{programme.rstrip('/').rpartition('/')[2]}/")
    calendar = {"name": "events.ics", "mimeType": "text/calendar", "buffer": CALENDAR}
    page.locator("main input[type=file]").set_input_files(files=[calendar])
    page.locator("main form button[type=submit]").click()
    page.wait_for_load_state()


def show_gathering(page: Page, _words: dict[str, str]) -> None:
    """Open the step after the day of an event without a pack."""
    page.goto("/admin/lift/events/?only=no_pack")
    links = page.locator("main a[href*='/pages/'][href$='/edit/']")
    key = (links.first.get_attribute("href") or "").split("/")[-3]
    page.goto(f"/admin/lift/gather/{key}/")


SCENES: dict[str, Callable[[Page, dict[str, str]], object]] = {
    "event-form": show_form,
    "new-host": show_new_host,
    "event-list": lambda page, _words: page.goto("/admin/lift/events/"),
    "calendar": lambda page, _words: page.goto("/admin/lift/calendar/"),
    "import": show_import,
    "gather": show_gathering,
}


def choose_language(page: Page, language: str) -> None:
    """Set the language of the demo's administrator, whom the form wants to have a name."""
    page.goto("/admin/account/")
    page.locator("[name$=first_name]").fill("Robin")
    page.locator("[name$=last_name]").fill("Hill")
    page.locator("[name$=preferred_language]").select_option(language)
    with page.expect_navigation():
        page.locator("form button[type=submit]").last.click()


def main(address: str) -> None:
    """Write every picture in every language."""
    with sync_playwright() as playwright:
        chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=chromium)
        page = browser.new_page(base_url=address, viewport=SIZE, reduced_motion="reduce")
        page.goto("/admin/login/")
        page.locator("#id_username").fill("admin")
        page.locator("#id_password").fill("demo")
        page.keyboard.press("Enter")
        page.wait_for_url("**/admin/")
        for language, words in LABELS.items():
            choose_language(page, language)
            (PICTURES / language).mkdir(parents=True, exist_ok=True)
            for name, show in SCENES.items():
                show(page, words)
                page.wait_for_timeout(500)
                taken = Image.open(io.BytesIO(page.screenshot()))
                taken.convert("RGB").save(PICTURES / language / f"{name}.webp", quality=80)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1])
