"""Import an event from another calendar: its page, its dates, past ones too, and its old address.

The first publication of a page makes its past dates, so an archive arrives as it was.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.apps import apps
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.models import AbstractPage

from ..models import get_page_model
from ..models.kinds import EventKind
from ..publishing.faults import publishing_faults
from .imported_values import Record


@dataclass(frozen=True, slots=True)
class ImportedEvent:
    """What became of one record, or would: ``page`` is set once it is stored.

    ``faults`` kept it out; ``notes`` say what was left behind. ``is_known`` means that the
    programme had a page of this slug before, which was not touched.
    """

    title: str
    slug: str
    dates: tuple[datetime, ...] = ()
    faults: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    is_known: bool = False
    page: EventKind | None = None


def import_event(
    told: Mapping[str, Any],
    *,
    programme: AbstractPage,
    page_type: type[EventKind],
    now: datetime,
    dry_run: bool = False,
) -> ImportedEvent:
    """Create one event below a programme and publish it, unless ``published`` is false.

    The gate decides as for an editor. With ``dry_run`` nothing is written. A page of this slug is
    left alone, so that an import that was interrupted can be run again.
    """
    with transaction.atomic():
        imported = _import(told, programme, page_type, now, dry_run=dry_run)
        if imported.page is None:  # tags exist as soon as a page is given them
            transaction.set_rollback(True)
    return imported


def _import(
    told: Mapping[str, Any],
    programme: AbstractPage,
    page_type: type[EventKind],
    now: datetime,
    *,
    dry_run: bool,
) -> ImportedEvent:
    title = str(told.get("title") or "").strip()
    slug = slug_of(told)
    if not title:
        return ImportedEvent(_("(no title)"), slug, faults=(_("Every event needs a title."),))
    if programme.get_children().filter(slug=slug).exists():
        return ImportedEvent(title, slug, is_known=True)
    record = Record({**told, "slug": slug}, page_type)
    page = placed(record.as_page(programme), programme)
    faults = record.faults or [f"{f.label}: {f.message}" for f in publishing_faults(page)]
    plan = page.get_plan(now).dates if not faults else ()
    dates = tuple(shown.when.starts for shown in plan if shown.goes_ahead)
    notes = (*record.notes, *(() if faults else _notes_on_address(told.get("old_path"), programme)))
    stored = None
    if not faults and not dry_run:
        stored = _store(record, programme)
    return ImportedEvent(title, slug, dates, tuple(faults), notes, page=stored)


def slug_of(told: Mapping[str, Any]) -> str:
    """Return the slug that a record gives its page: its own, else one made of the title."""
    return str(told.get("slug") or slugify(str(told.get("title") or ""), allow_unicode=True))


def placed(page: EventKind, programme: AbstractPage) -> EventKind:
    """Place an unsaved page where it would be, so that the gate can look at it."""
    last = programme.get_last_child()
    page.depth = programme.depth + 1
    page.path = (
        last._inc_path() if last else page._get_path(programme.path, page.depth, 1)
    )  # as treebeard does when it adds a child
    return page


def _store(record: Record, programme: AbstractPage) -> EventKind:
    page: EventKind = programme.add_child(instance=record.as_page(programme))
    revision = page.save_revision()
    if record.told.get("published", True):
        revision.publish(skip_permission_checks=True)
        page.refresh_from_db()
    old_path = record.told.get("old_path")
    if old_path and apps.is_installed("wagtail.contrib.redirects"):
        _redirect(old_path, page)
    return page


def _redirect(old_path: str, page: EventKind) -> None:
    """Lead an old address to the new page; one that is led elsewhere already stays as it is."""
    from wagtail.contrib.redirects.models import Redirect  # here: the app is optional

    path, site = Redirect.normalise_path(old_path), page.get_site()
    is_own = page.url_path == _url_path(old_path, page)
    if not is_own and not Redirect.get_for_site(site).filter(old_path=path).exists():
        Redirect.add_redirect(old_path, redirect_to=page, site=site)


def _notes_on_address(old_path: str | None, programme: AbstractPage) -> list[str]:
    """Return what stands in the way of a redirect."""
    if not old_path:
        return []
    if not apps.is_installed("wagtail.contrib.redirects"):
        return [_("No redirect: wagtail.contrib.redirects is not installed.")]
    there = get_page_model()._default_manager.live().filter(url_path=_url_path(old_path, programme))
    if there.exists():
        return [
            _("A page still answers at %(path)s: the redirect works once it is unpublished.")
            % {"path": old_path}
        ]
    return []


def _url_path(path: str, page: AbstractPage) -> str:
    """Return the ``url_path`` of what answers at a path on the site of ``page``."""
    site = page.get_site()
    root = site.root_page.url_path if site else "/"
    inner = urlsplit(path).path.strip("/")
    return f"{root}{inner}/" if inner else root
