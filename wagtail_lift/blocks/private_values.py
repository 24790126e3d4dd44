"""Reading, writing and keeping the private values in a stream."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from wagtail.blocks import BaseStructBlock, Block, ListBlock, RichTextBlock, StreamValue

from .private_fields import PrivateFieldsMixin, Submission
from .rich_text import without_keys
from .walk import UNSAVED, Found, walk_stream


def private_values(stream_value: StreamValue | None) -> dict[str, dict[str, Any]]:
    """Return ``{address: {field: value}}`` for every block with private fields, as JSON values.

    Only for people who may edit the page. The address is the id of the block, and for a block
    within it the id and the names between, joined by dots. Blocks that were never saved have none
    and are left out.
    """
    return {
        found.address: {
            name: prepared
            for name, prepared in found.block.get_prep_value(found.value).items()
            if name in found.block.private_fields
        }
        for found in _saved_private_structs(stream_value)
    }


def with_private_values(
    stream_value: StreamValue, values: Mapping[str, Mapping[str, Any]]
) -> StreamValue:
    """Return a copy of the stream with some private values replaced; all others stay.

    ``values`` has the shape that :func:`private_values` returns. Raises ``ValidationError``, keyed
    by address, for an address or field that is not there and for a value the field refuses.
    """
    block = stream_value.stream_block
    copy = block.to_python(block.get_prep_value(stream_value))
    structs = {found.address: found for found in _saved_private_structs(copy)}
    errors: dict[str, list[str]] = {}
    for address, fields in values.items():
        found = structs.get(address)
        if found is None:
            errors[address] = [gettext("There is no such block with private values.")]
            continue
        for name, given in fields.items():
            try:
                found.value[name] = _cleaned(found.block, name, given)
            except ValidationError as error:
                errors.setdefault(address, []).extend(
                    f"{name}: {message}" for message in error.messages
                )
    if errors:
        raise ValidationError(errors)
    return copy


def restore_private_values(new_value: StreamValue, old_value: StreamValue | None) -> StreamValue:
    """Put into ``new_value`` what the public API cannot send, and return it.

    ``new_value`` is the cleaned value of a form and is changed in place; ``old_value`` is what was
    stored. A private value that was not submitted becomes the old one of the same block, else the
    field's default; one that was submitted, empty or not, stays. What Wagtail's API drops beside
    them comes back too: the ids of a ListBlock's items, by content, and the keys of paragraphs in
    rich text that did not change.
    """
    _restore_list_ids(new_value, old_value)
    _restore_paragraph_keys(new_value, old_value)
    known = {found.address: found.value for found in walk_stream(old_value, _is_private)}
    for found in walk_stream(new_value, _is_private):
        before = known.get(found.address, {})
        for name in found.block.private_fields:
            if found.value.get(name) is Submission.MISSING:
                default = found.block.child_blocks[name].get_default()
                found.value[name] = before.get(name, default)
    return new_value


def _is_private(block: Block) -> bool:
    return isinstance(block, PrivateFieldsMixin) and bool(block.private_fields)


def _is_list(block: Block) -> bool:
    return isinstance(block, ListBlock)


def _is_rich_text(block: Block) -> bool:
    return isinstance(block, RichTextBlock)


def _saved_private_structs(stream_value: StreamValue | None) -> Iterator[Found]:
    for found in walk_stream(stream_value, _is_private):
        if not found.address.startswith(UNSAVED):
            yield found


def _cleaned(block: BaseStructBlock, name: str, given: Any) -> Any:
    if name not in block.private_fields:
        raise ValidationError(gettext("This is not a private field."))
    child_block = block.child_blocks[name]
    return child_block.clean(child_block.to_python(given))


def _restore_paragraph_keys(new_value: StreamValue, old_value: StreamValue | None) -> None:
    old_texts = {found.address: found.value for found in walk_stream(old_value, _is_rich_text)}
    for found in walk_stream(new_value, _is_rich_text):
        old_text = old_texts.get(found.address)
        if old_text and without_keys(found.value.source) == without_keys(old_text.source):
            found.value.source = old_text.source


def _restore_list_ids(new_value: StreamValue, old_value: StreamValue | None) -> None:
    """Lists within lists are found by the id of the outer item, which is restored before."""
    old_lists = {found.address: found for found in walk_stream(old_value, _is_list)}
    for found in walk_stream(new_value, _is_list):
        if found.address in old_lists:
            _match_items(found, old_lists[found.address])


def _match_items(new_list: Found, old_list: Found) -> None:
    new_items, old_items = new_list.value.bound_blocks, old_list.value.bound_blocks
    new_ids, old_ids = ({item.id for item in items} for items in (new_items, old_items))
    unclaimed = [(item.id, _content(item)) for item in old_items if item.id not in new_ids]
    for item in new_items:
        if not unclaimed:
            return
        if item.id in old_ids:
            continue
        content = _content(item)
        match = next((pair for pair in unclaimed if pair[1] == content), None)
        if match:
            unclaimed.remove(match)
            item.id = match[0]


def _content(item: Any) -> Any:
    """Return what of a list's item the API hands out, apart from the keys of paragraphs."""
    content = item.block.get_api_representation(item.value)
    return without_keys(content) if isinstance(content, str) else content
