"""Counts what somebody does in the admin: clicks, choices, fields written in, and page loads."""

from playwright.sync_api import Locator, Page


class Steps:
    """Does things in the admin and counts each as one step; the tabulator key is free."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taken: list[str] = []
        self.loads = 0
        page.on("load", self._count_load)

    def _count_load(self, _page: Page) -> None:
        self.loads += 1

    def click(self, target: Locator) -> None:
        """Click on something."""
        self.taken.append(f"click {target}")
        target.click()

    def write(self, target: Locator, text: str) -> None:
        """Reach a field by the keyboard and type into it, key by key."""
        self.taken.append(f"write {text}")
        target.focus()
        self.page.keyboard.type(text, delay=5)

    def choose(self, target: Locator, option: str) -> None:
        """Choose an option of a list."""
        self.taken.append(f"choose {option}")
        target.select_option(option)
