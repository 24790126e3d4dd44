"""Hosts as schema.org ``Person`` or ``Organization``; callers pass only public ones."""

from typing import Any
from urllib.parse import urljoin

from wagtail.rich_text import get_text_for_indexing

from ...enums import HostKind
from ...lists.agenda import AgendaSpeaker
from ...lists.cards import ListedHost
from ...models.hosts import AbstractHostProfile
from ..sharing import preview_photo
from ..texts import plain
from .parts import filled, image_properties


def listed_host(item: ListedHost, url: str) -> dict[str, Any]:
    """Return a host listed on the page at ``url``."""
    return _host(item.host, urljoin(url, item.url) if item.url else "")


def presented_host(item: ListedHost, url: str) -> dict[str, Any]:
    """Return a host as the event at ``url`` presents them: with what there is to say of them."""
    address = urljoin(url, item.url) if item.url else ""
    return _host(item.host, address, **_picture(item.host, url), **_said(item.host))


def named_speaker(speaker: AgendaSpeaker, url: str) -> dict[str, Any]:
    """Return somebody whom the agenda of the event at ``url`` names as a speaker."""
    if speaker.host is None:
        return {"@type": "Person", "name": speaker.name}
    return _host(speaker.host, urljoin(url, speaker.url) if speaker.url else "")


def host_properties(host: AbstractHostProfile, url: str) -> dict[str, Any]:
    """Return a host as shown on their own page."""
    return _host(host, url, **_picture(host, url), **_said(host))


def _picture(host: AbstractHostProfile, url: str) -> dict[str, Any]:
    """Return the photo of a person or the logo of an organisation, empty without one."""
    known_as = "logo" if host.kind == HostKind.ORGANISATION else "image"
    return {known_as: image_properties(preview_photo(host, url))}


def _said(host: AbstractHostProfile) -> dict[str, str]:
    biography = plain(get_text_for_indexing(host.biography))
    return {"description": biography, "sameAs": host.website}


def _host(host: AbstractHostProfile, url: str, **more: Any) -> dict[str, Any]:
    is_person = host.kind == HostKind.PERSON
    works_for = {"@type": "Organization", "name": host.organisation} if host.organisation else None
    return filled(
        {
            "@type": "Person" if is_person else "Organization",
            "name": host.display_name,
            "url": url,
            "jobTitle": host.position if is_person else "",
            "affiliation" if is_person else "parentOrganization": works_for,
            **more,
        }
    )
