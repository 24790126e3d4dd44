"""The script of the event's form: only what applies is shown, and nothing is filled in."""

import pytest
from playwright.sync_api import Page as BrowserPage
from playwright.sync_api import expect

from tests.browser.editor import label_with_count
from tests.factories import make_event, make_programme


@pytest.fixture
def form(page: BrowserPage, live_server, home, superuser):
    """Return a function that opens a tab of the edit form of an event."""
    event = make_event(make_programme(home))
    page.goto(f"{live_server.url}/admin/login/?next=/admin/pages/{event.pk}/edit/")
    page.fill("[name=username]", "superuser")
    page.fill("[name=password]", "pass")
    page.press("[name=password]", "Enter")

    def open_tab(name: str) -> BrowserPage:
        page.get_by_role("tab", name=label_with_count(name)).click()
        return page

    return open_tab


def type_into(page: BrowserPage, name: str, text: str) -> None:
    """Replace what is in a field as a person does, key by key, and leave it."""
    page.click(f"#id_{name}", click_count=3)
    page.keyboard.press("Delete")
    page.keyboard.type(text)
    page.keyboard.press("Tab")


def test_no_field_is_filled_in_and_none_changes_when_it_is_left(form):
    page = form("Event")
    type_into(page, "end_time", "")
    type_into(page, "start_time", "23:15")
    values = {"start_date": "20/1/2027", "start_time": "7pm", "end_date": "", "end_time": ""}
    between = {name: page.input_value(f"#id_{name}") for name in ("end_date", "end_time")}
    for name, text in values.items():
        type_into(page, name, text)

    shown = {name: page.input_value(f"#id_{name}") for name in values}
    type_into(page, "end_time", "soon")

    assert between == {"end_date": "", "end_time": ""}
    assert shown == values
    assert page.input_value("#id_end_time") == "soon"


def test_click_into_the_end_leaves_it_empty_for_what_is_typed(form):
    page = form("Event")
    type_into(page, "end_time", "")
    page.click("#id_start_time", click_count=3)
    page.keyboard.type("10:30")

    page.click("#id_end_time")
    page.keyboard.type("14:00")
    page.keyboard.press("Tab")

    assert page.input_value("#id_start_time") == "10:30"
    assert page.input_value("#id_end_time") == "14:00"


def test_clock_offers_quarter_hours(form):
    page = form("Event")
    page.click("#id_end_time")
    clock = page.locator(".xdsoft_datetimepicker").filter(visible=True)

    clock.get_by_text("20:15", exact=True).click()

    expect(page.locator("#id_end_time")).to_have_value("20:15")


def test_fields_of_booking_are_shown_when_they_apply(form):
    page = form("Booking")
    url, opens = page.locator("#id_booking_url"), page.locator("#id_booking_opens_date")
    expect(url).to_be_hidden()
    expect(opens).to_be_hidden()

    page.select_option("#id_booking_mode", "elsewhere")

    expect(url).to_be_visible()
    expect(opens).to_be_visible()


def test_fields_of_the_place_are_shown_when_they_apply(form):
    page = form("Event")
    venue, platform = page.locator("#id_venue_name"), page.locator("#id_platform_name")
    expect(venue).to_be_visible()
    expect(platform).to_be_hidden()

    page.select_option("#id_attendance_mode", "online")

    expect(venue).to_be_hidden()
    expect(platform).to_be_visible()


def test_field_with_an_error_is_shown_though_it_does_not_apply(form):
    page = form("Booking")
    page.select_option("#id_booking_mode", "elsewhere")
    page.fill("#id_booking_url", "nonsense")
    page.select_option("#id_booking_mode", "not_needed")

    page.locator("form[data-edit-form] footer button[aria-expanded]").last.click()
    page.locator("[name=action-publish]").click()

    page.get_by_role("tab", name="Booking").click()
    expect(page.locator("#id_booking_url")).to_be_visible()
