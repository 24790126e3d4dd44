"""Tables: the log of changes, the endpoints, and what was delivered to them."""

from .changes import Change, ChangeLog, Touch
from .deliveries import Delivery
from .endpoints import Endpoint, EndpointSecret

__all__ = ["Change", "ChangeLog", "Delivery", "Endpoint", "EndpointSecret", "Touch"]
