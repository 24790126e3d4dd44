"""Blocks that link to a URL, a page or a document, and never to a private one."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any, Literal

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.text import get_text_list
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StructBlockValidationError, StructValue
from wagtail.models import AbstractPage, CollectionViewRestriction

from ..api.rich_text import full_file_url
from .base import LiftStructBlock


@dataclass(frozen=True, slots=True)
class Link:
    """The link of a block: ``kind`` is ``url``, ``page`` or ``document``.

    A document has its ``type``, such as ``pdf``, and its ``size`` in bytes, if that is known.
    """

    kind: Literal["url", "page", "document"]
    url: str
    title: str
    type: str
    size: int | None


def document_link(document: Any, url: str) -> Link:
    """Return the link to a document at ``url``."""
    # The stored size: Wagtail's method reads the file, and writes what it finds.
    kind, size = document.file_extension.lower(), document.file_size
    return Link("document", url, document.title, kind, size)


class LinkTargets:
    """Which pages and documents of some values are public, looked up once for all of them."""

    def __init__(self, values: Iterable[StructValue]) -> None:
        self.values = list(values)

    @cached_property
    def public_pages(self) -> set[int]:
        """Return the ids of the live pages that everybody may see."""
        chosen = [value for value in self.values if value.get("page")]
        model = chosen[0].block.child_blocks["page"].model_class
        found = model.objects.filter(pk__in={v["page"].pk for v in chosen}).live().public()
        return {page.pk for page in found} - _restricted_among(found)

    @cached_property
    def public_documents(self) -> set[int]:
        """Return the ids of the documents whose collection everybody may see."""
        documents = [value["document"] for value in self.values if value.get("document")]
        restrictions = CollectionViewRestriction.objects.select_related("collection")
        closed = tuple(restriction.collection.path for restriction in restrictions)
        return {
            document.pk
            for document in documents
            if not closed or not document.collection.path.startswith(closed)
        }


def _restricted_among(pages: Iterable[AbstractPage]) -> set[int]:
    """Return the pages restricted through the page they stand for, which ``public()`` ignores.

    Page types of the package check this themselves, all pages of a type at once.
    """
    by_type: dict[type[AbstractPage] | None, list[AbstractPage]] = {}
    for page in pages:
        by_type.setdefault(page.specific_class, []).append(page)
    restricted: set[int] = set()
    for page_type, of_type in by_type.items():
        if hasattr(page_type, "restricted_among"):
            restricted |= page_type.restricted_among(of_type)
        else:
            aliases = (page for page in of_type if page.alias_of_id)
            restricted |= {page.pk for page in aliases if page.get_view_restrictions().exists()}
    return restricted


class LinkValue(StructValue):
    """A value with a ``link``, which is ``None`` unless everybody may follow it."""

    targets: LinkTargets | None = None

    @property
    def link(self) -> Link | None:
        """Return the link, with a URL for use on this site's own pages."""
        return self.link_for(None)

    def link_for(self, request: HttpRequest | None, *, is_absolute: bool = False) -> Link | None:
        """Return the link; ``is_absolute`` gives URLs that another site can use."""
        if self.get("url"):
            words = self.get("title") or self.get("label") or self["url"]
            return Link("url", self["url"], words, "", None)
        targets = self.targets or LinkTargets([self])
        page, document = self.get("page"), self.get("document")
        if page and page.pk in targets.public_pages:
            url = page.get_full_url(request) if is_absolute else page.get_url(request)
            return Link("page", url, page.title, "", None) if url else None
        if document and document.pk in targets.public_documents:
            url = document.url
            return document_link(document, full_file_url(url, request) if is_absolute else url)
        return None


class LinkedBlock(LiftStructBlock):
    """A block that links to exactly one of ``link_fields``; drafts may have no link yet.

    Its API representation includes ``link``, resolved: ``{"kind", "url", "title", "type",
    "size"}``, or ``None`` if the page or document is not public. It includes the chosen ids too.
    """

    link_fields: tuple[str, ...] = ("url", "page", "document")
    is_link_required = True
    api_types = {"link": Link | None}

    class Meta:
        value_class = LinkValue

    def bulk_to_python(self, values: Iterable[Any]) -> list[LinkValue]:
        """Return the values; their link targets are looked up once for all of them."""
        converted = super().bulk_to_python(list(values))
        targets = LinkTargets(converted)
        for value in converted:
            value.targets = targets
        return converted

    def clean(self, value: LinkValue) -> LinkValue:
        """Raise ``StructBlockValidationError``, at the fields concerned, unless one is set.

        Without ``is_link_required``, none is fine too.
        """
        cleaned = super().clean(value)
        given = [name for name in self.link_fields if cleaned.get(name)]
        is_enough = len(given) == 1 or not (given or self.is_link_required)
        if self.is_deferred_validation or is_enough:
            return cleaned
        labels = [str(self.child_blocks[name].label).lower() for name in given or self.link_fields]
        if not given:
            message = gettext("Say where this leads: fill in one of %(fields)s.") % {
                "fields": get_text_list(labels, gettext("or"))
            }
            errors = {self.link_fields[0]: ValidationError(message, code="link_missing")}
        else:
            message = gettext("Keep only one of %(fields)s.") % {
                "fields": get_text_list(labels, gettext("or"))
            }
            errors = {name: ValidationError(message, code="link_ambiguous") for name in given}
        raise StructBlockValidationError(block_errors=errors)

    def get_context(
        self, value: LinkValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Add ``link`` for this request."""
        context = super().get_context(value, parent_context=parent_context)
        context["link"] = value.link_for(context.get("request"))
        return context

    def get_api_representation(
        self, value: LinkValue, context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Add ``link``, resolved for anybody."""
        request = (context or {}).get("request")
        link = value.link_for(request, is_absolute=True)
        representation = super().get_api_representation(value, context=context)
        return {**representation, "link": asdict(link) if link else None}


LINK_LABELS = {"url": _("Web address"), "page": _("Page"), "document": _("Document")}
