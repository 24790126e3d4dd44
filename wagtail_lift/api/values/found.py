"""What an address is, in values ready for JSON."""

from typing import Any

from django.http import HttpRequest
from wagtail.models import AbstractPage

from ...events.date_lists import asked_for
from ...events.date_names import choose_occurrence
from ...http.addresses import DATE_PARAMETER
from ...models.kinds import EventKind


def named_page(page: AbstractPage, request: HttpRequest | None) -> dict[str, Any]:
    """Return how an answer names a page that its reader may see."""
    kind = page.specific_class or type(page)
    return {
        "id": page.pk,
        "type": kind._meta.label,
        "title": page.title,
        "url": page.get_full_url(request) or "",
    }


def date_asked_for(page: AbstractPage, asked: HttpRequest) -> dict[str, Any] | None:
    """Return the date of an event that an address names; ``key`` is ``None`` if it has no such."""
    word = asked_for(asked) if isinstance(page, EventKind) else ""
    if not word:
        return None
    chosen = choose_occurrence(page.occurrences, word)
    return {DATE_PARAMETER: word, "key": chosen.date_key if chosen else None}
