"""Ready-made filters of the list of events: plain links, which can be bookmarked and shared."""

from dataclasses import dataclass

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .event_filters import ONLY, PERIODS

NOT_FILTERS = ("p", "ordering", "_w_filter_fragment", "_w_header_buttons_fragment")
"""Parameters of the list that narrow nothing."""


@dataclass(frozen=True, slots=True)
class ReadyFilter:
    """A link to the list with one filter; ``is_current`` if that is what is shown."""

    label: str | Promise
    url: str
    is_current: bool


def ready_filters(list_url: str, asked: QueryDict) -> list[ReadyFilter]:
    """Return the links; ``asked`` is the query of the list as it is shown."""
    narrowed = {
        (name, value)
        for name, values in asked.lists()
        for value in values
        if value and name not in NOT_FILTERS
    }
    offered = [
        (_("All"), set()),
        *((label, {("period", word)}) for word, label in PERIODS.items()),
        *((label, {("only", word)}) for word, label in ONLY.items()),
    ]
    return [
        ReadyFilter(label, _with(list_url, query), query == narrowed) for label, query in offered
    ]


def _with(list_url: str, query: set[tuple[str, str]]) -> str:
    return "?".join([list_url, *(f"{name}={value}" for name, value in query)])
