"""Everything that goes, as JSON that can be read without this package.

``docs/reference/commands.md`` describes it. It holds private values as well: join links, running
orders, hosts' addresses and consent.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db.models import Model
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin

from .. import __version__
from ..models import Event, Meeting, PackOpening, Question, Venue, get_host_model
from ..models.kinds import EventKind, PackKind, ProgrammeKind, is_kind
from .contents import log_entries
from .ours import our_pages

FORMAT, VERSION = "wagtail_lift.export", 1
KINDS = {"programme": ProgrammeKind, "event": EventKind, "insights_pack": PackKind}


def export_site(now: datetime) -> dict[str, Any]:
    """Return all events, pages, hosts and log entries of the site."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "wagtail_lift": __version__,
        "made_at": now,
        "events": list(_events()),
        "pages": list(_pages()),
        "hosts": list(_profiles(get_host_model())),
        "venues": list(_profiles(Venue)),
        "log": list(_log()),
    }


def _events() -> Iterator[dict[str, Any]]:
    related = ("page_links", "meetings", "questions")
    for event in Event.objects.order_by("pk").prefetch_related(*related):
        links = event.page_links.all()
        yield {
            "id": event.pk,
            "title": event.title,
            "source_page": event.source_id,
            "pages": sorted(link.page_id for link in links),
            "dates": [_row(meeting, "event") for meeting in _in_order(event)],
            "questions": [_row(question, "event") for question in _asked(event)],
        }


def _in_order(event: Event) -> list[Meeting]:
    return sorted(event.meetings.all(), key=lambda meeting: (meeting.date_key, meeting.pk))


def _asked(event: Event) -> list[Question]:
    return sorted(event.questions.all(), key=lambda question: (question.number or 0, question.pk))


def _row(instance: Model, *left_out: str) -> dict[str, Any]:
    """Return the columns of a row."""
    return {
        field.name: field.value_from_object(instance)
        for field in instance._meta.concrete_fields
        if field.name not in left_out
    }


def _pages() -> Iterator[dict[str, Any]]:
    opened = dict(PackOpening.objects.values_list("pack", "opened_at"))
    for page in our_pages().order_by("path").specific(defer=False).iterator(chunk_size=200):
        yield {
            "id": page.pk,
            "type": page._meta.label,
            "kind": next(name for name, kind in KINDS.items() if is_kind(page, kind)),
            "title": page.title,
            "address": page.full_url,
            "locale": page.locale.language_code,
            "is_live": page.live,
            "alias_of": page.alias_of_id,
            "opened_at": opened.get(page.pk),
            "tags": _tags(page),
            "fields": page.serializable_data(),
            "draft": _draft(page),
        }


def _draft(instance: DraftStateMixin) -> dict[str, Any] | None:
    """Return what was edited and not published."""
    revision = instance.get_latest_revision() if instance.has_unpublished_changes else None
    return revision.content if revision else None


def _profiles(model: type[Any]) -> Iterator[dict[str, Any]]:
    """Yield hosts or venues."""
    for profile in model._default_manager.order_by("pk"):
        yield {
            "id": profile.pk,
            "type": profile._meta.label,
            "locale": profile.locale.language_code,
            "is_live": profile.live,
            "tags": _tags(profile),
            "fields": profile.serializable_data(),
            "draft": _draft(profile),
        }


def _tags(instance: ClusterableModel) -> dict[str, list[str]]:
    """Return the names of tags, whose rows go as well."""
    managers = [f for f in instance._meta.get_fields() if isinstance(f, ClusterTaggableManager)]
    return {
        field.name: sorted(tag.name for tag in getattr(instance, field.name).all())
        for field in managers
    }


def _log() -> Iterator[dict[str, Any]]:
    for entries in log_entries():
        for entry in entries.select_related("user", "content_type").order_by("timestamp", "pk"):
            yield {
                "at": entry.timestamp,
                "action": entry.action,
                "about": entry.label,
                "type": entry.content_type and ".".join(entry.content_type.natural_key()),
                "id": str(entry.object_id),
                "by": entry.user and entry.user.get_username(),
                "data": entry.data,
            }
