"""Insights packs: which an event has, whether they are open, and what their pages show."""

from .. import models as _models  # noqa: F401 -- models load first, whatever is imported
