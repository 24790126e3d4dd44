"""A message of the CMS rebuilds the pages that it names, and no other."""

import re

from playwright.sync_api import expect

from tests.browser.editor import Editor
from tests.frontend.kinds import OPEN
from tests.frontend.signing import OWN_PAGES, send, tell

EVENT = f"{OPEN}one-short-story/"


def written_since(running, before: dict[str, int]) -> set[str]:
    return {path for path, at in running.kept().items() if before.get(path) != at}


def test_every_public_page_was_rendered(running):
    entries = running.api("changes/?limit=500")["items"]
    files = re.compile(r"/(ics|feed|markdown|cards|pdf)/")
    named = {address for entry in entries for address in entry["addresses"]}
    paths = {address.removeprefix(running.url) for address in named if not files.search(address)}

    kept = set(running.kept())

    assert len(kept) > 100
    assert kept - paths == OWN_PAGES
    assert {path for path in paths - kept if "/hosts/" not in path} == set()


def test_message_rebuilds_only_what_it_names(running):
    before = running.kept()

    tell(running, [EVENT, f"{OPEN}insights/"])

    assert written_since(running, before) == {EVENT, f"{OPEN}insights/", *OWN_PAGES}


def test_calendars_and_other_websites_are_no_pages_to_rebuild(running):
    before, place = running.kept(), running.place()
    others = [f"{running.url}{OPEN}ics/", "https://example.org/conversations/"]

    assert send(running, others) == 204
    tell(running, [EVENT])

    assert written_since(running, before) == {EVENT, *OWN_PAGES}
    assert "example.org" not in running.log.read_text()[place:]


def test_page_that_is_gone_is_forgotten(running):
    path = f"{OPEN}never-was/"
    running.file_of(path).parent.mkdir()
    running.file_of(path).write_text("old")

    tell(running, [path])

    assert path not in running.kept()


def test_message_that_is_not_signed_right_changes_nothing(running):
    before = running.kept()

    answer = send(running, [f"{running.url}{EVENT}"], secret="whsec_bm90IHRoZSByaWdodCBvbmU=")

    assert answer == 401
    assert running.kept() == before


def test_what_an_editor_publishes_is_on_the_pages_that_show_it(running, browser):
    event = next(card for card in running.api("events/?q=soup")["items"])
    path = event["page_url"].removeprefix(running.url)
    before, place = running.kept(), running.place()
    known = running.api("changes/?limit=500")["items"][-1]
    with browser.new_context() as context:
        editor = Editor(context.new_page(), running.cms)
        editor.log_in("admin", "demo")
        editor.page.goto(f"{running.cms}/admin/pages/{event['id']}/edit/")
        editor.field("Title").fill("Bread for strangers")
        editor.publish()
        expect(editor.message).to_contain_text("Bread for strangers")

    running.wait_until_said(f"built {path}\n", place)
    running.wait_until_said(f"built {OPEN}\n", place)
    entries = running.api("changes/?limit=500")["items"]
    entries = entries[entries.index(known) + 1 :]
    addresses = {address for entry in entries for address in entry["addresses"]}
    named = {address.removeprefix(running.url) for address in addresses}
    assert "Bread for strangers" in running.file_of(path).read_text()
    assert "Bread for strangers" in running.file_of(OPEN).read_text()
    assert written_since(running, before) <= named | OWN_PAGES
    assert event["id"] in [entry["subject"]["id"] for entry in entries]
