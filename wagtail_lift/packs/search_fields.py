"""The search fields of a pack: a closed pack is found by its title only."""

from typing import Any

from wagtail.search import index

from ..models.kinds import PackKind


class OpenPackSearchField(index.SearchField):
    """A field indexed only while its pack is open, so that search reveals no closed content."""

    def get_value(self, obj: PackKind) -> Any:
        """Return the value to index, empty while the pack is closed."""
        return super().get_value(obj) if obj.is_open else ""
