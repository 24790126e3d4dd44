"""Where a field is in the form of its page, in words: "Booking › Address of the booking page"."""

from typing import Any

from django.utils.text import capfirst
from wagtail.admin.panels import TabbedInterface
from wagtail.models import AbstractPage


def place_of(page: AbstractPage, name: str) -> str:
    """Return the tab and the label of a field or relation, empty if the form does not show it."""
    handler = type(page).get_edit_handler()
    tabs = handler.children if isinstance(handler, TabbedInterface) else [handler]
    for tab in tabs:
        if label := _label_in(tab, page, name):
            return f"{tab.heading} › {label}" if tab.heading else label
    return ""


def _label_in(panel: Any, page: AbstractPage, name: str) -> str:
    if getattr(panel, "relation_name", None) == name:
        return str(panel.heading)
    if getattr(panel, "field_name", None) == name:
        return str(panel.heading or capfirst(page._meta.get_field(name).verbose_name))
    found = (_label_in(child, page, name) for child in getattr(panel, "children", ()))
    return next(filter(None, found), "")
