"""Signals for sites. Each is sent after the database transaction has been committed.

All carry ``meeting`` (a ``wagtail_lift.models.Meeting``) and ``user`` (or ``None``); ``sender`` is
the ``Meeting`` class. A receiver that raises is logged and does not undo what was done.
"""

from django.dispatch import Signal

meeting_cancelled = Signal()
"""A meeting was cancelled. Its ``public_note`` says why, if anything was said."""

meeting_postponed = Signal()
"""A meeting was postponed; no new date is known."""

meeting_reinstated = Signal()
"""A cancelled or postponed meeting goes ahead again, at the time it had."""

meeting_changed = Signal()
"""The time, place or note of a meeting was changed.

``meeting.previous_starts_at`` is when it would have begun (UTC), ``None`` if it was not moved.
"""
