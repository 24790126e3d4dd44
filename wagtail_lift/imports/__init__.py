"""Calendars of others, read: from a file to the events that it tells of. Nothing is written."""
