"""What happens by itself when rows change: consent, then the projection, then shared caches."""

from . import caches, consent, projection


def connect() -> None:
    """Connect all receivers, those of consent before what reads it; called once."""
    consent.connect()
    projection.connect()
    caches.connect()
