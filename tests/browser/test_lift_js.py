"""The script adds the reader's own time, and takes nothing away where it is not needed."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.template import Context, Template
from django.utils import translation

from wagtail_lift.models import EventOccurrence

SCRIPT = Path(__file__).parents[2] / "wagtail_lift/static/wagtail_lift/js/lift.js"
OCCURRENCE = EventOccurrence(
    starts_at=datetime(2026, 6, 1, 11, 30, tzinfo=UTC),
    ends_at=datetime(2026, 6, 1, 13, 0, tzinfo=UTC),
    timezone="Europe/London",
)


def readers_times(browser, timezone: str, body: str, language: str = "en") -> list[str]:
    """Return what the script adds for a reader in a zone."""
    source = f"<html lang={language}><body>{{% load wagtail_lift_tags %}}{body}</body></html>"
    html = Template(source).render(Context({"item": OCCURRENCE}))
    with browser.new_context(timezone_id=timezone) as context:
        page = context.new_page()
        page.set_content(html)
        page.add_script_tag(path=SCRIPT)
        texts = page.locator(".lift-when__local").all_inner_texts()
    return [" ".join(text.split()) for text in texts]


def test_reader_elsewhere_sees_their_own_time(browser):
    shown = readers_times(browser, "America/New_York", "{% lift_when item %}")

    assert shown == ["Your time: Mon, Jun 1, 7:30 – 9:00 AM EDT"]


@pytest.mark.parametrize(("language", "expected"), [("en-gb", "am"), ("de", "")])
def test_readers_time_is_written_as_the_time_beside_it(language, expected, browser):
    with translation.override(language):
        shown = readers_times(browser, "America/New_York", "{% lift_when item %}", "en-GB")

    assert [re.sub("[^amp]", "", text.split("7:30")[1]) for text in shown] == [expected]


@pytest.mark.parametrize("timezone", ["Europe/London", "Europe/Jersey", "Africa/Lagos"])
def test_reader_whose_clocks_show_the_same_sees_nothing_more(browser, timezone):
    assert readers_times(browser, timezone, "{% lift_when item %}") == []


def test_struck_out_time_stays_as_it_is(browser):
    assert readers_times(browser, "America/New_York", "<s>{% lift_when item %}</s>") == []


def test_print_button_appears_and_prints(page):
    page.set_content("<button data-lift-print hidden>Print</button>")
    page.evaluate("window.print = () => { document.title = 'printed' }")
    page.add_script_tag(path=SCRIPT)

    page.get_by_role("button", name="Print").click()

    assert page.title() == "printed"
