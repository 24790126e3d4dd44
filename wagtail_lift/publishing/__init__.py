"""The one gate through which pages and host profiles go live: what it asks, and where it stands."""

from .. import models as _models  # noqa: F401 -- first, whichever is asked for first
