"""Give a group the rights on dates, hosts and venues that its people need to look after events."""

from collections.abc import Iterable

from django.contrib.auth import get_permission_codename
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model, QuerySet
from wagtail.log_actions import log

from ..access.group_rights import MissingRights
from ..models import Meeting, Venue, get_host_model


def grant_rights(missing: MissingRights, *, user: AbstractBaseUser | None) -> None:
    """Add to the group what it lacks, and log it on the group. Nothing is taken away."""
    with transaction.atomic():
        granted = [
            *_permissions(Meeting, missing.dates),
            *_permissions(get_host_model(), missing.hosts),
            *_permissions(Venue, missing.venues),
        ]
        missing.group.permissions.add(*granted)
        if granted:
            log(
                instance=missing.group,
                action="wagtail.edit",
                user=user,
                data={"granted": sorted(permission.codename for permission in granted)},
            )


def _permissions(model: type[Model], actions: Iterable[str]) -> QuerySet[Permission]:
    names = [get_permission_codename(action, model._meta) for action in actions]
    content_type = ContentType.objects.get_for_model(model)
    return Permission.objects.filter(content_type=content_type, codename__in=names)
