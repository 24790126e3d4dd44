"""Free text in the list of events: titles, and the names of venues and hosts, of drafts too."""

from django.db.models import Q, QuerySet

from ..lists.searches import MOST_FOUND, words_of
from ..models import EventOccurrence, get_page_model
from ..models.kinds import EventKind, page_types
from .event_filters import types_with_hosts

PLACES = ("venue_name", "venue_address", "platform_name", "venue__name", "venue__address")
"""The columns of an event page in which a venue is looked for."""


def found_by(pages: QuerySet, text: str) -> Q:
    """Return the condition that one of ``pages`` is found by ``text``.

    Each word is part of the title, of a venue, or of the name of a host, or the site's search
    engine finds the text in the title. One query of the search engine.
    """
    words = words_of(text)
    if not words:
        return Q(pk__in=[])
    found = [page.pk for page in pages.only("pk").autocomplete(words)[:MOST_FOUND]]
    every = Q()
    for word in words.split():
        every &= Q(title__icontains=word) | _at_place(word) | _with_host(word)
    named = get_page_model().objects.filter(every).order_by()
    return Q(pk__in=found) | Q(pk__in=named.values("pk"))


def _at_place(word: str) -> Q:
    """Return the condition that a page names a venue, or that one of its dates does."""
    shown = EventOccurrence.objects.filter(place__icontains=word)
    condition = Q(pk__in=shown.order_by().values("page"))
    for model in page_types(EventKind):
        is_there = Q()
        for column in PLACES:
            is_there |= Q(**{f"{column}__icontains": word})
        condition |= Q(pk__in=model._default_manager.filter(is_there).order_by().values("pk"))
    return condition


def _with_host(word: str) -> Q:
    condition = Q(pk__in=[])
    for model in types_with_hosts():
        events = model._default_manager.filter(event_hosts__host__name__icontains=word)
        condition |= Q(pk__in=events.order_by().values("pk"))
    return condition
