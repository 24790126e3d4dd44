"""Hosts as schema.org ``Person`` or ``Organization``."""

from typing import Any

from ...domain.descriptions import DescribedHost
from ...enums import HostKind
from .parts import filled, image_properties


def host_properties(host: DescribedHost) -> dict[str, Any]:
    """Return a host as everybody may know them."""
    is_person = host.kind == HostKind.PERSON
    works_for = {"@type": "Organization", "name": host.organisation} if host.organisation else None
    return filled(
        {
            "@type": "Person" if is_person else "Organization",
            "name": host.name,
            "url": host.url,
            "jobTitle": host.position if is_person else "",
            "affiliation" if is_person else "parentOrganization": works_for,
            "description": host.description,
            "sameAs": host.website,
            "image": image_properties(host.image),
        }
    )
