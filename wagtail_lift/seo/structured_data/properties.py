"""Which builder writes down which kind of fact."""

from typing import Any

from ...domain.descriptions import DescribedEvent, DescribedHost, DescribedList, DescribedPack
from .events import event_properties
from .hosts import host_properties
from .lists import list_properties
from .packs import pack_properties


def as_schema(described: Any) -> dict[str, Any]:
    """Return the properties of what is described; a dict that a site made itself stays as it is."""
    if isinstance(described, DescribedEvent):
        return event_properties(described)
    if isinstance(described, DescribedPack):
        return pack_properties(described)
    if isinstance(described, DescribedHost):
        return host_properties(described)
    if isinstance(described, DescribedList):
        return list_properties(described)
    return dict(described)
