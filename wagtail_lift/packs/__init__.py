"""Insights packs: which an event has, whether they are open, and what their pages show."""

from .. import models as _models  # noqa: F401 -- first, whichever is asked for first
