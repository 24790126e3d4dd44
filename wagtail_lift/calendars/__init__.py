"""Calendars that people subscribe to: their dates, stored entries, and what they are known by."""
