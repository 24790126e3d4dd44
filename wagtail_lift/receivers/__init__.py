"""Signal receivers: consent, then the projection, then shared caches; rights after migrations."""

from . import caches, consent, projection, rights, speakers, venues


def connect() -> None:
    """Connect all receivers, consent before those that read it; called once."""
    consent.connect()
    projection.connect()
    speakers.connect()
    venues.connect()
    caches.connect()
    rights.connect()
