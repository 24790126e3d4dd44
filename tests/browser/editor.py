"""An editor at work in the admin: finds everything by the words that an editor reads."""

import re
from re import Pattern

from playwright.sync_api import Locator, Page, expect

MOST_TABS = 100
CONTROLS = "input, select, textarea"
# Wagtail may watch a form twice: what is changed before the last of them has begun is no edit.
NOTE_WATCHED = """
    let beginning = 0;
    document.addEventListener("w-unsaved:ready", () => (beginning += 1));
    document.addEventListener("w-unsaved:watch-edits", () => {
        beginning -= 1;
        if (beginning <= 0) document.documentElement.dataset.watched = "";
    });
"""
IS_CALM = """() => {
    const form = document.querySelector("[data-edit-form]");
    if (form?.dataset.wUnsavedHasEditsValue === "true") window.calmSince = undefined;
    else window.calmSince ??= performance.now();
    return performance.now() - window.calmSince > 1000;
}"""


def label(words: str) -> Pattern[str]:
    """Return what matches a label, whether or not a mark says that it is required."""
    return re.compile(rf"^\s*{re.escape(words)}\s*\*?\s*$")


def field(where: Page | Locator, words: str) -> Locator:
    """Return the field with that label, wherever it can be seen."""
    controls = where.locator(CONTROLS)
    return where.get_by_label(label(words)).and_(controls).filter(visible=True)


class Editor:
    """A person who is logged in to the admin, with one tab open."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        page.set_default_timeout(60_000)
        page.add_init_script(NOTE_WATCHED)

    def log_in(self, username: str = "superuser", password: str = "pass") -> None:
        """Fill in the form that the admin asks for."""
        self.page.goto(f"{self.address}/admin/")
        field(self.page, "Username").fill(username)
        field(self.page, "Password").fill(password)
        self.page.get_by_role("button", name="Sign in").click()
        expect(self.menu).to_be_visible()

    @property
    def menu(self) -> Locator:
        """The main menu."""
        return self.page.get_by_role("navigation", name="Main menu")

    @property
    def message(self) -> Locator:
        """What the admin says at the top of the page about what was done."""
        return self.page.locator(".messages > ul > li:not(.warning)")

    @property
    def notices(self) -> Locator:
        """What the form says is worth a look."""
        return self.page.locator("[data-lift-notices]").get_by_role("listitem")

    @property
    def indicator(self) -> Locator:
        """Where the form says how it is with saving by itself."""
        return self.page.locator("#w-autosave-indicator")

    @property
    def footer(self) -> Locator:
        """The buttons that save and publish."""
        return self.page.get_by_role("navigation", name="Actions (footer)")

    def open(self, item: str) -> None:
        """Open a list of the events group in the main menu."""
        self.menu.get_by_role("button", name="Events", exact=True).click()
        self.menu.get_by_role("link", name=item, exact=True).click()
        expect(self.page.get_by_role("heading", level=1, name=item)).to_be_visible()

    def add_below(self, parent: int, kind: str) -> None:
        """Start a new page of a kind below a page."""
        self.page.goto(f"{self.address}/admin/pages/{parent}/")
        actions = self.page.get_by_role("navigation", name="Actions")
        actions.get_by_role("link", name="Add child page").click()
        heading = self.page.get_by_role("heading", level=1)
        expect(heading).to_contain_text(re.compile("Create a page in|New:"))
        if "Create a page in" in heading.inner_text():
            self.page.get_by_role("link", name=kind, exact=True).click()
        self.wait_for_form(kind)

    def wait_for_form(self, kind: str) -> None:
        """Wait until what is typed into a new page counts as a change and is saved by itself."""
        expect(self.page.get_by_role("heading", level=1, name=f"New: {kind}")).to_be_visible()
        expect(self.page.locator("html[data-watched]")).to_be_attached()

    def field(self, words: str) -> Locator:
        """Return the field of the open tab with that label."""
        return field(self.page, words)

    def fill_in(self, values: dict[str, str]) -> None:
        """Type into the fields of the open tab with these labels."""
        for words, value in values.items():
            self.field(words).fill(value)
            self.field(words).blur()

    def fill_in_dates(self, values: dict[str, str]) -> None:
        """Type dates and times, and let each calendar or clock that opens close again."""
        picker = self.page.locator(".xdsoft_datetimepicker").filter(visible=True)
        for words, value in values.items():
            self.field(words).click()
            expect(picker).to_have_count(1)
            self.fill_in({words: value})
            expect(picker).to_have_count(0)

    def section(self, name: str) -> Locator:
        """Return a section of the form by its heading."""
        return self.page.get_by_role("region", name=label(name))

    def tab(self, name: str) -> None:
        """Open a tab of the form."""
        self.page.get_by_role("tab", name=label_with_count(name)).click()

    def insert(self, section: str, block: str) -> Locator:
        """Add a block at the end of a stream, and return it."""
        where = self.section(section)
        blocks = where.locator("[data-streamfield-child]")
        before = blocks.count()
        where.get_by_role("button", name="Insert a block").last.click()
        self.page.get_by_role("option", name=block, exact=True).click()
        expect(blocks).to_have_count(before + 1)
        return blocks.last

    def choose_host(self, name: str) -> None:
        """Add a host to the event through the chooser."""
        hosts = self.section("Hosts, speakers and partners")
        hosts.get_by_role("button", name="Add Host").click()
        dialog = self.page.get_by_role("dialog")
        dialog.get_by_role("row", name=name).get_by_role("checkbox").check()
        dialog.get_by_role("button", name="Confirm selection").click()
        expect(dialog).not_to_be_visible()

    def wait_for_calm(self) -> None:
        """Wait until the form has saved by itself what was typed; it looks twice a second."""
        self.page.evaluate("window.calmSince = undefined")
        self.page.wait_for_function(IS_CALM)

    def publish(self) -> None:
        """Press the button that publishes, once nothing is being saved."""
        self.wait_for_calm()
        self.footer.get_by_role("button", name="More actions").click()
        self.footer.get_by_role("button", name="Publish", exact=True).click()

    def act_on_date(self, event: str, action: str) -> None:
        """Open the form of an action on the only date of an event, from the list of dates."""
        self.open("Dates")
        row = self.page.get_by_role("row", name=event)
        row.get_by_role("link", name=action, exact=True).click()
        expect(self.page.get_by_role("button", name=f"{action} this date")).to_be_visible()

    def confirm(self, action: str) -> None:
        """Press the button of such a form."""
        self.page.get_by_role("button", name=f"{action} this date").click()

    def tab_to(self, target: Locator) -> None:
        """Reach something with the tabulator key alone."""
        expect(target).to_be_visible()
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            if target.evaluate("node => node === document.activeElement"):
                return
        raise AssertionError(f"{target} is not reached by keyboard")

    def press_on(self, target: Locator) -> None:
        """Reach something with the keyboard alone and press Enter on it."""
        self.tab_to(target)
        self.page.keyboard.press("Enter")


def label_with_count(words: str) -> Pattern[str]:
    """Return what matches a tab, whether or not it counts errors."""
    return re.compile(rf"^\s*{re.escape(words)}\b")
