"""The pages that cards of events name besides the listed ones, all in one query."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.conf import settings as django_settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, QuerySet, Value
from wagtail.models import AbstractPage

from ..access.privacy import closed_to
from ..http.addresses import Addresses, sub_route_of
from ..models.kinds import ProgrammeKind
from ..models.occurrences import EventOccurrence
from ..models.page_model import get_page_model

_COLUMNS = (
    "pk",
    "content_type",
    "title",
    "url_path",
    "path",
    "locale__language_code",
    "translation_key",
)
_ABOVE, _PACK, _TRANSLATION = "above", "pack", "translation"


@dataclass(frozen=True, slots=True)
class NamedPage:
    """A page as others name it."""

    id: int
    type: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Translation:
    """A public page in another language."""

    id: int
    locale: str
    url: str


@dataclass(frozen=True, slots=True)
class PagesBeside:
    """Programmes by path, each also with the URL of its sub-routes; packs by key; translations.

    Translations are by translation key, in order of language, the listed pages among them.
    """

    programmes: dict[str, NamedPage] = field(default_factory=dict)
    routes: dict[str, str] = field(default_factory=dict)
    packs: dict[int, NamedPage] = field(default_factory=dict)
    translations: dict[UUID, list[Translation]] = field(default_factory=dict)

    def translations_of(self, occurrence: EventOccurrence) -> tuple[Translation, ...]:
        """Return the other languages of the page of a row."""
        found = self.translations.get(occurrence.page_translation_key, ())
        return tuple(page for page in found if page.id != occurrence.page_id)


def path_above(occurrence: EventOccurrence) -> str:
    """Return the tree path of the parent of the page of a row."""
    path: str = occurrence.page_path
    return path[: -get_page_model().steplen]


def pages_beside(
    occurrences: Iterable[EventOccurrence], packs: Iterable[int], addresses: Addresses
) -> PagesBeside:
    """Return the programmes above and the public translations of pages, and the packs.

    Rows are annotated by ``with_identity()``. A UNION, because with an OR databases scan all pages.
    One query; a few more where pages have translations.
    """
    rows = list(occurrences)
    wanted = [_named(_ABOVE, path__in={path_above(row) for row in rows})]
    if keys := set(packs):
        wanted.append(_named(_PACK, pk__in=keys))
    if getattr(django_settings, "WAGTAIL_I18N_ENABLED", False):
        identities = {row.page_translation_key for row in rows}
        wanted.append(_named(_TRANSLATION, translation_key__in=identities))
    first, *others = wanted
    found = PagesBeside()
    translations: list[tuple[NamedPage, Any]] = []
    for part, *columns in first.union(*others, all=True) if others else first:
        key, kind, title, url_path, path, *_ = columns
        model = ContentType.objects.get_for_id(kind).model_class() or get_page_model()
        page = NamedPage(key, model._meta.label, title, addresses(url_path))
        if part == _PACK:
            found.packs[key] = page
        elif part == _TRANSLATION:
            translations.append((page, columns))
        elif issubclass(model, ProgrammeKind):
            found.programmes[path] = page
            found.routes[path] = sub_route_of(model, page.url)
    listed = {row.page_id for row in rows}
    if any(page.id not in listed for page, _ in translations):
        found.translations.update(_public(translations))
    return found


def _named(part: str, **condition: Any) -> QuerySet[AbstractPage]:
    pages = get_page_model()._default_manager.filter(live=True, **condition).order_by()
    return pages.annotate(part=Value(part, CharField())).values_list("part", *_COLUMNS)


def _public(
    pages: Iterable[tuple[NamedPage, Any]],
) -> dict[UUID, list[Translation]]:
    closed = closed_to(None)
    by_identity: dict[UUID, list[Translation]] = {}
    for page, (*_, path, locale, identity) in pages:
        if not closed.holds_place(page.id, path):
            translation = Translation(page.id, locale, page.url)
            by_identity.setdefault(identity, []).append(translation)
    for found in by_identity.values():
        found.sort(key=lambda page: (page.locale, page.id))
    return by_identity
