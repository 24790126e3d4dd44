"""Makes Wagtail's registered publishing actions ask the gate, as API version 3 calls them."""

from typing import Any

from ..models import Venue, get_host_model, get_page_model
from ..publishing.gate import asking_first


def register_gate(registry: Any) -> None:
    """Make the registered publishing actions ask the gate, if Wagtail has a registry."""
    for model in (get_page_model(), get_host_model(), Venue):
        registered = (registry.actions.get(kind, {}).get("publish") for kind in model.mro())
        known = next(filter(None, registered), None)
        if known is not None:
            registry.register(model, asking_first(known))
