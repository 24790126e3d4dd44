"""Insights packs: which an event has, whether they are open, and what their pages show."""
