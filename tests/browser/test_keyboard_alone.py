"""An event is composed, published and called off with the keyboard alone: nothing is clicked."""

from datetime import date

from django.utils import timezone
from playwright.sync_api import Locator, expect
from playwright.sync_api import Page as BrowserPage

from tests.browser.editor import Editor, field
from tests.factories import make_programme, meeting_of
from wagtail_lift.pages.models import EventPage

MOST_STOPS = 200
DAY = date(timezone.now().year + 1, 6, 1)
HAS_FOCUS = "node => node === document.activeElement"


class Keyboard:
    """Hands on a keyboard, without a mouse."""

    def __init__(self, page: BrowserPage) -> None:
        self.page = page

    def go_to(self, target: Locator, key: str = "Tab") -> None:
        """Go on, or back with ``Shift+Tab``, until something has the focus."""
        expect(target).to_be_attached()
        for _stop in range(MOST_STOPS):
            if target.evaluate(HAS_FOCUS):
                return
            self.page.keyboard.press(key)
        raise AssertionError(f"{target} is not reached with {key}")

    def back_to(self, target: Locator) -> None:
        """Go back until something has the focus."""
        self.go_to(target, "Shift+Tab")

    def press(self, target: Locator) -> None:
        """Go on to something and press it."""
        self.go_to(target)
        self.page.keyboard.press("Enter")

    def write(self, target: Locator, text: str) -> None:
        """Go on to a field and type into it."""
        self.go_to(target)
        self.page.keyboard.type(text)

    def open_tab(self, name: str) -> None:
        """Go back to the tabs of the form, and along them with an arrow key."""
        tabs = self.page.get_by_role("tablist").first
        self.back_to(tabs.locator("[role=tab][aria-selected=true]"))
        wanted = tabs.get_by_role("tab", name=name)
        for _stop in range(10):
            if wanted.get_attribute("aria-selected") == "true":
                return
            self.page.keyboard.press("ArrowRight")
        raise AssertionError(f"No tab {name}")

    def insert(self, section: Locator, block: str) -> None:
        """Add a block at the end of a stream; its first field then has the focus."""
        blocks = section.locator("[data-streamfield-child]")
        before = blocks.count()
        self.press(section.get_by_role("button", name="Insert a block").last)
        expect(self.page.get_by_role("option", name=block, exact=True)).to_be_visible()
        self.go_to(self.page.locator("input[role=combobox]").filter(visible=True))
        self.page.keyboard.type(block)
        expect(self.page.get_by_role("option").first).to_have_text(block)
        self.page.keyboard.press("Enter")  # the first that is left is marked
        expect(blocks).to_have_count(before + 1)


def compose(editor: Editor, hands: Keyboard) -> None:
    """Fill in what an event needs, on three tabs, in the order of the form."""
    hands.write(editor.field("Title"), "Kindness at work")
    hands.write(editor.field("Summary"), "We talk about kindness.")
    hands.write(editor.field("Starts on"), f"{DAY}")
    hands.write(editor.field("Starts at"), "12:30")
    hands.write(editor.field("Ends at"), "14:00")
    hands.write(editor.field("Venue"), "Town library")
    updates = editor.section("Updates")
    hands.press(updates.get_by_role("button", name="Toggle section"))
    hands.press(updates.get_by_role("button", name="Insert a block").last)
    text = updates.get_by_role("textbox").first
    expect(text).to_be_visible()
    hands.go_to(text)
    editor.page.keyboard.type("We moved to room two.")

    hands.open_tab("Conversation")
    agenda = editor.section("Agenda")
    hands.insert(agenda, "Session")
    hands.write(field(agenda, "Title"), "Welcome")
    hands.write(field(agenda, "Minutes"), "10")

    hands.open_tab("Booking")
    kind = editor.field("Cost")
    hands.go_to(kind)
    editor.page.keyboard.type("An amount")
    hands.write(editor.field("Amount"), "5")
    hands.write(editor.field("Currency"), "EUR")


def test_event_lives_by_keyboard_alone(editor: Editor, reader: BrowserPage, live_home):
    programme, hands = make_programme(live_home), Keyboard(editor.page)
    add = f"/admin/pages/add/wagtail_lift_pages/eventpage/{programme.pk}/"
    editor.page.goto(f"{editor.address}{add}")
    editor.wait_for_form("Event")

    compose(editor, hands)
    editor.wait_for_calm()
    hands.press(editor.footer.get_by_role("button", name="More actions"))
    hands.press(editor.footer.get_by_role("button", name="Publish", exact=True))

    expect(editor.message).to_contain_text("published")
    reader.goto(EventPage.objects.get().url)
    for shown in ("Welcome", "We moved to room two.", "Town library"):
        expect(reader.get_by_text(shown).first).to_be_visible()
    expect(reader.get_by_text("€5").first).to_be_visible()

    hands.press(editor.menu.get_by_role("button", name="Events", exact=True))
    hands.press(editor.menu.get_by_role("link", name="Dates", exact=True))
    row = editor.page.get_by_role("row", name="Kindness at work")
    hands.press(row.get_by_role("link", name="Cancel", exact=True))
    hands.write(editor.field("Public note"), "The library is flooded.")
    hands.press(editor.page.get_by_role("button", name="Cancel this date"))

    expect(editor.message).to_contain_text("The date is cancelled.")
    assert meeting_of(EventPage.objects.get()).state == "cancelled"
