"""Every kind of page: it opens, anybody can use it, it says what the CMS says, and it is light."""

import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page as Tab

from tests.frontend.kinds import FROM_CMS, KINDS, path_of
from tests.frontend.running import FRONTEND, said_by
from wagtail_lift.enums import Status

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
BUDGETS = json.loads((FRONTEND / "budgets.json").read_text())
WIDTHS = (360, 768, 1280)
STRUCTURED_DATA = re.compile(r'<script[^>]*type="application/ld\+json"[^>]*>(.*?)</script>', re.S)
NOTE_SHIFTS = """
    window.shift = 0;
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shift += entry.value;
    }).observe({type: "layout-shift", buffered: true});
"""
MEASURE = """() => {
    const parts = performance.getEntriesByType("resource");
    const bytes = (end) => parts.filter((part) => new URL(part.name).pathname.endsWith(end))
        .reduce((sum, part) => sum + part.encodedBodySize, 0);
    return {
        html_bytes: performance.getEntriesByType("navigation")[0].encodedBodySize,
        css_bytes: bytes(".css"),
        js_bytes: bytes(".js"),
        requests: parts.length + 1,
        layout_shift: window.shift,
    };
}"""


def violations(tab: Tab) -> list[str]:
    results = Axe().run(tab, options=RULES)
    return [
        f"{found['id']}: {[node['html'] for node in found['nodes']]}"
        for found in results.response["violations"]
    ]


def structured_data(html: str) -> list:
    return [json.loads(text) for text in STRUCTURED_DATA.findall(html)]


@pytest.mark.parametrize("kind", KINDS)
def test_page_opens_and_anybody_can_use_it(running, tab, kind):
    answer = tab.goto(path_of(kind, running))

    found = {}
    for scheme in ("light", "dark"):
        tab.emulate_media(color_scheme=scheme)
        found[scheme] = violations(tab)
    assert answer.status == 200
    assert tab.locator("html").get_attribute("lang") in ("en-gb", "en-GB")
    assert tab.get_by_role("heading", level=1).count() == 1
    assert found == {"light": [], "dark": []}


@pytest.mark.parametrize("kind", KINDS)
def test_page_keeps_to_its_budgets_and_to_narrow_and_wide_screens(running, tab, kind):
    tab.add_init_script(NOTE_SHIFTS)
    tab.goto(path_of(kind, running), wait_until="networkidle")

    measured = tab.evaluate(MEASURE)
    widths = []
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": 900})
        widths.append(tab.evaluate("document.documentElement.scrollWidth"))

    assert measured.keys() == BUDGETS.keys()
    assert {name: n for name, n in measured.items() if n > BUDGETS[name]} == {}
    assert min(measured["html_bytes"], measured["css_bytes"]) > 1000
    assert widths == list(WIDTHS)


@pytest.mark.parametrize("kind", FROM_CMS)
def test_structured_data_and_head_are_those_of_the_cms(running, kind):
    path = path_of(kind, running)

    here, there = running.get(f"{running.url}{path}"), running.get(f"{running.cms}{path}")

    def head(html: str) -> dict:
        names = ("description", "og:title", "og:url", "og:type", "og:image", "twitter:card")
        tags = re.findall(r"<meta [^>]*>|<link [^>]*canonical[^>]*>", html.partition("</head>")[0])
        return {name: [values(tag) for tag in tags if f'"{name}"' in tag] for name in names} | {
            "canonical": [values(tag) for tag in tags if '"canonical"' in tag]
        }

    def values(tag: str) -> str:
        return re.search(r'(?:content|href)="([^"]*)"', tag)[1].replace("&#x27;", "&#39;")

    assert structured_data(here) == structured_data(there)
    assert head(here) == head(there)


def test_events_are_shown_in_every_status(running, tab):
    cards = [*running.api("events/?limit=100")["items"]]
    shown = {}
    for card in cards:
        if card["status"] not in shown:
            tab.goto(card["url"])
            badge = tab.locator("main .badge").first.inner_text()
            shown[card["status"]] = (
                badge == card["status_label"],
                tab.get_by_role("heading", level=1).inner_text() == card["title"],
                violations(tab),
            )

    assert shown == {status.value: (True, True, []) for status in Status}


def test_what_is_not_there_is_not_found(running, browser):
    with browser.new_context(base_url=running.url) as context:
        tab = context.new_page()
        answers = [tab.goto(path).status for path in ("/nothing/", "/conversations/?from=nonsense")]

        assert answers == [404, 400]
        assert "from" in tab.get_by_role("listitem").all_inner_texts()[-1]
        assert violations(tab) == []


def test_calendars_and_feeds_are_those_of_the_cms(running):
    assert running.get(f"{running.url}/conversations/ics/").startswith("BEGIN:VCALENDAR")
    assert "<feed" in running.get(f"{running.url}/conversations/feed/")


def test_program_is_typed_strictly(types_being_checked):
    assert "- 0 errors" in said_by(types_being_checked)
