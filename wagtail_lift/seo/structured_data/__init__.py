"""schema.org data (JSON-LD) for what pages show to all their readers."""

from .costs import with_price
from .events import event_properties
from .hosts import host_properties
from .lists import breadcrumbs, item_list
from .packs import pack_properties
from .script import as_script, script_text

__all__ = [
    "as_script",
    "breadcrumbs",
    "event_properties",
    "host_properties",
    "item_list",
    "pack_properties",
    "script_text",
    "with_price",
]
