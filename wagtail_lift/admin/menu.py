"""The group in the main menu that holds everything about events."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

SUBMENU_HOOK = "register_lift_menu_item"
"""The hook on which items of the group register; a site may add its own."""


def events_menu_item() -> SubmenuMenuItem:
    """Return the group, which is shown to users who may see one of its items."""
    menu = Menu(register_hook_name=SUBMENU_HOOK, construct_hook_name="construct_lift_menu")
    return SubmenuMenuItem(_("Events"), menu, name="lift", icon_name="date", order=150)


class PagesMenuItem(MenuItem):
    """An item for users with any permission on pages."""

    permission_policy: Any = None
    actions: frozenset[str] = frozenset({"add", "change", "publish", "bulk_delete", "lock"})

    def is_shown(self, request: HttpRequest) -> bool:
        """Return whether this user may open the list behind it."""
        return self.permission_policy.user_has_any_permission(request.user, self.actions)
