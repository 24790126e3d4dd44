"""What blocks publishing a page or a host profile: the one check, for every way to publish.

It checks what the form checks when an editor publishes: the rules of the fields and the model, of
each block in each stream, and of each child row. The exception is embeds, which are not fetched:
no other website decides what is published.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db.models import ForeignKey, Model
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
from .unread_texts import unread_errors
from .words import place_in_words

Error = tuple[Place, ValidationError]


def publishing_faults(instance: Any, user: AbstractBaseUser | None = None) -> list[PublishingFault]:
    """Return what blocks publishing ``instance``, each fault with its place.

    With ``user``, what that user may not publish is a fault too.
    """
    unread = [((key_of(type(instance), name),), e) for name, e in unread_errors(instance)]
    faults = [
        _fault_at(instance, place, error.code or "invalid", message)
        for place, error in (*unread, *_errors_in(instance))
        for message in error.messages
    ]
    if user is not None:
        faults += problem_faults(instance, instance.get_permission_problems(user))
    return faults


def problem_faults(instance: Model, problems: Mapping[str, Problem]) -> list[PublishingFault]:
    """Return the problems of fields as faults with their places."""
    return [
        _fault_at(instance, (key_of(type(instance), name),), problem.value, str(problem.label))
        for name, problem in problems.items()
    ]


def _fault_at(instance: Model, place: Place, code: str, message: str) -> PublishingFault:
    label = place_in_words(instance, place)
    return PublishingFault(place=place, label=label, code=code, message=message)


def _errors_in(instance: Model, place: Place = (), **exclusions: Any) -> Iterator[Error]:
    """Yield the errors of an object, of the blocks in its streams and of its child rows."""
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


def _errors_in_row(row: Model, parent: str, place: Place) -> Iterator[Error]:
    """Yield the errors of a row, leaving foreign keys and uniqueness to the database."""
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
    """Stop ``clean()`` from fetching embeds: their block checks ``html``, which is set here."""
    embeds = [embed for embed in _embeds_in(stream_value) if "html" not in vars(embed)]
    for embed in embeds:
        embed.html = embed.url
    try:
        yield
    finally:
        for embed in embeds:
            del embed.html


def _embeds_in(value: Any) -> Iterator[EmbedValue]:
    """Yield the embeds in a block value, at any depth."""
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
