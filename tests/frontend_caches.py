"""A front-end cache that remembers what it was told to purge."""

from typing import Any

from wagtail.contrib.frontend_cache.backends import BaseBackend

purged: list[str] = []
"""Every address that was purged, in order; a test empties it first."""

SETTINGS = {"recorder": {"BACKEND": "tests.frontend_caches.RecordingBackend"}}


class RecordingBackend(BaseBackend):
    """Keeps the addresses instead of sending them anywhere."""

    def __init__(self, params: dict[str, Any]) -> None:
        super().__init__(params)

    def purge(self, url: str) -> None:
        """Remember one address."""
        purged.append(url)
