"""What readers see now: the public pages and hosts among those that were touched."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from wagtail.models import AbstractPage
from wagtail.query import PageQuerySet

from ...access.privacy import only_public
from ...models import AbstractHostProfile, get_host_model, get_page_model
from ...models.kinds import EventKind, PackKind, ProgrammeKind, page_types
from ...projection import public_addresses_of, public_addresses_of_host

PROGRAMME = "programme"
KINDS = {EventKind: "event", PackKind: "pack", ProgrammeKind: PROGRAMME}
HOST = "host"


@dataclass(frozen=True, slots=True)
class Subject:
    """A page or a host that everybody may read: what it is, and which URLs show it."""

    name: str
    kind: str
    identity: dict[str, Any]
    url_path: str
    addresses: list[str]
    title_print: str = ""


def name_of_page(key: int | str) -> str:
    """Return the name of a page in the log."""
    return f"page:{key}"


def name_of_host(key: object) -> str:
    """Return the name of a host profile in the log."""
    return f"host:{key}"


def public_pages() -> PageQuerySet:
    """Return the events, packs and programmes that everybody may read, as base pages."""
    return _public_pages_of(*KINDS)


def public_programmes() -> PageQuerySet:
    """Return the programmes that everybody may read, as base pages."""
    return _public_pages_of(ProgrammeKind)


def _public_pages_of(*kinds: type) -> PageQuerySet:
    ours = [model._meta.label_lower.split(".") for model in page_types(*kinds)]
    pages = get_page_model()._default_manager.live()
    labels = {label for label, _model in ours}
    found = pages.filter(content_type__app_label__in=labels)
    return only_public(found.filter(content_type__model__in={model for _label, model in ours}))


def public_hosts() -> QuerySet[AbstractHostProfile]:
    """Return the hosts that everybody may read."""
    return get_host_model()._default_manager.public()


def subjects_of_pages(keys: Iterable[int]) -> dict[str, Subject]:
    """Return the public ones among these pages, by name."""
    pages = public_pages().filter(pk__in=set(keys)).select_related("locale", "content_type")
    found = (_subject_of_page(page) for page in pages)
    return {subject.name: subject for subject in found if subject is not None}


def _subject_of_page(page: AbstractPage) -> Subject | None:
    model = page.specific_class
    kind = next((word for mark, word in KINDS.items() if model and issubclass(model, mark)), None)
    if model is None or kind is None:
        return None
    identity = {
        "kind": kind,
        "id": page.pk,
        "type": model._meta.label,
        "translation_key": str(page.translation_key),
        "locale": page.locale.language_code,
        "slug": page.slug,
        "url": page.full_url,
    }
    shown = public_addresses_of(page.pk)
    return Subject(
        name_of_page(page.pk),
        kind,
        identity,
        page.url_path,
        _without_queries(shown),
        print_of(page.title),
    )


def print_of(title: str) -> str:
    """Return a fingerprint of a title."""
    return sha256(title.encode()).hexdigest()[:16]


def subjects_of_hosts(keys: Iterable[UUID | str]) -> dict[str, Subject]:
    """Return the public profiles with these translation keys, by name."""
    hosts = public_hosts().filter(translation_key__in=set(keys)).select_related("locale")
    shown: dict[UUID, list[str]] = {}
    found = {}
    for host in hosts:
        key = host.translation_key
        if key not in shown:
            shown[key] = _without_queries(public_addresses_of_host(key))
        name = name_of_host(host.pk)
        identity = {
            "kind": HOST,
            "id": host.pk if isinstance(host.pk, int) else str(host.pk),
            "type": host._meta.label,
            "translation_key": str(key),
            "locale": host.locale.language_code,
            "slug": host.slug,
            "url": None,
        }
        found[name] = Subject(name, HOST, identity, "", shown[key])
    return found


def _without_queries(addresses: Iterable[str]) -> list[str]:
    """Return addresses in order, but for those with a query: they show the same page."""
    return sorted(address for address in addresses if "?" not in address)
