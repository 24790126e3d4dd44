"""Change a host profile on behalf of the host, who came by a link and has no account."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import CharField, Exists, OuterRef, QuerySet
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone
from wagtail.log_actions import log, registry
from wagtail.models import ModelLogEntry

from ..access.host_links import may_publish_hosts
from ..conf import settings
from ..exceptions import ProfileChanged, ProfileLocked, PublishingRefused, TooManyChanges
from ..models import AbstractHostProfile, HostLink, get_host_model
from ..models.hosts import CONSENT

EDITED, WITHDRAWN = "wagtail_lift.edit_own_profile", "wagtail_lift.withdraw_own_consent"
MOST_CHANGES = 20
"""How many changes of one host are taken in an hour."""


def version_of(host: AbstractHostProfile) -> str:
    """Return text that changes with each draft of a profile, and with consent."""
    return f"{host.latest_revision_id}.{host.consent_version}"


def seen_by(host: AbstractHostProfile, version: str) -> AbstractHostProfile | None:
    """Return the draft of a profile that had a version, ``None`` if it is not known any more."""
    key = version.partition(".")[0]
    revision = host.revisions.filter(pk=int(key)).first() if key.isdecimal() else None
    return revision and revision.as_object()


def drafts_sent_by_hosts() -> QuerySet[AbstractHostProfile]:
    """Return the profiles whose host has changed them by a link since they were published."""
    model = get_host_model()
    sent = ModelLogEntry.objects.filter(
        action=EDITED,
        content_type=ContentType.objects.get_for_model(model, for_concrete_model=False),
        object_id=Cast(OuterRef("pk"), CharField()),
        revision__gt=Coalesce(OuterRef("live_revision"), 0),
    )
    return model._default_manager.filter(Exists(sent), has_unpublished_changes=True)


class Outcome(StrEnum):
    """What became of the changes of a host."""

    NOTHING = "nothing"
    SENT = "sent"
    PUBLISHED = "published"


def edit_own_profile(
    link: HostLink, values: Mapping[str, Any], *, seen: str, now: datetime
) -> Outcome:
    """Save what a host has changed as a draft, and publish it if the site lets hosts do so.

    It is published if ``WAGTAIL_LIFT_HOSTS_MODERATED`` is false, the profile is published and no
    other draft waits, nothing in it blocks that, and whoever made the link may publish hosts.
    Consent that is taken away works at once in any case; consent that is given is that of the host,
    today, and works once published. ``seen`` is the version that the host saw.

    Raises ``ProfileChanged``, ``ProfileLocked`` and ``TooManyChanges``.
    """
    with transaction.atomic():
        host = _locked(link)
        if seen != version_of(host):
            raise ProfileChanged
        _refuse_many(host, now)
        is_free = host.live and not host.has_unpublished_changes
        draft = host.get_latest_revision_as_object()
        if draft.get_lock() is not None:
            raise ProfileLocked
        changed = _changed(draft, values)
        if not changed:
            return Outcome.NOTHING
        if values.get("is_listed") and "is_listed" in changed:
            draft.consent_given_by = draft.name
            draft.consent_given_on = timezone.localdate(now)
        revision = draft.save_revision(changed=True)
        log(instance=host, action=EDITED, revision=revision, data={"fields": changed})
    is_trusted = not settings.HOSTS_MODERATED and may_publish_hosts(link.created_by)
    is_published = is_free and is_trusted and _published(revision)
    return Outcome.PUBLISHED if is_published else Outcome.SENT


def withdraw_own_consent(link: HostLink) -> bool:
    """Take back the consent of a host to be listed, at once and in every language.

    Return whether there was any. No lock, draft or setting is in the way.
    """
    with transaction.atomic():
        host = _locked(link)
        if not host.is_listed:
            return False
        host.is_listed = False
        host.save(update_fields=[*CONSENT, "consent_version"])
        log(instance=host, action=WITHDRAWN)
    return True


def _locked(link: HostLink) -> AbstractHostProfile:
    hosts = get_host_model()._default_manager.select_for_update()
    host: AbstractHostProfile = hosts.get(pk=link.host_id)
    return host


def _refuse_many(host: AbstractHostProfile, now: datetime) -> None:
    entries = registry.get_logs_for_instance(host).filter(action=EDITED)
    if entries.filter(timestamp__gt=now - timedelta(hours=1)).count() >= MOST_CHANGES:
        raise TooManyChanges


def _changed(draft: AbstractHostProfile, values: Mapping[str, Any]) -> list[str]:
    """Set the values on a draft; return the names of those that differ."""
    changed = [name for name, value in values.items() if getattr(draft, name) != value]
    for name in changed:
        setattr(draft, name, values[name])
    return changed


def _published(revision: Any) -> bool:
    try:
        with transaction.atomic():
            revision.publish(skip_permission_checks=True)
    except PublishingRefused:
        return False
    return True
