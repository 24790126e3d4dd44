"""The package comes into a site of each make, two people use it in two languages, and it goes.

Whatever a site's base template, blocks, head and style sheets are like, what readers need is there:
buttons and fields that can be seen and used, one title, one address, and nothing beyond the edge.
"""

import re
from typing import Any
from urllib.parse import quote

from playwright.sync_api import Page, expect

from tests.browser.editor import Editor, field
from tests.installation.looking import look
from tests.installation.people import DAY, EVENT, GERMAN_EVENT, NOTE, Person, write

MOVED_TO = f'time[datetime="{DAY}T19:30:00+00:00"]'
FIELDS_OF_LIST = 17
SEEN = {
    "en": [
        {
            "title": "Conversations",
            "path": "/en/section/conversations/",
            "buttons": ["Find", "Find", "See all insights packs"],
            "fields": FIELDS_OF_LIST,
        },
        {
            "title": EVENT,
            "path": "/en/section/conversations/kindness-at-work/",
            "descriptions": ["We talk about kindness."],
            "buttons": ["Book a place"],
        },
    ],
    "de": [
        {
            "title": "Gespräche",
            "path": "/de/bereich/gespräche/",
            "buttons": ["Finden", "Finden", "Alle Erkenntnispakete ansehen"],
            "fields": FIELDS_OF_LIST,
        },
        {
            "title": GERMAN_EVENT,
            "path": "/de/bereich/gespräche/freundlichkeit-bei-der-arbeit/",
            "descriptions": ["Wir reden über Freundlichkeit."],
            "buttons": ["Platz buchen"],
        },
    ],
}
"""By language, what a reader sees of the programme and of its event."""

TITLES = [page["title"] for pages in SEEN.values() for page in pages]


def test_site_has_events_in_two_languages_and_then_none(site, new_context):
    with site.installed() as address:
        people = [Person(new_context().new_page(), address) for _ in range(2)]
        write(*people, site.section)
        reader = new_context().new_page()

        seen = {language: read(reader, address, language) for language in SEEN}
        find_by_keyboard(reader, address)

    assert seen == {
        language: [whole(page, language, site.base.after_title) for page in pages]
        for language, pages in SEEN.items()
    }
    assert site.remove() == site.base.homes
    assert sorted(page["title"] for page in site.export["pages"]) == sorted(TITLES)


def whole(page: dict[str, Any], language: str, after_title: str) -> dict[str, Any]:
    """Return all that is told of such a page, where nothing is wrong with it."""
    return {
        "title": f"{page['title']}{after_title}",
        "headings": [page["title"]],
        "canonical": [quote(page["path"])],
        "descriptions": page.get("descriptions", []),
        "cards": 1,
        "mains": 1,
        "language": language,
        "buttons": page["buttons"],
        "fields": page.get("fields", 0),
        "faults": [],
    }


def read(reader: Page, address: str, language: str) -> list[dict[str, Any]]:
    """Go from a programme to its event, and return what is told of each."""
    programme, event = SEEN[language]
    reader.goto(f"{address}{programme['path']}")
    found = [look(reader)]
    reader.get_by_role("link", name=event["title"], exact=True).click()
    expect(reader).to_have_url(f"{address}{quote(event['path'])}")
    expect(reader.locator(MOVED_TO).first).to_be_visible()
    expect(reader.get_by_text(NOTE)).to_be_visible()
    return [*found, look(reader)]


def find_by_keyboard(reader: Page, address: str) -> None:
    """Search a programme, and choose a filter of those that are folded away, without a mouse."""
    keyboard = Editor(reader, address)
    reader.goto(f"{address}{SEEN['en'][0]['path']}")
    card = reader.get_by_role("link", name=EVENT, exact=True)
    keyboard.tab_to(field(reader, "Search"))
    reader.keyboard.type("kindness")
    reader.keyboard.press("Enter")
    expect(reader).to_have_url(re.compile("q=kindness"))
    expect(card).to_be_visible()

    keyboard.press_on(reader.get_by_text("More filters"))
    keyboard.tab_to(reader.get_by_label("Cancelled"))
    reader.keyboard.press("Space")
    reader.keyboard.press("Enter")
    expect(reader).to_have_url(re.compile("status=cancelled"))
    expect(card).to_have_count(0)
    keyboard.press_on(reader.get_by_role("link", name="Show everything").first)
    expect(card).to_be_visible()
