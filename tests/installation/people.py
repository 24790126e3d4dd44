"""Two editors of one site, who click and type key by key, and what they write there."""

import re
from datetime import date

from playwright.sync_api import Locator, expect

from tests.browser.editor import Editor

DAY = date(date.today().year + 1, 1, 20)  # noqa: DTZ011 -- next year in any zone
TYPED_DAY = f"20/1/{DAY.year}"
EVENT = "Kindness at work"
GERMAN_EVENT = "Freundlichkeit bei der Arbeit"
NOTE = "The library closes later that day."


class Person(Editor):
    """An editor who types every key, and leaves each field with the tabulator."""

    def fill_in(self, values: dict[str, str]) -> None:
        """Replace what is in the fields with these labels, key by key."""
        for words, value in values.items():
            self.type_into(self.field(words), value)

    def type_into(self, target: Locator, text: str) -> None:
        """Click into a field, replace what is there, and leave it."""
        target.click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text, delay=5)
        self.page.keyboard.press("Tab")

    def edit_event(self, language: str) -> None:
        """Open the form of the event in a language."""
        self.open("Events")
        row = self.page.get_by_role("row", name=language)
        row.get_by_role("link", name=EVENT, exact=True).click()
        expect(self.field("Title")).to_have_value(EVENT)

    def choose(self, words: str, option: str) -> None:
        """Choose an option of the field with that label by typing its first letters."""
        self.field(words).focus()
        self.page.keyboard.type(option)
        chosen = self.field(words).locator("option:checked")
        expect(chosen).to_have_text(option)

    def wait_for_form(self, kind: str) -> None:
        """Wait until the form is there, not until it counts changes: people begin at once."""
        expect(self.page.get_by_role("heading", level=1, name=f"New: {kind}")).to_be_visible()

    def publish(self) -> None:
        """Publish without waiting for what the form saves by itself, and see that it is so."""
        self.footer.get_by_role("button", name="More actions").click()
        self.footer.get_by_role("button", name="Publish", exact=True).click()
        expect(self.message).to_contain_text("published")


def make_event(person: Person, section: int) -> None:
    """Publish a programme, and an event whose date and time are typed as people type them."""
    person.add_below(section, "Programme")
    person.fill_in({"Title": "Conversations"})
    person.choose("Time zone for new events", "Europe/London")
    person.publish()
    person.open("Events")
    person.page.get_by_role("link", name="Add event").click()
    person.wait_for_form("Event")
    person.fill_in({"Title": EVENT, "Summary": "We talk about kindness."})
    person.fill_in({"Starts on": TYPED_DAY, "Starts at": "7pm", "Venue": "Town library"})
    told = person.page.locator("[data-lift-when]")
    expect(told).to_contain_text(f"{DAY:%A %-d %B %Y}, 19:00")
    person.tab("Booking")
    person.choose("Booking", "Booking is on another website")
    person.fill_in({"Address of the booking page": "https://example.org/book"})
    person.publish()


def make_german_programme(person: Person, section: int) -> None:
    """Have programme and event copied for translation, and publish the programme in German."""
    person.page.goto(f"{person.address}/admin/pages/{section}/")
    person.page.get_by_role("button", name="More options for 'Conversations'").click()
    person.page.get_by_role("link", name="Translate", exact=True).click()
    person.page.get_by_label("German").click()
    person.page.get_by_label(re.compile("Include subtree")).click()
    person.page.get_by_role("button", name="Submit").click()
    expect(person.message).to_contain_text("successfully created")
    person.fill_in({"Title": "Gespräche"})
    expect(person.page.locator("#id_slug")).to_have_value("gespräche")
    person.publish()


def correct_event(person: Person) -> None:
    """Publish a change of an event that somebody else has made."""
    person.edit_event("English")
    person.fill_in({"Ends at": "9.30 pm"})
    person.publish()


def make_german_event(person: Person) -> None:
    """Publish the event in German; its dates are those of the other one."""
    person.edit_event("German")
    person.fill_in({"Title": GERMAN_EVENT, "Summary": "Wir reden über Freundlichkeit."})
    expect(person.page.locator("#id_slug")).to_have_value("freundlichkeit-bei-der-arbeit")
    person.publish()


def move_date(person: Person) -> None:
    """Begin later on the one date, and say why."""
    person.act_on_date(EVENT, "Change")
    person.fill_in({"Starts at": "7.30pm", "Public note": NOTE})
    person.confirm("Change")
    expect(person.message).to_contain_text("The date is changed.")


def write(administrator: Person, moderator: Person, section: int) -> None:
    """Let two people publish a programme and an event in two languages, below an English page."""
    administrator.log_in("administrator")
    make_event(administrator, section)
    make_german_programme(administrator, section)
    moderator.log_in("moderator")
    correct_event(moderator)
    make_german_event(moderator)
    move_date(moderator)
