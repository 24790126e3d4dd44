"""The script of the event's form: the end follows the start, and only what applies is shown."""

import pytest
from playwright.sync_api import Page as BrowserPage
from playwright.sync_api import expect

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
        page.get_by_role("tab", name=name).click()
        return page

    return open_tab


def type_into(page: BrowserPage, name: str, text: str) -> None:
    page.fill(f"#id_{name}", text)
    page.press(f"#id_{name}", "Tab")


def test_end_follows_the_start_until_it_is_typed(form):
    page = form("When and where")
    type_into(page, "end_time", "")

    type_into(page, "start_time", "23:15")
    followed = (page.input_value("#id_end_date"), page.input_value("#id_end_time"))
    type_into(page, "start_time", "10:00")
    followed_again = (page.input_value("#id_end_date"), page.input_value("#id_end_time"))
    type_into(page, "end_time", "11:00")
    type_into(page, "start_time", "09:00")

    assert followed == ("2027-06-02", "01:15")
    assert followed_again == ("", "12:00")
    assert page.input_value("#id_end_time") == "11:00"


def test_day_after_that_was_offered_goes_when_the_end_is_the_same_evening(form):
    page = form("When and where")
    type_into(page, "end_time", "")
    type_into(page, "start_time", "23:15")
    assert page.input_value("#id_end_date") == "2027-06-02"

    type_into(page, "end_time", "00:30")
    over_midnight = page.input_value("#id_end_date")
    type_into(page, "end_time", "23:45")

    assert over_midnight == "2027-06-02"
    assert page.input_value("#id_end_date") == ""


def test_last_day_that_was_typed_stays(form):
    page = form("When and where")
    type_into(page, "end_date", "2027-06-02")
    type_into(page, "start_time", "09:00")

    type_into(page, "end_time", "17:00")

    assert page.input_value("#id_end_date") == "2027-06-02"


def test_fields_of_booking_are_shown_when_they_apply(form):
    page = form("Booking")
    url, opens = page.locator("#id_booking_url"), page.locator("#id_booking_opens_date")
    expect(url).to_be_hidden()
    expect(opens).to_be_hidden()

    page.select_option("#id_booking_mode", "elsewhere")

    expect(url).to_be_visible()
    expect(opens).to_be_visible()


def test_fields_of_the_place_are_shown_when_they_apply(form):
    page = form("When and where")
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
