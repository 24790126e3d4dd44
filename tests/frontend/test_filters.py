"""The filters of a list: by keyboard, said aloud, and without script."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

MOST_TABS = 60


def tab_to(tab: Tab, target) -> None:
    """Reach something with the keyboard alone."""
    expect(target).to_be_visible()
    for _ in range(MOST_TABS):
        tab.keyboard.press("Tab")
        if target.evaluate("node => node === document.activeElement"):
            return
    raise AssertionError(f"{target} is not reached by keyboard")


def titles(running, query: str) -> list[str]:
    found = running.api(f"events/?programme=/conversations/&{query}")
    return [card["title"].replace("\xa0", " ") for card in found["items"]]


def shown(tab: Tab) -> list[str]:
    cards = tab.locator("#results .card__title").all_inner_texts()
    return [title.replace("\xa0", " ") for title in cards]


def query_of(tab: Tab) -> dict[str, list[str]]:
    return parse_qs(urlsplit(tab.url).query)


def test_skip_link_comes_first_and_leads_to_the_content(tab):
    tab.goto("/conversations/")

    tab.keyboard.press("Tab")
    expect(tab.get_by_role("link", name="Skip to the content")).to_be_focused()
    tab.keyboard.press("Enter")

    expect(tab.locator("main")).to_be_focused()


def test_filters_work_by_keyboard_and_say_how_many_there_are(running, tab):
    tab.goto("/conversations/")
    tab_to(tab, tab.locator("summary", has_text="More filters"))
    tab.keyboard.press("Enter")
    food = tab.get_by_role("checkbox", name="food")
    tab_to(tab, food)
    tab.keyboard.press("Space")

    expected = titles(running, "tag=food")
    expect(tab.get_by_role("status")).to_have_text(re.compile(rf"^{len(expected)} conversations?"))
    expect(food).to_be_focused()
    assert shown(tab) == expected
    assert query_of(tab) == {"tag": ["food"]}
    tab_to(tab, tab.get_by_role("button", name="Show conversations"))


def test_words_are_sent_with_enter_and_the_way_back_leads_back(running, tab):
    tab.goto("/conversations/")
    whole = shown(tab)
    tab_to(tab, tab.get_by_role("searchbox", name="Words"))
    tab.keyboard.type("soup")
    tab.keyboard.press("Enter")

    expect(tab.get_by_role("status")).not_to_be_empty()
    assert shown(tab) == titles(running, "q=soup") != whole
    tab.go_back()
    expect(tab.locator("#results .card")).to_have_count(len(whole))


def test_filter_is_removed_by_its_link(running, tab):
    tab.goto("/conversations/?tag=food&when=upcoming")
    tab.get_by_role("link", name="Remove food").click()

    expect(tab).to_have_url(re.compile(r"\?when=upcoming$"))
    assert shown(tab) == titles(running, "when=upcoming")


def test_nothing_found_is_said_and_something_else_offered(tab):
    tab.goto("/conversations/?q=qqq")

    expect(tab.get_by_text("No conversation matches.")).to_be_visible()
    expect(tab.get_by_role("link", name="Clear all filters")).to_be_visible()


@pytest.mark.parametrize("query", ["tag=food&tag=grief", "mode=online&when=upcoming", "q=soup"])
def test_list_is_filtered_without_script(running, browser, query):
    with browser.new_context(base_url=running.url, java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto("/conversations/")
        whole = shown(tab)
        tab.goto(f"/conversations/?{query}")

        assert shown(tab) == titles(running, query) != whole


def test_form_is_sent_without_script(running, browser):
    with browser.new_context(base_url=running.url, java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto("/conversations/")
        tab.get_by_role("combobox", name="When").select_option("past")
        tab.get_by_role("button", name="Show conversations").click()

        assert query_of(tab)["when"] == ["past"]
        assert shown(tab) == titles(running, "when=past")


def test_long_list_goes_on_where_it_ended(running, tab):
    everything = titles(running, "limit=100&each=date")
    tab.goto("/conversations/?each=date")

    seen = shown(tab)
    while (more := tab.get_by_role("link", name="More conversations")).count():
        more.click()
        tab.wait_for_load_state()
        seen += shown(tab)

    assert seen == everything
    assert len(seen) > 20
