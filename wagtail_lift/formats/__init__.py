"""Formats in which events are written for readers and for other programs."""

from .. import models as _models  # noqa: F401 -- first, whichever is asked for first
