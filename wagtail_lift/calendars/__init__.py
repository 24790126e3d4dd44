"""Calendars that people subscribe to: their dates, stored entries, and what they are known by."""

from .. import models as _models  # noqa: F401 -- first, whichever is asked for first
