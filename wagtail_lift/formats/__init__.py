"""Formats that events are written in for other programs."""
