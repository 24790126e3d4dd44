"""Webhooks in the admin: who is told of what, and how deliveries went."""
