"""Schedules that were due but incomplete: they are cleared, logged and shown to editors."""

from typing import Any

from django.db.models import F, Max, Q, QuerySet
from wagtail.log_actions import log
from wagtail.log_actions import registry as log_registry
from wagtail.models import AbstractPage, PageLogEntry, Revision

from ..exceptions import PublishingRefused

SCHEDULED = "wagtail.publish.scheduled"
"""The log action that Wagtail's ``publish_scheduled``, and nothing else, publishes with."""

REFUSED = "wagtail_lift.refuse_schedule"


def give_up_schedule(revision: Revision, refusal: PublishingRefused) -> None:
    """Turn a revision that was due back into a draft, and log each fault with its place."""
    revision.approved_go_live_at = None
    revision.save(update_fields=["approved_go_live_at"])
    log(
        instance=refusal.instance,
        action=REFUSED,
        revision=revision,
        data={"faults": refusal.words},
    )


def refused_schedule(instance: Any) -> list[str]:
    """Return why the last schedule of ``instance`` was refused.

    Empty once something has been published or scheduled since.
    """
    if instance.pk is None:
        return []
    entries = log_registry.get_logs_for_instance(instance).filter(action=REFUSED)
    latest = entries.order_by("-timestamp", "-pk").first()
    if latest is None:
        return []
    stored = type(instance)._default_manager.get(pk=instance.pk)
    published_at = stored.last_published_at
    is_past = published_at is not None and published_at > latest.timestamp
    return [] if is_past or stored.approved_schedule else list(latest.data.get("faults", []))


def refused_pages(pages: QuerySet[AbstractPage]) -> QuerySet[Any]:
    """Return the keys of those of ``pages`` whose schedule was refused, the latest first.

    Nothing has been published since; ask ``refused_schedule`` whether anything was scheduled.
    """
    never, before = Q(page__last_published_at=None), Q(page__last_published_at__lte=F("timestamp"))
    entries = PageLogEntry.objects.filter(
        never | before, action=REFUSED, page__in=pages.order_by().values("pk")
    )
    latest = entries.order_by().values("page").annotate(refused_at=Max("timestamp"))
    return latest.order_by("-refused_at", "page").values_list("page", flat=True)
