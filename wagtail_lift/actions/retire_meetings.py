"""Delete dates that are planned no more, but not what calendars were told of them."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Max

from ..models import CalendarEntry, Meeting, RetiredDate

BY_RULE = 5
"""The version of a UID that ``Meeting.uid_for`` works out anew for the day of a rule."""


def retire_meetings(meetings: Sequence[Meeting]) -> None:
    """Delete meetings; of those that a rule gave, remember under which sequence they were told.

    A rule may give such a date again, with the same ``uid``. An added date never comes back.
    """
    by_rule = [meeting for meeting in meetings if meeting.uid.version == BY_RULE]
    entries = CalendarEntry.objects.filter(meeting__in=by_rule).order_by().values_list("meeting")
    told = dict(entries.annotate(told_at=Max("changed_at")) if by_rule else ())
    RetiredDate.objects.bulk_create(
        [
            RetiredDate(
                event_id=meeting.event_id,
                uid=meeting.uid,
                sequence=meeting.sequence,
                told_at=max(meeting.modified_at, told.get(meeting.pk, meeting.modified_at)),
            )
            for meeting in by_rule
        ],
        batch_size=200,
    )
    Meeting.objects.filter(pk__in=[meeting.pk for meeting in meetings]).delete()


def retired_dates(event_ids: Iterable[int]) -> dict[UUID, RetiredDate]:
    """Return the dates of events that went, by their UID; one query."""
    return {date.uid: date for date in RetiredDate.objects.filter(event__in=list(event_ids))}


def bring_back(meeting: Meeting, retired: RetiredDate, now: datetime) -> None:
    """Let a meeting, which is not stored yet, go on from what was told of it before it went."""
    meeting.sequence = retired.sequence + 1
    meeting.modified_at = max(now, retired.told_at + timedelta(seconds=1))
    retired.delete()
