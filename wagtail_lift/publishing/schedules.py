"""What was due but not complete: its schedule is cleared, the log and its editors know."""

from typing import Any

from wagtail.log_actions import log
from wagtail.log_actions import registry as log_registry

from ..exceptions import PublishingRefused

SCHEDULED = "wagtail.publish.scheduled"
"""As what Wagtail's ``publish_scheduled`` logs its publishing: it alone says so."""

REFUSED = "wagtail_lift.refuse_schedule"


def give_up_schedule(revision: Any, refusal: PublishingRefused) -> None:
    """Keep a revision that was due as a draft, and log why, each fault with its place."""
    revision.approved_go_live_at = None
    revision.save(update_fields=["approved_go_live_at"])
    log(
        instance=refusal.instance,
        action=REFUSED,
        revision=revision,
        data={"faults": refusal.words},
    )


def refused_schedule(instance: Any) -> list[str]:
    """Return why the last schedule of ``instance`` was refused; nothing once it is past.

    It is past when something was published or scheduled since.
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
