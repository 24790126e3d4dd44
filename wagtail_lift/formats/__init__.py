"""Formats that events are written in for other programs."""

from .. import models as _models  # noqa: F401 -- first, whichever is asked for first
