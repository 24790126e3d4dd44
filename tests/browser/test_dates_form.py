"""The dates of an event in its form: chosen without a mouse, shown while they are typed."""

from calendar import TUESDAY, Calendar
from datetime import date, time

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as BrowserPage

from tests.browser.editor import Editor
from tests.factories import make_event, make_programme
from wagtail_lift.actions import postpone_meeting

YEAR = timezone.now().year + 1
EVENT = "/conversations/kindness-at-work/"


def second_tuesday(month: int) -> date:
    """Return that day of a month of next year."""
    days = Calendar().itermonthdates(YEAR, month)
    return [day for day in days if (day.month, day.weekday()) == (month, TUESDAY)][1]


DAYS = [second_tuesday(month) for month in range(3, 10)]
PLAN = {
    "start_date": DAYS[0],
    "start_time": time(19, 30),
    "end_time": time(21, 0),
    "timezone": "Europe/London",
}


def in_words(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b %Y}, 19:30–21:00"


def choose(editor: Editor, label: str, typed: str) -> None:
    """Reach a field by keyboard, and type a choice or a value."""
    editor.tab_to(editor.field(label))
    editor.page.keyboard.type(typed)


def open_form(editor: Editor, event) -> None:
    editor.page.goto(f"{editor.address}/admin/pages/{event.pk}/edit/")
    expect(editor.page.locator("html[data-watched]")).to_be_attached()


def open_dates(editor: Editor, event) -> None:
    """Open the tab of the form in which the dates are, by keyboard."""
    open_form(editor, event)
    editor.tab_to(editor.page.get_by_role("tab", selected=True))
    editor.page.keyboard.press("ArrowRight")
    editor.page.keyboard.press("ArrowRight")
    expect(editor.page.get_by_role("tab", name="More dates", selected=True)).to_be_visible()


def publish_by_keyboard(editor: Editor) -> None:
    editor.wait_for_calm()
    editor.press_on(editor.footer.get_by_role("button", name="More actions"))
    editor.press_on(editor.footer.get_by_role("button", name="Publish", exact=True))
    expect(editor.message).to_contain_text("published")


def test_keyboard_alone_plans_every_second_tuesday(editor: Editor, reader: BrowserPage, live_home):
    event = make_event(make_programme(live_home), **PLAN)
    open_dates(editor, event)
    next_dates = editor.page.locator(".lift-plan__dates").first.get_by_role("listitem")

    choose(editor, "How often", "Monthly")
    choose(editor, "In each month", "On the second")
    choose(editor, "Weekday", "Tuesday")
    choose(editor, "Ends", "A number")
    choose(editor, "Number of times, the first included", "7")

    expect(next_dates).to_have_text([in_words(day) for day in DAYS[:5]])
    publish_by_keyboard(editor)
    reader.goto(EVENT)
    listed = reader.locator(".lift-dates__item")
    expect(listed).to_have_count(7)
    for item, day in zip(listed.all(), DAYS, strict=True):
        words = f"{day:%A} {day.day} {day:%B %Y} 7:30 p.m. to 9 p.m."
        expect(item.get_by_role("link", name=words)).to_be_visible()
        expect(item).to_contain_text("Drop in")


@pytest.fixture
def postponed_event(live_home):
    """Seven second Tuesdays, the last of them postponed."""
    rule = "FREQ=MONTHLY;BYDAY=2TU;COUNT=7"
    event = make_event(make_programme(live_home), recurrence_rule=rule, **PLAN)
    last = event.lift_event.meetings.order_by("starts_at").last()
    postpone_meeting(last, user=None, public_note="Our host is ill.")
    return event


def test_date_that_disappears_is_put_to_the_editor(
    editor: Editor, browser: Browser, postponed_event
):
    open_dates(editor, postponed_event)
    times = editor.field("Number of times, the first included")
    times.fill("4")
    expect(editor.page.get_by_text("All 4 dates")).to_be_visible()
    editor.publish()
    expect(editor.message).to_contain_text("published")

    open_form(editor, postponed_event)
    told = editor.page.get_by_text("This date is no longer planned below")
    expect(told).to_be_visible()
    expect(told).to_contain_text(f"{DAYS[6].day} {DAYS[6]:%b %Y}, 19:30")
    editor.page.get_by_role("link", name="list of dates").click()
    row = editor.page.get_by_role("row", name=f"{DAYS[6].day} {DAYS[6]:%b %Y}")
    row.get_by_role("link", name="Keep", exact=True).click()
    editor.confirm("Keep")

    expect(editor.message).to_contain_text("kept")
    open_form(editor, postponed_event)
    expect(editor.page.get_by_text("This date is postponed.")).to_be_visible()
    expect(told).to_have_count(0)
