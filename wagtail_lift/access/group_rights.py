"""The rights on dates, hosts and venues that people who publish pages need as well."""

from collections.abc import Iterable
from dataclasses import dataclass

import swapper
from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model

from ..models import Meeting, Venue, get_host_model

DATE_RIGHTS = ("view", "change")
PROFILE_RIGHTS = ("add", "change", "delete", "publish")


@dataclass(frozen=True, slots=True)
class MissingRights:
    """A group that may publish pages, and which rights on dates, hosts and venues it lacks."""

    group: Group
    dates: tuple[str, ...]
    hosts: tuple[str, ...]
    venues: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.dates or self.hosts or self.venues)


def rights_of_publishers(names: Iterable[str] = ()) -> list[MissingRights]:
    """Return each group that may publish pages, or those of these names, with what it lacks."""
    page = swapper.split(swapper.get_model_name("wagtailcore", "Page"))[1].lower()
    groups = Group.objects.filter(page_permissions__permission__codename=f"publish_{page}")
    if names:
        groups = groups.filter(name__in=names)
    return [
        MissingRights(
            group,
            _missing(group, Meeting, DATE_RIGHTS),
            _missing(group, get_host_model(), PROFILE_RIGHTS),
            _missing(group, Venue, PROFILE_RIGHTS),
        )
        for group in groups.distinct().order_by("name")
    ]


def _missing(group: Group, model: type[Model], actions: Iterable[str]) -> tuple[str, ...]:
    """Return the actions, in order, for which the group has no permission on the model."""
    content_type = ContentType.objects.get_for_model(model)
    held = set(
        group.permissions.filter(content_type=content_type).values_list("codename", flat=True)
    )
    return tuple(a for a in actions if get_permission_codename(a, model._meta) not in held)
