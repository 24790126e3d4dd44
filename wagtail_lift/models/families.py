"""Which pages show the same event, and which of them its facts are read from.

The source of an event is the page that is no alias, in the oldest locale of its translation key.
Its translations and the aliases of either show the same meetings.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from .page_model import get_page_model


def source_of(page: Any) -> Any:
    """Return the source (specific) of the event that ``page`` shows; ``page`` itself if it is."""
    original = page
    while original.alias_of_id:
        original = original.alias_of
    oldest = (
        get_page_model()
        ._default_manager.filter(translation_key=original.translation_key, alias_of=None)
        .order_by("locale_id", "pk")
        .first()
    )
    if oldest is None or oldest.pk == page.pk:
        return page.specific
    return oldest.specific


def only_sources(pages: QuerySet[Any]) -> QuerySet[Any]:
    """Keep the pages that are the source of the event that they show."""
    older = get_page_model()._default_manager.filter(
        translation_key=OuterRef("translation_key"), alias_of=None, locale__lt=OuterRef("locale")
    )
    return pages.filter(~Exists(older), alias_of=None)


def pages_showing(source: Any) -> list[Any]:
    """Return every page (specific) that shows the event of ``source``, the source first."""
    return families_of([source])[0]


def families_of(sources: Sequence[Any]) -> list[list[Any]]:
    """Return for each source every page (specific) that shows its event, the source first.

    The number of queries does not depend on how many events there are.
    """
    manager = get_page_model()._default_manager
    source_by_key = {source.translation_key: source.pk for source in sources}
    translations = manager.filter(translation_key__in=source_by_key)
    shown = {
        key: source_by_key[translation_key]
        for key, translation_key in translations.values_list("pk", "translation_key")
    }
    newest = {**shown, **{source.pk: source.pk for source in sources}}
    while newest:
        shown.update(newest)
        aliases = manager.filter(alias_of__in=newest).values_list("pk", "alias_of")
        newest = {key: shown[original] for key, original in aliases if key not in shown}
    families: dict[int, list[Any]] = {source.pk: [] for source in sources}
    for page in manager.filter(pk__in=shown).specific():
        families[shown[page.pk]].append(page)
    return [
        sorted(pages, key=lambda page: (page.pk != key, page.locale_id, page.pk))
        for key, pages in families.items()
    ]


def lock_page(page_id: int) -> Any | None:
    """Lock the row of a page until the transaction ends and return it, ``None`` if there is none.

    Whoever changes an event in several tables locks the page of its source before anything else,
    so that two who do it at once wait for one another instead of each holding half.
    """
    return next(iter(lock_pages([page_id])), None)


def lock_pages(page_ids: Iterable[int]) -> list[Any]:
    """Lock pages as ``lock_page`` does, in the order of their keys, and return those there are."""
    manager = get_page_model()._default_manager
    return list(manager.select_for_update().filter(pk__in=page_ids).order_by("pk"))


def originals_of(page_ids: Iterable[int]) -> dict[int, int]:
    """Return for each page the page that it is an alias of in the end, itself if it is none.

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


def successor_of(page_id: int, leaving: set[int]) -> int | None:
    """Return which page inherits the meetings of a source that is deleted, ``None`` if none can.

    A translation first, the oldest locale first; else its oldest alias, which then stands alone.
    ``leaving`` are the keys of the pages deleted with it.
    """
    manager = get_page_model()._default_manager
    page = manager.filter(pk=page_id).first()
    if page is None:
        return None
    heirs = manager.filter(
        Q(translation_key=page.translation_key, alias_of=None) | Q(alias_of=page_id)
    ).exclude(pk__in=leaving | {page_id})
    ranked = sorted(heirs, key=lambda p: (p.alias_of_id is not None, p.locale_id, p.pk))
    return ranked[0].pk if ranked else None
