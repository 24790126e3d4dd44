"""Feeds that news readers subscribe to."""
