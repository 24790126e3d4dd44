"""Tells other programs when something changes: a log to read, and webhooks. An app of its own.

The core does not know of it; it joins at ``wagtail_lift.extension``.
"""
