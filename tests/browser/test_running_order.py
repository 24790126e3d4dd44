"""A running order is composed by click and by keyboard, with the questions of the same form."""

import json
from datetime import date, time

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.editor import Editor, field
from tests.factories import make_event, make_pack, make_programme
from wagtail_lift.pages.models import InsightsPack

NONE = "No question chosen"
GONE = "A question that is no longer there"
LOST = "In the running order, the question of this part is no longer there. Its note is kept: 2"
FIRST = {"type": "question", "id": "one", "value": {"question": "What now?", "minutes": 20}}
ARRIVE = {"type": "part", "id": "p", "value": {"title": "Arrive", "minutes": 10}}
NOTE = {"type": "question_note", "id": "n", "value": {"question": "one", "note": "Wait."}}


@pytest.fixture
def event(live_home):
    return make_event(
        make_programme(live_home),
        start_date=date(2031, 6, 1),
        start_time=time(18, 30),
        end_time=time(20, 0),
        conversation=json.dumps([FIRST]),
        running_order=json.dumps([ARRIVE, NOTE]),
    )


def open_form(editor: Editor, page) -> None:
    editor.page.goto(f"{editor.address}/admin/pages/{page.pk}/edit/")
    expect(editor.page.locator("html[data-watched]")).to_be_attached()


def choices(select: Locator) -> list[str]:
    return select.locator("option").all_inner_texts()


def chosen(select: Locator) -> str:
    return select.evaluate("select => select.selectedOptions[0].text")


def test_note_is_on_a_question_that_was_never_saved(editor: Editor, event):
    open_form(editor, event)
    editor.tab("Conversation")
    asked = editor.insert("Conversation", "Question")
    field(asked, "Question").fill("And tomorrow?")
    editor.tab("For facilitators")
    note = editor.insert("Running order", "Note on a question")
    select = field(note, "Question")

    select.focus()
    editor.page.keyboard.type("2")  # as the choice begins: no mouse is needed
    field(note, "Note").fill("Begin with one thing.")
    editor.tab("Conversation")
    field(asked, "Question").fill("And on Tuesday?")
    editor.tab("For facilitators")

    assert choices(select) == [NONE, "1. What now?", "2. And on Tuesday?"]
    assert chosen(select) == "2. And on Tuesday?"
    editor.wait_for_calm()
    editor.page.reload()
    editor.tab("For facilitators")
    last = field(editor.section("Running order"), "Question").last
    assert chosen(last) == "2. And on Tuesday?"
    expect(editor.notices.filter(has_text="In the running order")).to_have_count(0)


def test_question_that_is_removed_tells_and_its_note_stays(editor: Editor, event):
    open_form(editor, event)
    editor.tab("Conversation")
    conversation = editor.section("Conversation")

    conversation.get_by_role("button", name="Delete").click()

    editor.tab("Event")
    expect(editor.notices.filter(has_text=LOST)).to_have_count(1)
    editor.tab("For facilitators")
    select = field(editor.section("Running order"), "Question")
    assert (choices(select), chosen(select)) == ([NONE, GONE], GONE)
    expect(field(editor.section("Running order"), "Note")).to_have_value("Wait.")


def test_choices_follow_the_order_of_the_questions(editor: Editor, event):
    open_form(editor, event)
    editor.tab("Conversation")
    asked = editor.insert("Conversation", "Question")
    field(asked, "Question").fill("And tomorrow?")

    asked.get_by_role("button", name="Move up").click()

    editor.tab("For facilitators")
    select = field(editor.section("Running order"), "Question")
    expect(select.locator("option")).to_have_text([NONE, "1. And tomorrow?", "2. What now?"])
    assert chosen(select) == "2. What now?"


def test_sheet_is_printed_with_clock_times_and_begins_a_guide(editor: Editor, event):
    make_pack(event, "What we learnt", live=False)
    open_form(editor, event)
    editor.tab("For facilitators")
    with editor.page.expect_popup() as opened:
        editor.page.get_by_role("link", name="Clock times, to print").click()
    paper = opened.value

    paper.get_by_label("We start at").fill("09:00")
    paper.get_by_role("button", name="Change the times").click()

    rows = paper.locator(".lift-run-sheet tbody tr")
    expect(rows.nth(1)).to_contain_text("9:10 a.m.")
    paper.emulate_media(media="print")
    expect(paper.get_by_role("button", name="Change the times")).not_to_be_visible()
    expect(paper.locator("wagtail-userbar")).not_to_be_visible()
    expect(paper.get_by_text("Wait.")).to_be_visible()
    paper.close()
    editor.page.get_by_role("link", name="Begin the DIY event guide from it").click()
    editor.press_on(editor.page.get_by_role("button", name="Begin the guide"))
    expect(editor.message).to_contain_text("The guide has been started as a draft.")
    draft = InsightsPack.objects.get().get_latest_revision_as_object()
    assert [child.value["title"] for child in draft.guide] == ["Arrive", "What now?"]
