"""Keep consent in step when a host profile, or a draft of one, is saved."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.db.models.signals import post_save, pre_save
from wagtail.models import Revision

from ..actions import settle_consent, share_consent, withdraw_in_draft
from ..models import AbstractHostProfile
from ..models.hosts import CONSENT

FOLLOWED = frozenset({*CONSENT, "live"})


def connect() -> None:
    """Connect all receivers; called once when the app is ready, before those that read consent."""
    pre_save.connect(before_a_profile, dispatch_uid="wagtail_lift.consent_settled")
    post_save.connect(after_a_profile, dispatch_uid="wagtail_lift.consent_shared")
    post_save.connect(after_a_draft, sender=Revision, dispatch_uid="wagtail_lift.consent_drafted")


def before_a_profile(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    """Settle consent before a profile is saved."""
    if _is_followed(instance, **kwargs):
        settle_consent(instance)


def after_a_profile(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    """Share consent once a profile is saved."""
    if _is_followed(instance, **kwargs):
        share_consent(instance)


def after_a_draft(
    sender: type[Model], instance: Revision, raw: bool = False, **kwargs: Any
) -> None:
    """Follow a draft, whoever saved it, that withdraws consent."""
    if raw:
        return
    model = ContentType.objects.get_for_id(instance.content_type_id).model_class()  # cached
    if model is None or not issubclass(model, AbstractHostProfile):
        return
    host = model._default_manager.filter(pk=instance.object_id).first()
    if host is not None:
        withdraw_in_draft(host, instance.content)


def _is_followed(
    instance: Any, raw: bool = False, update_fields: frozenset[str] | None = None, **kwargs: Any
) -> bool:
    if raw or not isinstance(instance, AbstractHostProfile):
        return False
    return update_fields is None or bool(FOLLOWED & set(update_fields))
