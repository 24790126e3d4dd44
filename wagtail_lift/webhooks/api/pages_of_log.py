"""One page of the log for a reader: what came after a cursor, and the cursor to ask with next."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from ...domain.characters import has_half_character, has_nul
from ..log.lock import read_log
from ..models import Change

MOST, USUALLY = 500, 100
PARAMETERS = ("since", "limit")
MOST_DIGITS = 18


class WrongParameterError(Exception):
    """A parameter that the log does not take; ``name`` says which."""

    def __init__(self, name: str, message: Any) -> None:
        self.name, self.message = name, message
        super().__init__(name)


class CursorTooOldError(Exception):
    """What came after the cursor is no longer known in full: the reader has to start anew."""

    message = _(
        "Changes since this cursor are no longer kept. Start anew: leave “since” out, which names "
        "everything that is public, and forget what you have."
    )


@dataclass(frozen=True, slots=True)
class PageOfLog:
    """Entries in order, the cursor after the last of them, and whether there are more."""

    items: list[dict[str, Any]]
    cursor: str
    has_more: bool


def page_of_log(query: Mapping[str, str]) -> PageOfLog:
    """Return the entries that a query asks for.

    Raises ``WrongParameterError`` and ``CursorTooOldError``. The log is read before its entries:
    what is added meanwhile comes with the next page.
    """
    for name in query:
        if name not in PARAMETERS:
            raise WrongParameterError(_plain(name), _("This is not known. Leave it out."))
    since = _number(query, "since", 0)
    limit = _number(query, "limit", USUALLY)
    if not 1 <= limit <= MOST:
        message = _("Ask for 1 to %(most)d at once.") % {"most": MOST}
        raise WrongParameterError("limit", message)
    log = read_log()
    if since and (since < log.pruned_to or since > log.last_number):
        raise CursorTooOldError
    found = Change.objects.filter(number__gt=since, is_withheld=False).order_by("number")
    changes = list(found[: limit + 1])
    shown = changes[:limit]
    cursor = shown[-1].number if shown else since
    return PageOfLog([change.values() for change in shown], str(cursor), len(changes) > limit)


def _number(query: Mapping[str, str], name: str, default: int) -> int:
    text = query.get(name, "")
    if name not in query:
        return default
    if not (text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS):
        raise WrongParameterError(name, _("Send a whole number."))
    return int(text)


def _plain(name: str) -> str:
    return "?" if has_nul(name) or has_half_character(name) else name
