"""Tidy up events whose page was deleted."""

from ..events.asked_questions import pointed_at
from ..extension import relied_on
from ..models import Event, EventPageLink, Meeting, Question
from .events import project_events


def tidy_events() -> None:
    """Give events that have lost their source another page, or delete them.

    An event without pages is deleted with its meetings, unless somebody relies on a meeting or
    points at a question: then it stays and is listed as without a page. If no event has lost its
    source, this is a no-op with one query.
    """
    lost = list(Event.objects.filter(source=None).values_list("pk", flat=True))
    if not lost:
        return
    shown = set(EventPageLink.objects.filter(event__in=lost).values_list("event", flat=True))
    project_events(shown)
    meetings = list(Meeting.objects.filter(event__in=set(lost) - shown))
    relied = relied_on(meetings)
    kept = {meeting.event_id for meeting in meetings if meeting.pk in relied}
    questions = list(Question.objects.filter(event__in=set(lost) - shown))
    pointed = pointed_at(questions)
    kept |= {question.event_id for question in questions if question.pk in pointed}
    gone = set(lost) - shown - kept
    Meeting.objects.filter(event__in=gone).delete()
    Event.objects.filter(pk__in=gone).delete()
