"""From one record of an import to an unsaved event page, and what of it could not be taken."""

import re
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from bs4 import BeautifulSoup, Tag
from django.core.exceptions import ValidationError
from django.db.models import ForeignKey
from django.utils.translation import gettext as _
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.blocks import Block, ListBlock, RichTextBlock
from wagtail.fields import StreamField
from wagtail.models import AbstractPage

from ..blocks.rich_text import TEXT_FEATURES, without_keys
from ..events.own_fields import own_fields
from ..models import get_host_model
from ..models.kinds import EventKind

OF_PAGE = {"title", "slug", "seo_title", "search_description", "show_in_menus"}
"""The fields of ``Page`` itself that a record may have."""

TAGS = ("topics", "audiences")
LISTS = (*TAGS, "hosts")
APART = {*LISTS, "old_path", "published"}
"""What a record may have besides fields of the page."""

LONGEST_NAME, LONGEST_PATH = 100, 255
"""How many characters the columns of tags and redirects hold."""

BLOCK_TAGS = ("blockquote", "h2", "h3", "h4", "hr", "li", "ol", "p", "ul")
INLINE_TAGS = ("a", "b", "br", "em", "i", "strong")

_NUMBERED = re.compile(r"<embed\b|\blinktype=")
_UNREADABLE = (AssertionError, AttributeError, KeyError, TypeError, ValueError, ValidationError)


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
                words = _("This must be a list of texts of at most %(length)d characters.")
                self.faults.append(f"{name}: {words % {'length': LONGEST_NAME}}")
        self.faults += _faults_of_address_and_state(self.told)
        if not self.faults:
            self._take_tags(page)
            self._take_hosts(page)
        return page

    def take_over(self, page: EventKind, told: EventKind, names: Collection[str]) -> None:
        """Give a page the values that ``told``, made by ``as_page``, has for some names."""
        fields = fields_of(self.page_type)
        for name in names:
            if name in fields:
                attname = fields[name].attname
                setattr(page, attname, getattr(told, attname))
            elif name in TAGS and hasattr(page, name):
                getattr(page, name).set(getattr(told, name).all(), clear=True)
            elif name == "hosts" and hasattr(page, "event_hosts"):
                page.event_hosts = [type(row)(host=row.host) for row in told.event_hosts.all()]

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
            blocks = self._with_clean_text(field.name, field.stream_block, blocks)
        else:
            blocks = [{"type": "paragraph", "value": self._clean_html(field.name, value)}]
        if any(block["type"] not in field.stream_block.child_blocks for block in blocks):
            raise ValueError(field.name)
        return blocks

    def _with_clean_text(self, name: str, block: Block, value: Any) -> Any:
        """Return the stored form of a block with each rich text in it cleaned."""
        if isinstance(block, RichTextBlock) and isinstance(value, str):
            return self._clean_html(name, value)
        if isinstance(value, dict):
            children = getattr(block, "child_blocks", {})
            return {
                key: self._with_clean_text(name, children[key], each) if key in children else each
                for key, each in value.items()
            }
        if not isinstance(value, list):
            return value
        if isinstance(block, ListBlock):
            items = [each["value"] if _is_item(each) else each for each in value]
            return [self._with_clean_text(name, block.child_block, each) for each in items]
        children = getattr(block, "child_blocks", {})
        return [
            {**each, "value": self._with_clean_text(name, children[each["type"]], each["value"])}
            if _is_item(each) and each["type"] in children
            else each
            for each in value
        ]

    def _clean_html(self, name: str, html: str) -> str:
        """Return rich text as an editor could have typed it; other elements lose their tags."""
        if _NUMBERED.search(html):
            self.notes.append(
                _("%(name)s names pages or pictures by number: check its links.") % {"name": name}
            )
        converter = ContentstateConverter(TEXT_FEATURES)
        state = converter.from_database_format(_balanced(html))
        cleaned: str = converter.to_database_format(state)
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
        rows: list[Any] = []
        for slug in self.told["hosts"]:
            host = _host_called(slug, page.locale_id)
            if host is not None:
                rows.append(link(host=host, sort_order=len(rows)))
            else:
                self.notes.append(_("No host has the slug “%(slug)s”: left out.") % {"slug": slug})
        page.event_hosts = rows


def _host_called(slug: str, locale_id: int | None) -> Any:
    """Return the host with a slug: in the page's language, or the only person who has it."""
    found = list(get_host_model()._default_manager.filter(slug=slug).order_by("pk"))
    there = [host for host in found if host.locale_id == locale_id]
    if there:
        return there[0]
    return found[0] if len({host.translation_key for host in found}) == 1 else None


def _faults_of_address_and_state(told: Mapping[str, Any]) -> list[str]:
    faults = []
    path = told.get("old_path") or ""
    if not isinstance(path, str) or len(path) > LONGEST_PATH:
        words = _("This must be an address of at most %(length)d characters.")
        faults.append(f"old_path: {words % {'length': LONGEST_PATH}}")
    if not isinstance(told.get("published", True), bool):
        words = _("This must be true or false, without quotation marks.")
        faults.append(f"published: {words}")
    return faults


def value_of(page: EventKind, name: str) -> Any:
    """Return what a page says in a field of a record, to compare it with that of another page."""
    if name in TAGS:
        return sorted(tag.name for tag in getattr(page, name).all()) if hasattr(page, name) else []
    if name == "hosts":
        return (
            [row.host_id for row in page.event_hosts.all()] if hasattr(page, "event_hosts") else []
        )
    field = fields_of(type(page)).get(name)
    if field is None:
        return None
    value = getattr(page, field.attname)
    return _plain(value.get_prep_value()) if isinstance(field, StreamField) else value


def _plain(value: Any) -> Any:
    """Return the stored form of a stream without keys and empty values, which a form adds."""
    if isinstance(value, dict):
        found = {key: _plain(each) for key, each in value.items() if key != "id"}
        return {key: each for key, each in found.items() if each not in (None, "", [])}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return without_keys(value) if isinstance(value, str) else value


def fields_of(page_type: type[EventKind]) -> dict[str, Any]:
    """Return the fields of an event that a record may have, by name."""
    return own_fields(page_type, also=OF_PAGE)


def _as_block(name: str, item: Any) -> dict[str, Any]:
    if name == "skipped_dates":
        return {"type": "date", "value": date.fromisoformat(item).isoformat()}
    if name == "added_dates" and "type" not in item:
        date.fromisoformat(item["start_date"])
        return {"type": "date", "value": item}
    return {"type": item["type"], "value": item["value"]}


def _is_list_of_text(value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(item, str) and len(item) <= LONGEST_NAME for item in value
    )


def _is_item(value: Any) -> bool:
    return isinstance(value, dict) and {"type", "value"} <= value.keys()


def _balanced(html: str) -> str:
    """Return HTML with each tag closed in order, without tags that no rich text has there."""
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup.find_all(("script", "style")):
        tag.decompose()
    for tag in soup.find_all(True):
        if tag.name not in {*BLOCK_TAGS, *INLINE_TAGS} or _is_misplaced(tag):
            tag.unwrap()
    return str(soup)


def _is_misplaced(tag: Tag) -> bool:
    """Return whether the editor could not have put a tag where it is."""
    if tag.name in INLINE_TAGS:
        return tag.find(BLOCK_TAGS) is not None or tag.find_parent(tag.name) is not None
    is_alone = tag.name == "li" and tag.find_parent(("ol", "ul")) is None
    return is_alone or (tag.name == "p" and tag.find(BLOCK_TAGS) is not None)
