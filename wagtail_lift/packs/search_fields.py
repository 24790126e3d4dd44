"""What search engines of the site are told of a pack: of a closed one, its title alone."""

from typing import Any

from wagtail.search import index


class OpenPackSearchField(index.SearchField):
    """A field that is indexed while its pack is open, so that no search shows what is held back."""

    def get_value(self, obj: Any) -> Any:
        """Return what is indexed of a pack, which is nothing while it is closed."""
        return super().get_value(obj) if obj.is_open else ""
