"""Which questions published pages ask, and which stored ones are referenced."""

from collections.abc import Collection, Iterable, Iterator

from django.db.models import Model

from ..blocks.answers import answered_ids
from ..models.kinds import EventKind, PackKind, page_types
from ..models.questions import Question


def asked_on(page: EventKind) -> dict[str, Question]:
    """Return the questions of a page, unsaved, by their identities.

    Questions without an identity, or with one too long to store, are left out.
    """
    longest = Question._meta.get_field("identity").max_length or 0
    asked: dict[str, Question] = {}
    for question in page.questions:
        if question.id and len(question.id) <= longest:
            row = Question(identity=question.id, number=question.number, text=question.question)
            asked.setdefault(question.id.casefold(), row)  # some databases ignore case
    return asked


def pointed_at(questions: Collection[Question]) -> set[int]:
    """Return the ids of the questions that are referenced.

    References are rows of any model with a relation to questions, and packs whose findings answer
    one.
    """
    keys = {question.pk for question in questions}
    found = {key for model, name in _relations() for key in _pointing(model, name, keys)}
    event_of = {question.event_id for question in questions}
    answered = set(_answered_in_packs(event_of)) if questions else set()
    return found | {q.pk for q in questions if (q.event_id, q.identity) in answered}


def _relations() -> Iterator[tuple[type[Model], str]]:
    """Yield each model with a relation to questions, and the name of its field."""
    for relation in Question._meta.get_fields(include_hidden=True):
        if relation.auto_created and relation.is_relation and not relation.concrete:
            yield relation.related_model, relation.field.name


def _pointing(model: type[Model], name: str, keys: set[int]) -> Iterable[int]:
    rows = model._base_manager.filter(**{f"{name}__in": keys})
    return rows.values_list(name, flat=True) if keys else ()


def _answered_in_packs(event_ids: set[int]) -> Iterator[tuple[int, str]]:
    """Yield the event and identity of each question that packs answer, drafts included."""
    event_of = "event__lift_event_link__event"
    for model in page_types(PackKind):
        packs = model._default_manager.filter(**{f"{event_of}__in": event_ids})
        for event_id, insights in packs.values_list(event_of, "insights"):
            for identity in answered_ids(insights):
                yield event_id, identity
