"""What keeps a page or a host profile from being published: the one predicate, for every way.

It is what the form asks when an editor publishes: the rules of the fields and of the model, those
of each block in each stream, and those of each row. One thing it does not ask: whether a film on
another website can be had at this moment, because then no other website decides what is published.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import ForeignKey
from modelcluster.models import get_all_child_relations
from taggit.models import ItemBase
from wagtail.blocks import Block, StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.embeds.blocks import EmbedValue
from wagtail.fields import StreamField
from wagtail.models import COMMENTS_RELATION_NAME

from ..api.faults import Place, errors_within, key_of
from ..enums import Problem
from ..exceptions import PublishingFault
from .words import place_in_words

Error = tuple[Place, ValidationError]


def publishing_faults(instance: Any, user: Any | None = None) -> list[PublishingFault]:
    """Return what keeps ``instance`` from being published as it is, each fault at its place.

    With ``user``, what only others may publish is a fault too.
    """
    faults = [
        _fault_at(instance, place, error.code or "invalid", message)
        for place, error in _errors_in(instance)
        for message in error.messages
    ]
    if user is not None:
        faults += problem_faults(instance, instance.get_permission_problems(user))
    return faults


def problem_faults(instance: Any, problems: Mapping[str, Problem]) -> list[PublishingFault]:
    """Return problems of fields as faults at their places."""
    return [
        _fault_at(instance, (key_of(type(instance), name),), problem.value, str(problem.label))
        for name, problem in problems.items()
    ]


def _fault_at(instance: Any, place: Place, code: str, message: str) -> PublishingFault:
    label = place_in_words(instance, place)
    return PublishingFault(place=place, label=label, code=code, message=message)


def _errors_in(instance: Any, place: Place = (), **exclusions: Any) -> Iterator[Error]:
    """Yield what is wrong with an object, with the blocks of its streams and with its rows."""
    refused: dict[str, list[ValidationError]] = {}
    try:
        instance.full_clean(**exclusions)
    except ValidationError as error:
        refused = error.error_dict
    for name, errors in refused.items():
        yield from (((*place, key_of(type(instance), name)), error) for error in errors)
    for field in instance._meta.get_fields():
        if isinstance(field, StreamField) and field.name not in refused:
            value = getattr(instance, field.name)
            yield from _errors_in_stream(field.stream_block, value, (*place, field.name))
    for relation in get_all_child_relations(type(instance)):
        name = relation.get_accessor_name()
        if name != COMMENTS_RELATION_NAME and not issubclass(relation.related_model, ItemBase):
            for number, row in enumerate(getattr(instance, name).all()):
                yield from _errors_in_row(row, relation.field.name, (*place, name, number))


def _errors_in_row(row: Any, parent: str, place: Place) -> Iterator[Error]:
    """Leave to the database what it keeps itself: that what a key names exists, and is unique."""
    kept = {
        field.name
        for field in row._meta.fields
        if isinstance(field, ForeignKey) and getattr(row, field.attname) is not None
    }
    return _errors_in(
        row, place, exclude={parent, *kept}, validate_unique=False, validate_constraints=False
    )


def _errors_in_stream(block: Block, value: StreamValue, place: Place) -> Iterator[Error]:
    with _embeds_taken_as_they_are(value):
        try:
            block.clean(value)
        except ValidationError as error:
            yield from errors_within(error, place)


@contextmanager
def _embeds_taken_as_they_are(stream_value: StreamValue) -> Iterator[None]:
    """Keep the embeds of a stream from being fetched: their block looks at what was."""
    embeds = [embed for embed in _embeds_in(stream_value) if "html" not in vars(embed)]
    for embed in embeds:
        embed.html = embed.url
    try:
        yield
    finally:
        for embed in embeds:
            del embed.html


def _embeds_in(value: Any) -> Iterator[EmbedValue]:
    """Yield the embeds in the value of a block, however deep they lie."""
    if isinstance(value, EmbedValue):
        yield value
    elif isinstance(value, StructValue):
        for inner in value.values():
            yield from _embeds_in(inner)
    elif isinstance(value, ListValue):
        for inner in value:
            yield from _embeds_in(inner)
    elif isinstance(value, StreamValue):
        for child in value:
            yield from _embeds_in(child.value)
