"""A date is moved in the calendar of the admin: with the mouse, by keyboard, without script."""

import pytest
from playwright.sync_api import expect

from tests.browser.editor import Editor
from tests.factories import make_event, make_programme, meeting_of


@pytest.fixture
def event(live_home):
    """An event on 1 June 2027, a Tuesday."""
    return make_event(make_programme(live_home))


def day_of(editor, day):
    return editor.page.locator(f"[data-day='{day}']")


def open_june(editor):
    editor.page.goto(f"{editor.address}/admin/lift/calendar/?day=2027-06-01")
    expect(day_of(editor, "2027-06-01")).to_contain_text("Kindness at work")


def confirm(editor, day):
    """Confirm in the form, in which the day stands already, and come back to the calendar."""
    expect(editor.field("To which day")).to_have_value(day)
    editor.page.get_by_role("button", name="Move this date").click()
    expect(editor.message).to_contain_text("The date is moved.")
    expect(day_of(editor, day)).to_contain_text("Kindness at work")


def test_date_is_dragged_to_another_day(editor, event):
    open_june(editor)
    entry = editor.page.locator("[data-move]")

    entry.drag_to(day_of(editor, "2027-06-10"))

    confirm(editor, "2027-06-10")
    assert str(meeting_of(event).current_start) == "2027-06-10 12:30:00"


def test_date_that_is_dropped_on_its_own_day_stays(editor, event):
    open_june(editor)
    address = editor.page.url

    editor.page.locator("[data-move]").drag_to(day_of(editor, "2027-06-01"))

    expect(editor.page.locator(".lift-calendar__day--target")).to_have_count(0)
    assert editor.page.url == address


def test_date_is_moved_by_keyboard_alone(editor, event):
    open_june(editor)
    link = editor.page.get_by_role("link", name="Move Kindness at work")
    editor.tab_to(link)

    for key in ("ArrowDown", "ArrowRight", "ArrowRight", "ArrowLeft"):
        editor.page.keyboard.press(key)

    expect(editor.page.locator("[data-lift-calendar-told]")).to_have_text("Wednesday, June 9, 2027")
    editor.page.keyboard.press("Enter")
    expect(editor.field("To which day")).to_have_value("2027-06-09")
    editor.press_on(editor.page.get_by_role("button", name="Move this date"))
    expect(day_of(editor, "2027-06-09")).to_contain_text("Kindness at work")
    assert str(meeting_of(event).current_start) == "2027-06-09 12:30:00"


def test_escape_takes_the_choice_back_and_enter_follows_the_link(editor, event):
    open_june(editor)
    editor.tab_to(editor.page.get_by_role("link", name="Move Kindness at work"))

    for key in ("ArrowDown", "Escape", "Enter"):
        editor.page.keyboard.press(key)

    expect(editor.field("To which day")).to_have_value("2027-06-01")


def test_date_is_moved_without_any_script(browser, superuser, event, live_server):
    with browser.new_context(java_script_enabled=False) as context:
        editor = Editor(context.new_page(), live_server.url)
        page = editor.page
        page.goto(f"{editor.address}/admin/login/?next=/admin/lift/calendar/%3Fday=2027-06-01")
        page.get_by_label("Username").fill("superuser")
        page.get_by_label("Password").fill("pass")
        page.get_by_role("button", name="Sign in").click()

        page.get_by_role("link", name="Move Kindness at work").click()
        page.get_by_label("To which day").fill("10 June 2027")
        page.get_by_role("button", name="Move this date").click()

        expect(day_of(editor, "2027-06-10")).to_contain_text("Kindness at work")


@pytest.mark.parametrize("width", [360, 390, 800, 1280])
def test_calendar_fits_its_window(editor, event, width):
    make_event(event.get_parent(), "Donaudampfschifffahrtsgesellschaftskapitän " * 3)
    editor.page.set_viewport_size({"width": width, "height": 800})

    open_june(editor)

    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert editor.page.evaluate(overflow) <= 0
