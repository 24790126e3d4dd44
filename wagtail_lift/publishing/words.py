"""Places in a page, in the words of its form."""

from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext
from modelcluster.models import get_all_child_relations
from wagtail.blocks import BaseStreamBlock, Block, ListBlock
from wagtail.fields import StreamField

from ..api.faults import Place


def place_in_words(instance: Model, place: Place) -> str:
    """Return a place such as “Conversation, block 2 (Question), Question”; empty for no field."""
    return ", ".join(str(part) for part in _parts(instance, place))


def _parts(instance: Model, place: Place) -> list[str]:
    if not place:
        return []
    name, *rest = place
    model = type(instance)
    if rest and any(r.get_accessor_name() == name for r in get_all_child_relations(model)):
        row = list(getattr(instance, str(name)).all())[int(rest[0])]
        label = capfirst(row._meta.verbose_name)
        return [f"{label} {int(rest[0]) + 1}", *_parts(row, tuple(rest[1:]))]
    try:
        field = model._meta.get_field(str(name).removesuffix("_id"))
    except FieldDoesNotExist:
        return []
    label = capfirst(getattr(field, "verbose_name", name))
    if isinstance(field, StreamField):
        value = getattr(instance, field.name)
        return [label, *_parts_in_block(field.stream_block, value, rest)]
    return [label]


def _parts_in_block(block: Block, value: Any, rest: list[str | int]) -> list[str]:
    if not rest:
        return []
    key, *deeper = rest
    if isinstance(block, BaseStreamBlock):
        child = value[key]
        words = gettext("block %(number)d (%(kind)s)") % {
            "number": int(key) + 1,
            "kind": child.block.label,
        }
        return [words, *_parts_in_block(child.block, child.value, deeper[1:])]
    if isinstance(block, ListBlock):
        words = gettext("item %(number)d") % {"number": int(key) + 1}
        return [words, *_parts_in_block(block.child_block, value[key], deeper)]
    child_block = getattr(block, "child_blocks", {}).get(key)
    if child_block is None:
        return []
    inner = value.get(key) if hasattr(value, "get") else None
    return [child_block.label, *_parts_in_block(child_block, inner, deeper)]
