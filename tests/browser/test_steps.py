"""How many steps it takes to compose a real event, with its host, in an empty programme."""

from playwright.sync_api import Page as BrowserPage
from playwright.sync_api import expect
from wagtail.models import Page

from tests.browser.editor import Editor, field
from tests.browser.steps import Steps
from tests.factories import make_programme
from tests.projects.processes import ROOT
from wagtail_lift.pages.models import EventPage

MOST_STEPS = 27
MOST_STEPS_FOR_ALL = 42
MOST_LOADS = 2
QUESTIONS = (
    "When did somebody's compassion change your day?",
    "What makes it hard to be compassionate at work?",
    "What could we do tomorrow?",
)


def test_counts_stand_in_the_documentation():
    text = " ".join((ROOT / "docs/explanation/costs.md").read_text().split())

    assert f"in {MOST_STEPS} steps and {MOST_LOADS} page loads" in text
    assert f"with 31 facts in {MOST_STEPS_FOR_ALL} steps" in text


def add_host(editor: Editor, steps: Steps) -> None:
    """Make the host in the chooser, with consent, and say what they do at the event."""
    hosts = editor.section("Hosts, speakers and partners")
    steps.click(hosts.get_by_role("button", name="Add Host"))
    dialog = editor.page.get_by_role("dialog")
    expect(dialog).to_be_focused()  # it fades in and out, quicker than a hand goes on
    steps.click(dialog.get_by_role("tab", name="Add a new host"))
    steps.write(field(dialog, "Name"), "Ada Bell")
    steps.write(field(dialog, "Organisation"), "The Hill Fund")
    steps.click(field(dialog, "Has agreed to be listed"))
    steps.click(dialog.get_by_role("button", name="Add a new host"))
    expect(hosts).to_contain_text("Ada Bell")
    expect(hosts.get_by_role("button", name="Add Host")).to_be_focused()
    steps.choose(field(hosts, "Role"), "community_partner")


def tell_facts(editor: Editor, steps: Steps) -> None:
    """Tell the facts of the first tab: what it is, when, how one takes part, and whom to ask."""
    written = {
        "Title": "Compassion and Compassionate Leadership",
        "Summary": "An hour and a half about compassion at work.",
        "Starts on": "20/1/2027",
        "Starts at": "12:30",
        "Ends at": "14:00",
    }
    for words, text in written.items():
        steps.write(editor.field(words), text)
    steps.choose(editor.field("Attendance"), "online")
    add_host(editor, steps)
    steps.write(editor.field("Contact name"), "Bo Carr")
    steps.write(editor.field("Contact e-mail"), "bo@example.org")


def tell_conversation(editor: Editor, steps: Steps) -> None:
    """Write three questions, a reading and whom the event is for."""
    steps.click(editor.page.get_by_role("tab", name="Conversation"))
    rows = editor.section("Conversation").locator("[data-streamfield-child]")
    for row, question in zip(rows.all(), QUESTIONS, strict=True):
        steps.write(field(row, "Question"), question)
    reading = editor.section("Recommended reading")
    steps.write(field(reading, "Title"), "The compassion gap")
    steps.write(field(reading, "Authors"), "A. Writer")
    steps.write(field(reading, "Web address"), "https://example.org/compassion")
    steps.write(editor.field("Who it is for"), "People who lead teams.")


def tell_more(editor: Editor, steps: Steps) -> None:
    """Tell where it is online, what is done about access, and begin the text of the page."""
    steps.write(editor.field("Online platform"), "Jitsi Meet")
    steps.write(editor.field("Join link"), "https://meet.example.org/compassion")
    for words in ("Captions", "Sign language interpretation"):
        steps.click(editor.field(words))
    steps.choose(editor.field("Recording"), "no")
    steps.write(editor.field("Languages"), "English, British Sign Language")
    steps.write(editor.field("Anything else about access"), "There is a pause in the middle.")
    body = editor.section("Body")
    steps.click(body.get_by_role("button", name="Insert a block"))
    steps.click(editor.page.get_by_role("option", name="Paragraph"))
    text = body.get_by_role("textbox")
    expect(text).to_be_focused()  # a new block takes the focus when it has come in
    steps.write(text, "Compassion is easy to be in favour of.")
    expect(text).to_contain_text("Compassion is easy to be in favour of.")


def tell_booking(editor: Editor, steps: Steps) -> None:
    """Say where places are booked."""
    steps.click(editor.page.get_by_role("tab", name="Booking"))
    steps.choose(editor.field("Booking"), "elsewhere")
    steps.write(
        editor.field("Address of the booking page"), "https://bookings.example.org/compassion"
    )


def begin(editor: Editor) -> Steps:
    """Open the form of a new event from the admin's home, where there is one programme."""
    make_programme(Page.objects.get(slug="test-home"))
    editor.page.goto(f"{editor.address}/admin/")
    steps = Steps(editor.page)
    steps.click(editor.menu.get_by_role("button", name="Events", exact=True))
    steps.click(editor.menu.get_by_role("link", name="Add event", exact=True))
    editor.wait_for_form("Event")
    return steps


def publish(editor: Editor, steps: Steps) -> None:
    """Publish what was composed."""
    editor.wait_for_calm()
    steps.click(editor.footer.get_by_role("button", name="More actions"))
    steps.click(editor.footer.get_by_role("button", name="Publish", exact=True))
    expect(editor.message).to_contain_text("published")


def test_event_with_its_host_is_composed_in_few_steps(
    editor: Editor, reader: BrowserPage, live_home
):
    steps = begin(editor)
    tell_facts(editor, steps)
    tell_conversation(editor, steps)
    publish(editor, steps)

    assert len(steps.taken) <= MOST_STEPS, steps.taken
    assert steps.loads <= MOST_LOADS
    reader.goto(EventPage.objects.get().url)
    for text in (*QUESTIONS, "Ada Bell", "The Hill Fund", "The compassion gap", "Bo Carr"):
        expect(reader.get_by_text(text).first).to_be_visible()


def test_event_with_all_its_facts_is_composed_in_few_more(
    editor: Editor, reader: BrowserPage, live_home
):
    steps = begin(editor)
    tell_facts(editor, steps)
    tell_more(editor, steps)
    tell_conversation(editor, steps)
    steps.write(editor.page.locator(".tagit-new input").first, "compassion, leadership,")
    tell_booking(editor, steps)
    publish(editor, steps)

    assert len(steps.taken) <= MOST_STEPS_FOR_ALL, steps.taken
    assert steps.loads <= MOST_LOADS
    reader.goto(EventPage.objects.get().url)
    shown = ("Jitsi Meet", "British Sign Language", "There is a pause", "easy to be in favour of")
    for text in (*QUESTIONS, "Ada Bell", "compassion", "leadership", *shown):
        expect(reader.get_by_text(text).first).to_be_visible()
    booking = reader.get_by_role("link", name="Book a place").first
    expect(booking).to_have_attribute("href", "https://bookings.example.org/compassion")
