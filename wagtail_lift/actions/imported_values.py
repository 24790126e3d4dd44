"""From one record of an import to an unsaved event page, and what of it could not be taken."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import ForeignKey
from django.utils.translation import gettext as _
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.fields import StreamField
from wagtail.models import AbstractPage

from ..blocks.rich_text import TEXT_FEATURES
from ..models import get_host_model, get_page_model
from ..models.kinds import EventKind

OF_PAGE = {"title", "slug", "seo_title", "search_description", "show_in_menus"}
"""The fields of ``Page`` itself that a record may have."""

TAGS = ("topics", "audiences")
LISTS = (*TAGS, "hosts")
APART = {*LISTS, "old_path", "published"}
"""What a record may have besides fields of the page."""

_NUMBERED = re.compile(r"<embed\b|\blinktype=")
_UNREADABLE = (AttributeError, KeyError, TypeError, ValueError, ValidationError)


class Record:
    """One event as told by a record; ``faults`` stop it, ``notes`` say what was left behind."""

    def __init__(self, told: Mapping[str, Any], page_type: type[EventKind]) -> None:
        self.told = told
        self.page_type = page_type
        self.faults: list[str] = []
        self.notes: list[str] = []

    def as_page(self, programme: AbstractPage) -> EventKind:
        """Return an unsaved page; faults and notes are those of this call."""
        self.faults, self.notes = [], []
        page = self.page_type(live=False, locale=programme.locale)
        page.planned_parent = programme
        fields = fields_of(self.page_type)
        for name, value in self.told.items():
            if name in fields:
                self._take(page, fields[name], value)
            elif name not in APART:
                self.notes.append(
                    _("“%(name)s” is no field of an event: left out.") % {"name": name}
                )
        for name in LISTS:
            if not _is_list_of_text(self.told.get(name, [])):
                self.faults.append(f"{name}: {_('This must be a list of texts.')}")
        if not self.faults:
            self._take_tags(page)
            self._take_hosts(page)
        return page

    def _take(self, page: EventKind, field: Any, value: Any) -> None:
        if value is None or value == "":
            return
        try:
            if isinstance(field, StreamField):
                blocks = self._as_stream(field, value)
                setattr(page, field.name, field.stream_block.to_python(blocks))
            else:
                python = field.target_field.to_python if isinstance(field, ForeignKey) else None
                setattr(page, field.attname, (python or field.to_python)(value))
        except _UNREADABLE as error:
            messages = " ".join(getattr(error, "messages", [_("This cannot be read.")]))
            self.faults.append(f"{field.name}: {messages}")

    def _as_stream(self, field: StreamField, value: Any) -> list[dict[str, Any]]:
        """Return the stored form of a stream: from HTML, from dates, or from blocks.

        Raises ``ValueError`` for a block that the stream does not have, which would get lost.
        """
        if not isinstance(value, str):
            blocks = [_as_block(field.name, item) for item in value]
        else:
            blocks = [{"type": "paragraph", "value": self._clean_html(field.name, value)}]
        if any(block["type"] not in field.stream_block.child_blocks for block in blocks):
            raise ValueError(field.name)
        return blocks

    def _clean_html(self, name: str, html: str) -> str:
        """Return rich text as an editor could have typed it; other elements lose their tags."""
        if _NUMBERED.search(html):
            self.notes.append(
                _("%(name)s names pages or pictures by number: check its links.") % {"name": name}
            )
        converter = ContentstateConverter(TEXT_FEATURES)
        cleaned: str = converter.to_database_format(converter.from_database_format(html))
        return cleaned

    def _take_tags(self, page: EventKind) -> None:
        for name in TAGS:
            if self.told.get(name) and hasattr(self.page_type, name):
                getattr(page, name).add(*map(str, self.told[name]))

    def _take_hosts(self, page: EventKind) -> None:
        """Link hosts by their slug; nobody gets a profile by an import: they were not asked."""
        if not self.told.get("hosts") or not hasattr(self.page_type, "event_hosts"):
            return
        link = self.page_type._meta.get_field("event_hosts").related_model
        profiles = get_host_model()._default_manager.filter(slug__in=self.told["hosts"])
        known = {host.slug: host for host in profiles.order_by("-locale_id")}
        rows: list[Any] = []
        for slug in self.told["hosts"]:
            if slug in known:
                rows.append(link(host=known[slug], sort_order=len(rows)))
            else:
                self.notes.append(_("No host has the slug “%(slug)s”: left out.") % {"slug": slug})
        page.event_hosts = rows


def fields_of(page_type: type[EventKind]) -> dict[str, Any]:
    """Return the fields of an event that a record may have, by name."""
    of_wagtail = {field.name for field in get_page_model()._meta.get_fields()} - OF_PAGE
    return {
        field.name: field
        for field in page_type._meta.concrete_fields
        if field.editable and field.name not in of_wagtail and not field.primary_key
    }


def _as_block(name: str, item: Any) -> dict[str, Any]:
    if name == "skipped_dates":
        return {"type": "date", "value": date.fromisoformat(item).isoformat()}
    if name == "added_dates" and "type" not in item:
        date.fromisoformat(item["start_date"])
        return {"type": "date", "value": item}
    return {"type": item["type"], "value": item["value"]}


def _is_list_of_text(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)
