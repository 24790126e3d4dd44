"""Finds malformed JSON in a stream, each fault with its place: Wagtail would answer with a 500.

Wagtail would also treat values that it cannot read as empty. Whether values are allowed is not
checked here; the blocks do that when the form is cleaned.
"""

from collections.abc import Iterator
from types import NoneType
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import CharField
from django.utils.translation import gettext as _
from wagtail.api.rich_text import APIRichText
from wagtail.blocks import (
    BaseStreamBlock,
    BaseStructBlock,
    Block,
    DateBlock,
    FieldBlock,
    IntegerBlock,
    ListBlock,
    RichTextBlock,
    TimeBlock,
)

from ...blocks.unread import UnreadText

SHAPE = "shape"

Place = tuple[str | int, ...]
Fault = tuple[Place, str]


def faults_in(block: Block, value: Any, place: Place) -> Iterator[Fault]:
    """Yield the place of each value that does not fit its block, and what to send instead."""
    if isinstance(block, BaseStreamBlock):
        yield from _in_stream(block, value, place)
    elif isinstance(block, ListBlock):
        yield from _in_list(block, value, place)
    elif isinstance(block, BaseStructBlock):
        yield from _in_struct(block, value, place)
    elif isinstance(block, FieldBlock) and (message := _fault_of_value(block, value)):
        yield place, message


def _in_stream(block: BaseStreamBlock, value: Any, place: Place) -> Iterator[Fault]:
    if not isinstance(value, list | NoneType):
        yield place, _("Send a list of blocks.")
        return
    for n, item in enumerate(value or ()):
        if not isinstance(item, dict) or not {"type", "value"} <= item.keys():
            yield (*place, n), _("Send a block with its “type” and its “value”.")
        elif not isinstance(item["type"], str) or item["type"] not in block.child_blocks:
            message = _("Send one of these types of block: %(types)s.")
            types = ", ".join(block.child_blocks)
            yield (*place, n, "type"), message % {"types": types}
        elif isinstance(item.get("id"), dict | list | bool):
            yield (*place, n, "id"), _("Send text.")
        else:
            child = block.child_blocks[item["type"]]
            yield from faults_in(child, item["value"], (*place, n, "value"))


def _in_list(block: ListBlock, value: Any, place: Place) -> Iterator[Fault]:
    if not isinstance(value, list | NoneType):
        yield place, _("Send a list.")
        return
    for n, item in enumerate(value or ()):
        yield from faults_in(block.child_block, item, (*place, n))


def _in_struct(block: BaseStructBlock, value: Any, place: Place) -> Iterator[Fault]:
    if not isinstance(value, dict | NoneType):
        names = ", ".join(block.child_blocks)
        yield place, _("Send an object with these keys: %(names)s.") % {"names": names}
        return
    for name, child in (value or {}).items():
        if name in block.child_blocks:
            yield from faults_in(block.child_blocks[name], child, (*place, name))


def _fault_of_value(block: FieldBlock, value: Any) -> str:
    """Return what is wrong with a value, empty if the block can read it."""
    if value is None:
        return ""
    if isinstance(block, RichTextBlock):
        return _fault_of_rich_text(block, value)
    if isinstance(block.field, CharField) and isinstance(value, dict | list | bool):
        return _("Send text.")
    try:
        python_value = block.to_python(value)
        block.value_for_form(python_value)
    except (AttributeError, OverflowError, TypeError, ValueError, ValidationError):
        return _why_not(block, value)
    if isinstance(python_value, UnreadText):
        return _how_to_send(block)
    return _why_not(block, value) if python_value is None and value != "" else ""


def _how_to_send(block: FieldBlock) -> str:
    """Return how a program writes what the forms of the admin take in words."""
    if isinstance(block, DateBlock):
        return _("Send a date such as 2027-01-20.")
    if isinstance(block, TimeBlock):
        return _("Send a time such as 19:30.")
    return (
        _("Send a number.") if isinstance(block, IntegerBlock) else ""
    )  # an address: its field says what is wrong


def _why_not(block: FieldBlock, value: Any) -> str:
    """Return what the form field says about a value that its block cannot read."""
    try:
        block.field.clean(value)
    except ValidationError as error:
        return " ".join(error.messages)
    except (AttributeError, OverflowError, TypeError, ValueError):
        pass
    return _("This is not valid here.")


def _fault_of_rich_text(block: RichTextBlock, value: Any) -> str:
    try:
        APIRichText.convert_input(value, features=block.features)
    except ValueError as error:
        return str(error)
    return ""
