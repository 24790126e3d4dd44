"""The life of an event as an editor lives it in the admin, and as readers see it."""

import re
from datetime import date, time, timedelta

from django.utils import timezone
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as BrowserPage
from wagtail.users.models import UserProfile

from tests.browser.editor import Editor, field
from tests.factories import make_event, make_programme, when

EVENT = "/conversations/kindness-at-work/"
QUESTION = "When was somebody kind to you at work?"
SECRET = "Leave a long silence here."
DAY = date(timezone.now().year + 1, 6, 1)
NEXT_DAY = DAY + timedelta(days=1)
PLAN = {
    "start_date": DAY,
    "start_time": time(12, 30),
    "end_time": time(14, 0),
    "timezone": "Europe/London",
}


def at(day: date, clock: str, offset: str = "+01:00") -> str:
    """Return what finds a moment on a page, by what its markup says."""
    return f'time[datetime="{day:%Y-%m-%d}T{clock}:00{offset}"]'


def publish_programme(editor: Editor, home: int) -> None:
    editor.add_below(home, "Programme")
    editor.fill_in({"Title": "Conversations"})
    editor.field("Time zone for new events").select_option("Europe/London")
    editor.publish()
    expect(editor.message).to_contain_text("published")


def publish_host(editor: Editor) -> None:
    editor.open("Hosts")
    editor.page.get_by_role("link", name="Add host").click()
    editor.fill_in({"Honorific": "Professor", "Name": "Ada Bell"})
    editor.tab("Consent and contact")
    editor.field("Has agreed to be listed").check()
    editor.fill_in({"Agreement given by": "Ada Bell"})
    editor.fill_in_dates({"Agreement given on": "2026-01-15"})
    editor.publish()
    expect(editor.message).to_contain_text("published")


def compose_event(editor: Editor) -> None:
    """Write down what is known so far; the form saves it by itself, complete or not."""
    editor.open("Events")
    editor.page.get_by_role("link", name="Add event").click()
    editor.wait_for_form("Event")
    editor.fill_in({"Title": "Kindness at work", "Summary": "We talk about kindness."})
    editor.tab("Conversation")
    question = editor.insert("Conversation", "Question")
    editor.tab("For facilitators")
    note = editor.insert("Running order", "Note on a question")
    field(note, "Note").fill(SECRET)
    editor.tab("Conversation")
    editor.wait_for_calm()
    expect(editor.indicator.get_by_text("Saved")).to_be_visible()
    field(question, "Question").fill(QUESTION)
    editor.tab("Event")
    editor.choose_host("Professor Ada Bell")
    expect(editor.field("Time zone")).to_have_value("Europe/London")
    editor.fill_in_dates({"Starts on": f"{DAY}", "Starts at": "12:30"})
    expect(editor.field("Ends at")).to_have_value("")
    editor.fill_in_dates({"Ends at": "11:30"})
    editor.fill_in({"Venue": "Town library"})
    editor.wait_for_calm()
    expect(editor.indicator.get_by_text("Saved")).to_be_visible()


def test_event_is_composed_in_the_admin_from_nothing(
    editor: Editor, reader: BrowserPage, live_home
):
    publish_programme(editor, live_home.pk)
    publish_host(editor)
    compose_event(editor)

    editor.publish()

    expect(editor.message).to_contain_text("could not be saved")
    editor.tab("Event")
    ends_at = editor.field("Ends at")
    expect(ends_at).to_have_value("11:30")
    expect(ends_at).to_have_accessible_description(re.compile("must end after it starts"))
    expect(editor.field("Starts at")).to_have_value("12:30")
    expect(editor.field("Venue")).to_have_value("Town library")
    expect(editor.field("Summary")).to_have_value("We talk about kindness.")
    expect(editor.section("Hosts, speakers and partners")).to_contain_text("Professor Ada Bell")
    editor.tab("Conversation")
    expect(editor.field("Question")).to_have_value(QUESTION)
    editor.tab("For facilitators")
    expect(editor.field("Note")).to_have_value(SECRET)

    editor.tab("Event")
    editor.fill_in_dates({"Ends at": "14:00"})
    editor.publish()

    expect(editor.message).to_contain_text("published")
    reader.goto(EVENT)
    expect(reader.get_by_role("heading", name=QUESTION)).to_be_visible()
    expect(reader.get_by_role("link", name="Professor Ada Bell")).to_be_visible()
    expect(reader.locator(at(DAY, "12:30")).first).to_contain_text("12:30 p.m.")
    expect(reader.get_by_text("London time (BST)").first).to_be_visible()
    expect(reader.get_by_text("Town library").first).to_be_visible()
    assert SECRET not in reader.content()


def test_date_is_moved_cancelled_and_reinstated(editor: Editor, reader: BrowserPage, live_home):
    make_event(make_programme(live_home), **PLAN)

    editor.act_on_date("Kindness at work", "Change")
    expect(editor.field("Starts at")).to_have_value("12:30")
    editor.fill_in_dates({"Starts on": f"{NEXT_DAY}", "Starts at": "18:00", "Ends at": "17:00"})
    editor.confirm("Change")
    expect(editor.field("Ends at")).to_have_value("17:00")
    refused = editor.page.get_by_role("paragraph")
    expect(refused.filter(has_text="The event must end after it starts.")).to_be_visible()
    editor.fill_in_dates({"Ends at": "19:30"})
    editor.confirm("Change")

    expect(editor.message).to_contain_text("The date is changed.")
    reader.goto(EVENT)
    expect(reader.locator(at(NEXT_DAY, "18:00")).first).to_contain_text("6 p.m.")
    expect(reader.locator("del").locator(at(DAY, "12:30"))).to_be_visible()

    editor.act_on_date("Kindness at work", "Cancel")
    editor.fill_in({"Public note": "The library is flooded."})
    editor.confirm("Cancel")

    expect(editor.message).to_contain_text("The date is cancelled.")
    reader.reload()
    expect(reader.get_by_role("heading", name="This event will not take place.")).to_be_visible()
    expect(reader.get_by_text("The library is flooded.")).to_be_visible()
    expect(reader.locator("s").locator(at(NEXT_DAY, "18:00")).first).to_be_visible()

    editor.act_on_date("Kindness at work", "Reinstate")
    editor.confirm("Reinstate")

    expect(editor.message).to_contain_text("The date goes ahead.")
    reader.reload()
    expect(reader.get_by_role("heading", name="You do not need to book.")).to_be_visible()
    expect(reader.get_by_text("The library is flooded.")).to_have_count(0)
    expect(reader.locator(at(NEXT_DAY, "18:00")).first).to_be_visible()


def add_round(editor: Editor, title: str, minutes: int) -> None:
    part = editor.insert("DIY event guide", "Round")
    field(part, "Title").fill(title)
    field(part, "Minutes").fill(f"{minutes}")


def publish_pack(editor: Editor, event: int) -> None:
    editor.add_below(event, "Insights pack")
    editor.fill_in({"Title": "What we learnt about kindness"})
    finding = editor.insert("Insights", "Finding")
    field(finding, "Title").fill("Small things carry far")
    finding.locator("[contenteditable=true]").press_sequentially("A cup of tea was enough.")
    finding.get_by_label(QUESTION).check()
    editor.tab("DIY event guide")
    add_round(editor, "Stories in pairs", 45)
    add_round(editor, "One word each", 15)
    editor.publish()
    expect(editor.message).to_contain_text("published")


def test_pack_opens_after_the_event_and_its_guide_is_printed(
    editor: Editor, reader: BrowserPage, browser: Browser, live_home, live_server
):
    event = make_event(
        make_programme(live_home),
        conversation=[("question", {"question": QUESTION})],
        **when(timezone.now() - timedelta(days=9)),
    )
    publish_pack(editor, event.pk)

    reader.goto(EVENT)
    expect(reader.get_by_text("what was learnt is open to all")).to_be_visible()
    reader.get_by_role("link", name="Read what was learnt").click()
    expect(reader.get_by_role("heading", name="Small things carry far")).to_be_visible()
    expect(reader.get_by_text("A cup of tea was enough.")).to_be_visible()
    expect(reader.get_by_text(QUESTION)).to_be_visible()
    reader.goto(f"{EVENT}what-we-learnt-about-kindness/guide/")
    print_button = reader.get_by_role("button", name="Print this guide")
    expect(print_button).to_be_visible()
    expect(reader.get_by_label("We start at")).to_be_visible()

    reader.emulate_media(media="print")
    printed = reader.pdf()

    expect(print_button).not_to_be_visible()
    expect(reader.get_by_label("We start at")).not_to_be_visible()
    expect(reader.get_by_role("heading", name="Stories in pairs")).to_be_visible()
    assert printed.startswith(b"%PDF-")

    with browser.new_context(java_script_enabled=False) as context:
        plain = context.new_page()
        plain.goto(f"{live_server.url}{EVENT}what-we-learnt-about-kindness/guide/")
        plain.get_by_label("We start at").fill("14:15")
        plain.get_by_role("button", name="Change the times").click()

        lines = plain.get_by_role("table").locator("tbody tr")
        expect(lines).to_have_text(
            [
                re.compile(r"2:15 p\.m\.\s+Stories in pairs\s+45 minutes"),
                re.compile(r"3 p\.m\.\s+One word each\s+15 minutes"),
                re.compile(r"3:15 p\.m\.\s+End"),
            ]
        )
        expect(plain.get_by_role("button", name="Print this guide")).to_have_count(0)


def test_editor_far_away_reads_and_types_the_time_of_the_event(
    editor: Editor, superuser, reader: BrowserPage, live_home
):
    account = {"current_time_zone": "Pacific/Auckland"}
    UserProfile.objects.update_or_create(user=superuser, defaults=account)
    make_event(make_programme(live_home), **PLAN)

    editor.open("Events")
    row = editor.page.get_by_role("row", name="Kindness at work")
    expect(row).to_contain_text(f"{DAY:%-d %b %Y}, 12:30")
    row.get_by_role("link", name="Kindness at work", exact=True).click()
    editor.tab("Event")
    expect(editor.field("Starts on")).to_have_value(f"{DAY}")
    expect(editor.field("Starts at")).to_have_value("12:30")
    editor.fill_in_dates({"Starts at": "18:00", "Ends at": "19:30"})
    editor.publish()

    expect(editor.message).to_contain_text("published")
    reader.goto(EVENT)
    expect(reader.locator(at(DAY, "18:00")).first).to_contain_text("6 p.m.")
    editor.act_on_date("Kindness at work", "Change")
    expect(editor.field("Starts at")).to_have_value("18:00")
    editor.fill_in_dates({"Starts at": "09:15"})
    editor.confirm("Change")
    expect(editor.page.get_by_role("row", name="Kindness at work")).to_contain_text("09:15")
    reader.reload()
    expect(reader.locator(at(DAY, "09:15")).first).to_contain_text("9:15 a.m.")


def test_draft_is_previewed_as_it_will_look_afterwards(editor: Editor, live_home):
    make_event(make_programme(live_home), **PLAN)
    editor.open("Events")
    editor.page.get_by_role("link", name="Kindness at work", exact=True).click()
    editor.fill_in({"Summary": "Only in the draft."})

    editor.page.get_by_role("button", name="Toggle preview").click()
    preview = editor.page.frame_locator("#w-preview-iframe")
    mode = editor.page.get_by_label("Preview mode")
    expect(preview.get_by_role("heading", name="You do not need to book.")).to_be_visible()
    mode.select_option(label="As it will look: Has taken place")

    expect(preview.get_by_text("This event has taken place.")).to_be_visible()
    expect(preview.get_by_text("Only in the draft.")).to_be_visible()


def test_keyboard_alone_cancels_a_date(editor: Editor, reader: BrowserPage, live_home):
    make_event(make_programme(live_home), **PLAN)
    page = editor.page

    editor.press_on(editor.menu.get_by_role("button", name="Events", exact=True))
    editor.press_on(editor.menu.get_by_role("link", name="Dates", exact=True))
    expect(page.get_by_role("heading", level=1, name="Dates")).to_be_visible()
    editor.press_on(page.get_by_role("link", name="Cancel", exact=True))
    editor.tab_to(editor.field("Public note"))
    page.keyboard.type("The library is flooded.")
    editor.press_on(page.get_by_role("button", name="Cancel this date"))

    expect(editor.message).to_contain_text("The date is cancelled.")
    reader.goto(EVENT)
    expect(reader.get_by_text("The library is flooded.")).to_be_visible()
