"""Which pages show the same event, and which of them its facts are read from.

The source of an event is the page that is no alias, in the oldest locale of its translation key.
Its translations and the aliases of either show the same meetings.
"""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import OuterRef, Q, QuerySet, Subquery
from wagtail.fields import StreamField

from ..page_model import get_page_model


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


def find_source(page_id: int) -> tuple[int, type[Any]] | None:
    """Return the key of the source of the event on a page, and the type of that page.

    One query, and one more for each page that it is an alias of; ``None`` if there is no page.
    """
    pages = _with_oldest().values_list("alias_of", "oldest", "content_type")
    found = pages.filter(pk=page_id).first()
    if found is None:
        return None
    original, source, kind = found
    while original:
        original, source, _ = pages.get(pk=original)
    return source, _model_of(kind)


def find_sources(page_ids: Iterable[int]) -> dict[int, type[Any]]:
    """Return the types of the sources of the events on pages, by the keys of the sources.

    As ``find_source`` does, but two queries for all, and one more for each alias of an alias.
    """
    originals = _with_oldest().filter(pk__in=set(originals_of(page_ids).values()))
    found = originals.values_list("oldest", "content_type")
    return {source: _model_of(kind) for source, kind in found}


def _with_oldest() -> QuerySet[Any]:
    """Return all pages, each with ``oldest``: its translation, no alias, in the oldest locale."""
    manager = get_page_model()._default_manager
    translations = manager.filter(translation_key=OuterRef("translation_key"), alias_of=None)
    return manager.annotate(
        oldest=Subquery(translations.order_by("locale_id", "pk").values("pk")[:1])
    )


def _model_of(content_type_id: int) -> type[Any]:
    """Return the type of a page; the base page model where its code is gone."""
    return ContentType.objects.get_for_id(content_type_id).model_class() or get_page_model()


def sources_of(translation_keys: Iterable[UUID]) -> set[int]:
    """Return the keys of the sources of events, by the translation keys of these; one query.

    They are those that ``find_sources`` finds: no aliases, each in its oldest locale.
    """
    pages = get_page_model()._default_manager.filter(alias_of=None)
    translations = pages.filter(translation_key__in=set(translation_keys))
    latest_first = translations.order_by("-locale_id", "-pk")
    return set(dict(latest_first.values_list("translation_key", "pk")).values())


def pages_showing(source: Any) -> list[Any]:
    """Return every page (specific) that shows the event of ``source``, the source first."""
    return families_of({source.pk: source.translation_key})[0]


def families_of(sources: Mapping[int, UUID]) -> list[list[Any]]:
    """Return for each source every page (specific) that shows its event, the source first.

    ``sources`` are the translation keys of the sources by their own keys. The number of queries
    does not depend on how many events there are. The texts of the pages (what is a StreamField
    and no date) are fetched when they are asked for.
    """
    manager = get_page_model()._default_manager
    columns = ("pk", "translation_key", "alias_of", "content_type", "locale")
    source_by_key = {translation_key: key for key, translation_key in sources.items()}
    shown = {key: key for key in sources}
    rows = manager.filter(Q(translation_key__in=source_by_key) | Q(alias_of__in=sources))
    known: dict[int, tuple[int, int]] = {}
    while newest := [row for row in rows.values_list(*columns) if row[0] not in known]:
        for key, translation_key, original, kind, locale in newest:
            shown.setdefault(key, source_by_key.get(translation_key) or shown[original])
            known[key] = (kind, locale)
        others = [row[0] for row in newest if row[0] not in sources]
        if not others:
            break
        rows = manager.filter(alias_of__in=others)
    pages = _fetch({key: kind for key, (kind, _) in known.items()})
    families: dict[int, list[Any]] = {key: [] for key in sources}
    for key in sorted(pages, key=lambda key: (key not in sources, known[key][1], key)):
        families[shown[key]].append(pages[key])
    return [family for family in families.values() if family]


def _fetch(types: Mapping[int, int]) -> dict[int, Any]:
    """Return pages by their keys, without their texts; one query for each of their types."""
    keys_by_type: dict[int, list[int]] = {}
    for key, kind in types.items():
        keys_by_type.setdefault(kind, []).append(key)
    pages: dict[int, Any] = {}
    for kind, keys in keys_by_type.items():
        found = without_texts(_model_of(kind)).filter(pk__in=keys)
        pages.update({page.pk: page for page in found})
    return pages


def without_texts(model: Any) -> QuerySet[Any]:
    """Return the pages of a type, their streams fetched when asked for; dates are no texts."""
    kept = getattr(model, "source_fields", ())
    streams = [f.name for f in model._meta.concrete_fields if isinstance(f, StreamField)]
    return model._default_manager.defer(*(name for name in streams if name not in kept))


def lock_page(page_id: int) -> None:
    """Lock the row of a page until the transaction ends.

    Whoever changes an event in several tables locks the page of its source before anything else,
    so that two who do it at once wait for one another instead of each holding half.
    """
    lock_pages([page_id])


def lock_pages(page_ids: Iterable[int]) -> dict[int, UUID]:
    """Lock pages as ``lock_page`` does, in the order of their keys.

    Returns the translation keys of those there are.
    """
    manager = get_page_model()._default_manager
    locked = manager.select_for_update().filter(pk__in=page_ids).order_by("pk")
    return dict(locked.values_list("pk", "translation_key"))


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
