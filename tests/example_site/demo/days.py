"""The instants at which the demo is tried."""

from datetime import UTC, datetime, timedelta

FIRST_LOAD = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
"""When the demo is loaded first: a Monday noon."""

FORTY_DAYS_ON = FIRST_LOAD + timedelta(days=40)
