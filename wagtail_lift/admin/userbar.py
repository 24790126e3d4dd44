"""Links of ours in the user bar on a page."""

from typing import Any

from wagtail.admin.ui.components import Component


class UserbarLink(Component):
    """A link in the user bar on an event's page."""

    template_name = "wagtail_lift/admin/userbar_item.html"

    def __init__(self, label: str, url: str, icon: str = "date") -> None:
        self.label, self.url, self.icon = label, url, icon

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        """Return the label, the address and the name of the icon."""
        return {"label": self.label, "url": self.url, "icon": self.icon}
