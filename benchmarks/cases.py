"""What is asked for, of either side by the same address below its programme."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from django.apps import apps

from benchmarks.content import BenchmarkSite
from benchmarks.specs import next_month

PAGE_SIZE = 20
REPEATING, UPCOMING = 0, 1
"""The numbers of an event with twelve dates and of one with a single date to come."""


@dataclass(frozen=True, slots=True)
class Case:
    """An address below a programme.

    ``budget`` is how many times the floor's time ours may take, ``None`` where it is only told.
    ``limits_growth`` says that ours may also not grow faster than the floor with the site.
    A round asks for it ``most_calls`` times at most, with an empty cache if it ``is_cold``.
    ``beside`` are two whole addresses instead, the second of which is the floor.
    """

    key: str
    label: str
    path: Callable[[BenchmarkSite], str]
    budget: float | None
    limits_growth: bool = False
    most_calls: int = 100
    is_cold: bool = False
    beside: Callable[[BenchmarkSite], tuple[str, str]] | None = None


def _no_path(site: BenchmarkSite) -> str:
    return ""


def _deep_page(site: BenchmarkSite) -> str:
    """Return the address of page 50 or, on a smaller site, of the last full one."""
    return f"?when=upcoming&page={max(1, min(50, site.size // 2 // PAGE_SIZE))}"


def _month(site: BenchmarkSite) -> str:
    first_day = next_month(site.today)
    return f"calendar/{first_day.year}/{first_day.month:02}/"


def _cards(address: str) -> Callable[[BenchmarkSite], tuple[str, str]]:
    """Return the cards of the API beside the list of the site that shows them as HTML."""

    def urls(site: BenchmarkSite) -> tuple[str, str]:
        asked = address.format(programme=quote(site.ours.url, safe=""))
        return asked, f"{site.ours.url}?when=upcoming"

    return urls


V2_CARDS = "/api/v2/events/?programme={programme}&when=upcoming&fields=_,card"
V3_CARDS = "/api/v3/lift/events/?programme={programme}&when=upcoming"


def _lists_of_version_2(site: BenchmarkSite) -> tuple[str, str]:
    """Return our default list beside one of Wagtail's own endpoint with as many fields."""
    return "/api/v2/events/", "/api/plain/events/"


CASES = (
    Case("list", "list, first page", lambda site: "", 1.5, True),
    Case("deep", "list, page 50", _deep_page, 1.5, True),
    Case("each", "list, `each=date`", lambda site: "?each=date", 1.5, True),
    Case("filtered", "list, filtered", lambda site: "?tag=care&mode=online", 1.5, True),
    Case("month", "month", _month, 1.5, True, most_calls=8),
    Case("event", "event page", lambda site: f"conversation-{UPCOMING}/", 2),
    Case("series", "event page, 12 dates", lambda site: f"conversation-{REPEATING}/", 2),
    Case("feed", "programme feed, cold", lambda site: "ics/", 0.8, most_calls=3, is_cold=True),
    Case("v2", "API version 2, list; Wagtail’s own", _no_path, 1, beside=_lists_of_version_2),
    Case("v2 cards", "API version 2, cards; HTML", _no_path, 1, beside=_cards(V2_CARDS)),
    *(
        [Case("v3 cards", "API version 3, cards; HTML", _no_path, 1, beside=_cards(V3_CARDS))]
        if apps.is_installed("wagtail.api.v3")
        else []
    ),
)
