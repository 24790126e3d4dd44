"""Signal receivers: consent, then the projection, then shared caches."""

from . import caches, consent, projection


def connect() -> None:
    """Connect all receivers, consent before those that read it; called once."""
    consent.connect()
    projection.connect()
    caches.connect()
