"""Taking the package out of a site: what stands in the way, what goes, an export, the removal."""

from .contents import Contents, contents_of_site
from .export import export_site
from .obstacles import obstacles
from .remove import remove_contents, remove_tables

__all__ = [
    "Contents",
    "contents_of_site",
    "export_site",
    "obstacles",
    "remove_contents",
    "remove_tables",
]
