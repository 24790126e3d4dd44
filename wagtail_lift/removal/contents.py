"""What goes, counted."""

from dataclasses import dataclass

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import registry
from wagtail.models import ReferenceIndex, Revision, WorkflowState

from ..models import Event, Meeting, Question, Venue, get_host_model, get_page_model
from ..models.kinds import EventKind, PackKind, ProgrammeKind
from .ours import PACKAGE, on_our_types, our_content_types, our_pages


@dataclass(frozen=True, slots=True)
class Contents:
    """How many there are of one thing that goes."""

    label: str | Promise
    count: int


def contents_of_site() -> list[Contents]:
    """Return what goes, in the order in which people think of it."""
    permissions = Permission.objects.filter(content_type__in=our_content_types())
    rows: list[tuple[str | Promise, int]] = [
        (_("programmes, with translations and aliases"), our_pages(ProgrammeKind).count()),
        (_("event pages, with translations and aliases"), our_pages(EventKind).count()),
        (_("insights packs, with translations and aliases"), our_pages(PackKind).count()),
        (_("events"), Event.objects.count()),
        (_("dates"), Meeting.objects.count()),
        (_("questions"), Question.objects.count()),
        (_("host profiles"), get_host_model()._default_manager.count()),
        (_("venues"), Venue.objects.count()),
        (_("revisions"), revisions().count()),
        (_("revisions scheduled to go live"), _scheduled(revisions())),
        (_("workflows in progress"), _in_progress()),
        (_("log entries"), sum(entries.count() for entries in log_entries())),
        (_("redirects to these pages"), redirects()),
        (_("links from other pages, which will lead nowhere"), _links_from_elsewhere()),
        (_("permissions"), permissions.count()),
        (_("groups that hold these permissions"), _groups(permissions)),
    ]
    return [Contents(label, count) for label, count in rows]


def revisions() -> QuerySet:
    """Return the revisions of our pages, hosts and venues."""
    return Revision.objects.filter(on_our_types("content_type"))


def _scheduled(found: QuerySet) -> int:
    return found.exclude(approved_go_live_at=None).count()


def _in_progress() -> int:
    current = (WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES)
    return WorkflowState.objects.filter(on_our_types("content_type"), status__in=current).count()


def log_entries() -> list[QuerySet]:
    """Return the entries about our pages and models, and those of our actions on any other.

    Reports cannot show an action that no app registers.
    """
    found = []
    for model in sorted(registry.get_log_entry_models(), key=lambda model: model.__name__):
        condition = on_our_types("content_type") | Q(action__startswith=f"{PACKAGE}.")
        if _has_field(model, "page"):
            condition |= Q(page__in=our_pages().order_by().values("pk"))
        found.append(model._default_manager.filter(condition))
    return found


def _has_field(model: type[Model], name: str) -> bool:
    return any(field.name == name for field in model._meta.get_fields())


def redirects() -> int:
    """Return how many redirects lead to our pages, which go with them."""
    if not apps.is_installed("wagtail.contrib.redirects"):
        return 0
    model = apps.get_model("wagtailredirects", "Redirect")
    return model.objects.filter(redirect_page__in=our_pages().order_by().values("pk")).count()


def _links_from_elsewhere() -> int:
    base = ContentType.objects.get_for_model(get_page_model())
    keys = [str(pk) for pk in our_pages().values_list("pk", flat=True)]
    to_ours = ReferenceIndex.objects.filter(to_content_type=base, to_object_id__in=keys)
    return to_ours.exclude(on_our_types("content_type")).count()


def _groups(permissions: QuerySet) -> int:
    return Group.objects.filter(permissions__in=permissions).distinct().count()
