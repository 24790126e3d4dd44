"""Dates and times typed key by key: told at once how they are understood, and changed by nobody."""

from datetime import date, time, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Request, Route, expect
from playwright.sync_api import Page as BrowserPage
from wagtail.users.models import UserProfile

from tests.browser.editor import Editor
from tests.factories import make_event, make_programme, meeting_of
from wagtail_lift.pages.models import EventPage

DAY = "Wednesday 20 January 2027"
LONDON = "London time (GMT)"


def edit(editor: Editor, event: EventPage) -> None:
    """Open the form, whose first tab has the dates."""
    editor.page.goto(f"{editor.address}/admin/pages/{event.pk}/edit/")
    expect(editor.page.locator("html[data-watched]")).to_be_attached()
    expect(editor.page.locator("#id_start_date")).to_be_visible()


@pytest.fixture
def event(live_home) -> EventPage:
    """An event of which no end is known."""
    return make_event(make_programme(live_home))


@pytest.fixture
def form(editor: Editor, event: EventPage) -> BrowserPage:
    """The form of the event, without its dates and times."""
    edit(editor, event)
    for name in ("start_date", "start_time", "end_time"):
        rewrite(editor.page, name, "")
    return editor.page


def rewrite(page: BrowserPage, name: str, text: str) -> None:
    """Click into a field, replace what is there key by key, and leave with the tabulator."""
    page.click(f"#id_{name}", click_count=3)
    page.keyboard.press("Delete")
    page.keyboard.type(text, delay=20)
    page.keyboard.press("Tab")


def told(page: BrowserPage) -> Locator:
    """Return where the form tells how dates and times are understood."""
    return page.locator("[data-lift-when]")


def values(page: BrowserPage, *names: str) -> list[str]:
    return [page.input_value(f"#id_{name}") for name in names]


def publish(page: BrowserPage) -> None:
    page.locator("form[data-edit-form] footer button[aria-expanded]").last.click()
    page.locator("[name=action-publish]").click()


def test_what_is_typed_is_told_at_once_and_published(editor: Editor, form: BrowserPage, event):
    expect(told(form)).to_have_text("Date to come")
    rewrite(form, "start_date", "20/1/2027")
    expect(told(form)).to_contain_text(DAY)
    rewrite(form, "start_time", "12:30")
    expect(told(form)).to_contain_text("If you leave the end empty, it is 14:30.")

    rewrite(form, "end_time", "14:00")

    expect(told(form)).to_have_text(f"{DAY}, 12:30 to 14:00, 1 h 30 min, {LONDON}")
    assert values(form, "start_date", "start_time", "end_date", "end_time") == [
        "20/1/2027",
        "12:30",
        "",
        "14:00",
    ]
    editor.wait_for_calm()
    publish(form)
    expect(editor.message).to_contain_text("published")
    event.refresh_from_db()
    assert (event.start_date, event.start_time, event.end_date, event.end_time) == (
        date(2027, 1, 20),
        time(12, 30),
        None,
        time(14, 0),
    )


def test_night_and_day_are_told_before_the_field_is_left(form: BrowserPage):
    rewrite(form, "start_date", "20 Jan 2027")
    rewrite(form, "start_time", "10pm")
    form.click("#id_end_time")
    expect(form.locator(".xdsoft_datetimepicker").filter(visible=True)).to_have_count(1)

    form.keyboard.type("1am", delay=20)

    expect(told(form)).to_have_text(f"{DAY}, 22:00 to Thursday 21 January, 01:00, 3 h, {LONDON}")
    expect(form.locator(".xdsoft_datetimepicker").filter(visible=True)).to_have_count(0)
    assert form.evaluate("document.activeElement.id") == "id_end_time"


def test_what_is_not_understood_stays_and_is_refused_at_its_field(
    form: BrowserPage, editor: Editor
):
    rewrite(form, "start_time", "7pm")
    form.click("#id_start_date")
    form.keyboard.type("2027-02-3", delay=20)
    expect(told(form)).to_contain_text("Wednesday 3 February 2027")
    form.keyboard.type("0")
    expect(told(form)).to_have_text("")

    form.keyboard.press("Tab")

    fault = "There is no such day as “2027-02-30”. Check the day and the month."
    expect(told(form)).to_have_text(f"Starts on: {fault}")
    rewrite(form, "end_time", "half past")
    assert values(form, "start_date", "start_time", "end_time") == [
        "2027-02-30",
        "7pm",
        "half past",
    ]
    publish(form)
    expect(form.locator(".messages")).to_contain_text("could not be")
    at_field = form.locator("[data-field-wrapper]:has(#id_start_date)")
    expect(at_field).to_contain_text(fault)
    assert values(form, "start_date", "start_time", "end_time") == [
        "2027-02-30",
        "7pm",
        "half past",
    ]


def test_german_editor_types_german(editor: Editor, event, superuser):
    UserProfile.objects.create(user=superuser, preferred_language="de")
    edit(editor, event)
    page = editor.page

    rewrite(page, "start_date", "20.1.2027")
    rewrite(page, "start_time", "14.30 Uhr")
    rewrite(page, "end_time", "16 Uhr")

    german = "Mittwoch, 20. Januar 2027, 14:30 bis 16:00, 1 Std. 30 Min., Ortszeit London (GMT)"
    expect(told(page)).to_have_text(german)
    assert values(page, "start_date", "start_time") == ["20.1.2027", "14.30 Uhr"]
    rewrite(page, "start_date", "morgen")
    tomorrow = timezone.localdate() + timedelta(days=1)
    expect(told(page)).to_contain_text(f"{tomorrow.day}. ")
    expect(told(page)).to_contain_text(f"{tomorrow.year}, 14:30 bis 16:00")
    assert values(page, "start_date") == ["morgen"]


def test_server_is_asked_about_what_was_typed_not_about_each_key(form: BrowserPage):
    expect(told(form)).to_have_text("Date to come")
    asked: list[str] = []

    def note(request: Request) -> None:
        if "/lift/when/" in request.url:
            asked.append(request.url)

    form.on("request", note)
    form.click("#id_start_date")
    form.keyboard.type("20 January 2027", delay=20)
    expect(told(form)).to_contain_text(DAY)

    assert len(asked) < 5  # one, unless the machine is busy
    assert "start_date=20+January+2027" in asked[-1]
    assert asked[-1].endswith("typing=start_date")


def test_nothing_old_is_told_where_there_is_no_answer(form: BrowserPage):
    rewrite(form, "start_date", "20 Jan 2027")
    expect(told(form)).to_contain_text(DAY)

    def fail(route: Route) -> None:
        route.abort()

    form.route("**/lift/when/**", fail)
    rewrite(form, "start_date", "21 Jan 2027")

    expect(told(form)).to_have_text("")


def test_form_of_a_date_tells_and_changes_nothing(editor: Editor, event):
    page = editor.page
    page.goto(f"{editor.address}/admin/lift/dates/change/{meeting_of(event).pk}/")
    expect(told(page)).to_contain_text("Tuesday 1 June 2027, 12:30 to 14:00, 1 h 30 min")

    rewrite(page, "start_date", "20/1/2027")
    rewrite(page, "start_time", "7pm")
    rewrite(page, "end_time", "2030")

    expect(told(page)).to_have_text(f"{DAY}, 19:00 to 20:30, 1 h 30 min, {LONDON}")
    assert values(page, "start_date", "start_time", "end_time") == ["20/1/2027", "7pm", "2030"]
    editor.confirm("Change")
    expect(editor.message).to_contain_text("changed")
