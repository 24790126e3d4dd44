"""Deliveries: queue them, sign and send them, and keep what came of it."""
