"""Put our pages beside the style sheets of sites, in every order, and count what differs."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page, Route

from tests.static.hosts.sheets import HERE, OURS, SCRIPT, in_use, orders, sheets

ALLOWED = (
    "color-scheme",  # whether the pages are light or dark is the site's own affair
    "-webkit-tap-highlight-color",  # what flashes under a finger is the same all over a site
    "tab-size",  # nothing of ours has a tab in it
    "text-size-adjust",  # only phones read it, and it is the same all over a site
)
"""Properties that a site may change."""

WIDTHS = (360, 1280)
MORE_WIDTHS = {"bootstrap-5": (768, 1920), "site": (768, 1920)}
STATES = {"still": [], "hover": ["hover"], "focus": ["focus", "focus-visible"]}
"""How a link, a button or a field is held."""

WIDTH_OF_ALL = 1280
"""Where each element is compared, and in each state; at other widths two of each kind are."""

ADDRESS = "http://site.test/"
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"></svg>'


@dataclass
class Difference:
    """What a site's style sheet changes of our pages, in one order."""

    host: str
    order: str
    styled: set[str] = field(default_factory=set)
    """Elements, and what is generated for them, that have another style."""
    moved: set[str] = field(default_factory=set)
    """Those that differ only in their sizes, as others around them have another style."""
    properties: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)
    """By property, one element and its two values."""
    complaints: dict[tuple[str, str], list[float]] = field(default_factory=dict)
    """What has too little of something, by element: how much each time."""

    def add(self, found: dict[str, Any]) -> None:
        """Add what was found at one width and in one state."""
        self.styled.update(found["styled"])
        self.moved.update(found["moved"])
        self.properties.update(found["properties"])
        for name, example in found["examples"].items():
            self.examples.setdefault(name, example)
        for what, where, value in found["complaints"]:
            self.complaints.setdefault((what, where), []).append(value)


class Document:
    """The pages in a tab, with all style sheets in it."""

    def __init__(self, context: BrowserContext, html: str, ours: Path = OURS) -> None:
        self.html, self.ours = html, ours
        context.route("**/*", self._answer)
        self.tab: Page = context.new_page()
        self.tab.goto(ADDRESS, wait_until="networkidle")
        for name in ("collect.js", "plain.js"):
            self.tab.evaluate((HERE / name).read_text())
        for name, text in sheets(ours).items():
            self.tab.evaluate("([text, name]) => lift.add(text, name)", [text, name])
        self.tab.evaluate("words => lift.start(...words)", [ALLOWED, WIDTH_OF_ALL])
        self.moved: list[str] = self.tab.evaluate("lift.MOVED")
        self.session, self.held = self._held()
        self.state = "still"

    def beside(self, host: str) -> list[Difference]:
        """Return what a site's style sheet changes, for each order."""
        found = {order: Difference(host, order) for order in orders(host)}
        for state, width in self._situations((*WIDTHS, *MORE_WIDTHS.get(host, ()))):
            for order, difference in found.items():
                difference.add(self._compare(in_use(host, order), state, width))
        return [*found.values()]

    def alone(self) -> Difference:
        """Return what changes where no site is: nothing."""
        found = Difference("none", "alone")
        for state, width in self._situations(WIDTHS):
            found.add(self._compare(["ours"], state, width))
        return found

    def _situations(self, widths: Iterable[int]) -> Iterator[tuple[str, int]]:
        """Bring the tab to each width, and at one of them into each state."""
        found = [("still", width) for width in widths]
        found += [(state, WIDTH_OF_ALL) for state in STATES if state != "still"]
        # The other way round, it goes on from where it is: to hold so many elements takes a while.
        for state, width in found if self.state == "still" else reversed(found):
            self.tab.set_viewport_size({"width": width, "height": 900})
            self._hold(state)
            yield state, width

    def _compare(self, names: list[str], state: str, width: int) -> Any:
        words = [names, state, width]
        return self.tab.evaluate("words => lift.compare(...words)", words)

    def _held(self) -> tuple[Any, list[int]]:
        """Return a way to hold elements in a state, and those that are to be held."""
        session = self.tab.context.new_cdp_session(self.tab)
        for domain in ("DOM", "CSS"):
            session.send(f"{domain}.enable")
        root = session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
        asked = {"nodeId": root, "selector": "[data-held]"}
        return session, session.send("DOM.querySelectorAll", asked)["nodeIds"]

    def _hold(self, state: str) -> None:
        if state == self.state:
            return
        for node in self.held:
            forced = {"nodeId": node, "forcedPseudoClasses": STATES[state]}
            self.session.send("CSS.forcePseudoState", forced)
        self.state = state

    def _answer(self, route: Route) -> None:
        """Answer what the tab asks for."""
        answers = {
            "/": ("text/html", self.html),
            "/lift.css": ("text/css", self.ours.read_text()),
            "/lift.js": ("text/javascript", SCRIPT.read_text()),
        }
        kind, body = answers.get(urlsplit(route.request.url).path, ("text/html", ""))
        if route.request.resource_type == "image":
            kind, body = "image/svg+xml", PICTURE
        route.fulfill(body=body, headers={"content-type": f"{kind}; charset=utf-8"})
