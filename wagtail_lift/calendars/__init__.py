"""Calendars that people subscribe to: their dates, stored entries and ETags."""

from .. import models as _models  # noqa: F401 -- first, whichever is asked for first
