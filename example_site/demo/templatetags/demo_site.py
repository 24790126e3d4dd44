"""The header of the example site: where home is, and what the menu holds."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.utils.translation import gettext
from wagtail.models import Page, Site

from wagtail_lift.pages.models import EventIndexPage

register = template.Library()


@dataclass(frozen=True, slots=True)
class NavigationLink:
    """A link of the menu; ``is_here`` is a value for ``aria-current``, empty elsewhere."""

    title: str
    url: str
    is_here: str


def _root(context: dict[str, Any]) -> Page | None:
    site = Site.find_for_request(context.get("request"))
    return site.root_page if site else None


@register.simple_tag(takes_context=True)
def site_home(context: dict[str, Any]) -> str:
    """Return the address of the home page."""
    root = _root(context)
    return (root.get_url(context.get("request")) if root else "") or "/"


@register.simple_tag(takes_context=True)
def site_navigation(context: dict[str, Any]) -> list[NavigationLink]:
    """Return the programmes that are meant for menus, and the insights of the first of them."""
    root = _root(context)
    if root is None:
        return []
    request = context.get("request")
    path = getattr(request, "path", "")
    programmes = EventIndexPage.objects.descendant_of(root).live().public().in_menu()
    links = [(p.title, p.get_url(request) or "/") for p in programmes.order_by("path")]
    if links:
        links.append((gettext("Insights"), f"{links[0][1]}insights/"))
    inside = max((url for _, url in links if path.startswith(url)), key=len, default="")
    return [NavigationLink(title, url, _is_here(url, path, inside)) for title, url in links]


def _is_here(url: str, path: str, inside: str) -> str:
    if url == path:
        return "page"
    return "true" if url == inside else ""
