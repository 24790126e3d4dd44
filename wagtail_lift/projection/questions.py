"""From the published conversations of events to their question rows."""

from collections.abc import Mapping, Sequence

from ..events.asked_questions import asked_on, pointed_at
from ..models import Question
from ..models.kinds import EventKind


def sync_questions(pages: Mapping[int, Sequence[EventKind]]) -> None:
    """Update the questions of events to what their published sources ask.

    ``pages`` holds the pages of each event, the source first. An event whose source is not
    published keeps its questions. A question that is no longer asked loses its number while
    somebody points at it; otherwise it is deleted. Only differences are written.
    """
    sources = {key: shown[0] for key, shown in pages.items() if shown and shown[0].live}
    missing = {
        (key, name): q for key, page in sources.items() for name, q in asked_on(page).items()
    }
    changed, left = [], []
    for stored in Question.objects.filter(event__in=sources).order_by("pk"):
        told = missing.pop((stored.event_id, stored.identity.casefold()), None)
        if told is None:
            left.append(stored)
        elif (stored.number, stored.text) != (told.number, told.text):
            stored.number, stored.text = told.number, told.text
            changed.append(stored)
    changed += _let_go(left)
    if changed:
        Question.objects.bulk_update(changed, ["number", "text"], batch_size=200)
    for (event_id, _name), question in missing.items():
        question.event_id = event_id
    Question.objects.bulk_create(missing.values(), batch_size=200)


def _let_go(left: Sequence[Question]) -> list[Question]:
    """Delete questions that nobody points at; return the others that lose their number."""
    if not left:
        return []
    kept = pointed_at(left)
    gone = [question.pk for question in left if question.pk not in kept]
    if gone:
        Question.objects.filter(pk__in=gone).delete()
    numbered = [q for q in left if q.pk in kept and q.number is not None]
    for question in numbered:
        question.number = None
    return numbered
