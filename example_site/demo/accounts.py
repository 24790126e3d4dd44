"""The demo's log-ins: made only while ``DEBUG`` is on, because their password is known."""

from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from wagtail.images import get_image_model
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from wagtail_lift.models import Meeting, get_host_model

from .content.programmes import OPEN
from .memory import Memory

PASSWORD = "demo"  # noqa: S105 -- printed on the screen, and never set where DEBUG is off
GROUP = "Editors of the open community events"


def make_accounts(memory: Memory) -> list[str]:
    """Make the accounts that never were; return the names of those that have the demo password."""
    if not settings.DEBUG:
        return []
    users = get_user_model()._default_manager
    if not memory.knows("account:admin") and not users.filter(username="admin").exists():
        admin = users.create_superuser("admin", "admin@example.org", PASSWORD)
        memory.remember("account:admin", admin)
    if not memory.knows("account:editor") and not users.filter(username="editor").exists():
        editor = users.create_user("editor", "editor@example.org", PASSWORD)
        editor.groups.add(_make_group(memory.find(Page, OPEN.key)))
        memory.remember("account:editor", editor)
    known = users.filter(username__in=("admin", "editor"), is_active=True).order_by("username")
    return [user.username for user in known if user.check_password(PASSWORD)]


def _make_group(programme: Page | None) -> Group:
    """Return the group whose members edit and publish one programme and what lies below it."""
    group, is_new = Group.objects.get_or_create(name=GROUP)
    if not is_new:
        return group
    group.permissions.add(_permission("wagtailadmin", "access_admin"))
    group.permissions.add(*_permissions_on(get_host_model(), "add", "change", "publish", "view"))
    group.permissions.add(*_permissions_on(Meeting, "change", "view"))
    if programme is not None:
        for permission in _permissions_on(Page, "add", "change", "publish"):
            GroupPagePermission.objects.create(group=group, page=programme, permission=permission)
    root = Collection.get_first_root_node()
    for permission in _permissions_on(get_image_model(), "add", "choose"):
        GroupCollectionPermission.objects.create(
            group=group, collection=root, permission=permission
        )
    return group


def _permissions_on(model: Any, *verbs: str) -> list[Permission]:
    name = model._meta.model_name
    return [_permission(model._meta.app_label, f"{verb}_{name}") for verb in verbs]


def _permission(app_label: str, codename: str) -> Permission:
    return Permission.objects.get(content_type__app_label=app_label, codename=codename)
