"""Which event a page shows, which pages show an event, and whose plan counts."""

from collections.abc import Iterable, Mapping, Sequence

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from wagtail.fields import StreamField
from wagtail.models import AbstractPage

from ..models.event import Event, EventPageLink
from ..models.kinds import EventKind, page_types
from ..models.page_model import get_page_model


def event_ids_of(page_ids: Iterable[int | None]) -> dict[int, int]:
    """Return the ids of the events that pages show, by page id; one query."""
    links = EventPageLink.objects.filter(page__in=set(page_ids) - {None})
    return dict(links.values_list("page", "event"))


def page_ids_of(event_id: int) -> list[int]:
    """Return the ids of the pages that show an event."""
    return list(EventPageLink.objects.filter(event=event_id).values_list("page", flat=True))


def link_page(page: AbstractPage) -> EventPageLink:
    """Link a page to the event of its original, else of its translations, else to a new one.

    A page that has a link keeps it.
    """
    link = EventPageLink.objects.filter(page=page.pk).first()
    if link is None:
        found = link_page(page.alias_of) if page.alias_of_id else _link_of_translation(page)
        event_id = found.event_id if found else _new_event(page).pk
        link = EventPageLink.objects.create(page_id=page.pk, event_id=event_id)
    return link


def link_pages() -> None:
    """Link each event page that has no event yet.

    Needed after rows were created without signals, for example by a bulk import. One query for each
    page type if no link is missing.
    """
    for model in page_types(EventKind):
        for page in model._default_manager.filter(lift_event_link=None).defer_streamfields():
            link_page(page)


def _link_of_translation(page: AbstractPage) -> EventPageLink | None:
    known = EventPageLink.objects.order_by("page__locale", "page")
    translations = {"page__translation_key": page.translation_key, "page__alias_of": None}
    return known.filter(**translations).first()


def _new_event(page: AbstractPage) -> Event:
    return Event.objects.create(source_id=page.pk, title=page.title)


def part_from_original(page: EventKind) -> int | None:
    """Give a former alias an event of its own; return the id of the event that it has left.

    ``None`` if it stays: it is a translation of that event, or the only page that shows it.
    """
    others = EventPageLink.objects.filter(event__page_links__page=page.pk).exclude(page=page.pk)
    left = others.values_list("event", flat=True).first()
    same_words = {"page__translation_key": page.translation_key, "page__alias_of": None}
    if left is None or others.filter(**same_words).exists():
        return None
    EventPageLink.objects.filter(page=page.pk).update(event=_new_event(page))
    return left


def lock_events(event_ids: Iterable[int]) -> dict[int, Event]:
    """Lock events until the transaction ends, and return them by id.

    Lock order, so that two transactions wait instead of deadlocking: whoever changes meetings locks
    the page of their source, then their event, before anything else. Publishing does the same,
    because it has written the page.
    """
    keys = sorted(set(event_ids))
    sources = Event.objects.filter(pk__in=keys).values("source")
    pages = get_page_model()._default_manager.filter(pk__in=sources).order_by("pk")
    list(pages.select_for_update().values_list("pk"))
    locked = Event.objects.select_for_update().filter(pk__in=keys).order_by("pk")
    return {event.pk: event for event in locked}


def source_of(page: EventKind) -> EventKind:
    """Return the page (specific) whose plan counts for ``page``, perhaps ``page`` itself.

    A page without a source is its own: no other plan exists. One query, and two more if it is
    another page.
    """
    link = EventPageLink.objects.filter(page=page.pk).select_related("event").first()
    source_id = link.event.source_id if link else None
    if source_id is None or source_id == page.pk:
        return page.specific
    return get_page_model()._default_manager.get(pk=source_id).specific


def pages_beside(page: AbstractPage) -> list[int]:
    """Return the ids of all pages that show the event of ``page``, including its own."""
    shown = EventPageLink.objects.filter(event__page_links__page=page.pk)
    return sorted({*shown.values_list("page", flat=True), page.pk})


def pages_of(events: Iterable[Event]) -> dict[int, list[AbstractPage]]:
    """Return every page (specific) that shows each event, by event id; the authoritative one first.

    That is the source or, if it is gone, the page that takes over: a translation in the oldest
    locale, else the oldest alias. The number of queries does not depend on the number of events.
    StreamFields are deferred, except dates and questions.
    """
    sources = {event.pk: event.source_id for event in events}
    links = EventPageLink.objects.filter(event__in=sources)
    rows = list(links.values_list("page", "event", "page__content_type"))
    event_of = {page: event for page, event, _kind in rows}
    found: dict[int, list[AbstractPage]] = {key: [] for key in sources}
    for page in _fetch({page: kind for page, _event, kind in rows}):
        found[event_of[page.pk]].append(page)
    for key, pages in found.items():
        pages.sort(key=lambda page: _rank(page, sources[key]))
    return found


def _rank(page: AbstractPage, source_id: int | None) -> tuple[bool, bool, int, int]:
    return (page.pk != source_id, page.alias_of_id is not None, page.locale_id, page.pk)


def _fetch(kinds: Mapping[int, int]) -> Sequence[AbstractPage]:
    """Return pages by id, their StreamFields deferred; one query for each page type."""
    keys_by_kind: dict[int, list[int]] = {}
    for key, kind in kinds.items():
        keys_by_kind.setdefault(kind, []).append(key)
    return [
        page
        for kind, keys in keys_by_kind.items()
        for page in without_texts(_model_of(kind)).filter(pk__in=keys).select_related("locale")
    ]


def _model_of(content_type_id: int) -> type[AbstractPage]:
    """Return the type of a page, or the base page model if its code is gone."""
    return ContentType.objects.get_for_id(content_type_id).model_class() or get_page_model()


def without_texts(model: type[AbstractPage]) -> QuerySet[AbstractPage]:
    """Return the pages of a type with StreamFields deferred, except dates and questions."""
    kept = {*getattr(model, "source_fields", ()), "conversation"}
    streams = [f.name for f in model._meta.concrete_fields if isinstance(f, StreamField)]
    return model._default_manager.defer(*(name for name in streams if name not in kept))


def originals_of(page_ids: Iterable[int]) -> dict[int, int]:
    """Return the original of each page: aliases followed to the end, else the page itself.

    One query, and one more for each alias of an alias.
    """
    manager = get_page_model()._default_manager
    asked = set(page_ids)
    above: dict[int, int | None] = {}
    newest = asked
    while newest:
        above.update(manager.filter(pk__in=newest).values_list("pk", "alias_of"))
        newest = {above[key] for key in newest if above.get(key)} - above.keys()
    found = {}
    for key in asked & above.keys():
        original = key
        while above.get(original):
            original = above[original]
        found[key] = original
    return found
