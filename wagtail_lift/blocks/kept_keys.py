"""Keep the ids and keys that Wagtail's API leaves out, wherever the content is unchanged."""

from collections.abc import Callable
from typing import Any

from wagtail.blocks import StreamValue

from .rich_text import without_keys


def with_kept_keys(new_value: StreamValue, old_value: StreamValue | None) -> StreamValue:
    """Return ``new_value`` with the keys of ``old_value`` wherever the content is the same.

    These are paragraph keys, which editors' comments refer to, and list item ids, which comparing
    revisions relies on. Blocks are matched by id, list items by content.
    """
    if not old_value:
        return new_value
    block = new_value.stream_block
    before = old_value.stream_block.get_prep_value(old_value)
    return block.to_python(_kept(block.get_prep_value(new_value), before))


def _kept(new: Any, old: Any) -> Any:
    if isinstance(new, str) and isinstance(old, str):
        return old if without_keys(new) == without_keys(old) else new
    if isinstance(new, dict) and isinstance(old, dict):
        return {name: _kept(value, old.get(name)) for name, value in new.items()}
    if isinstance(new, list) and isinstance(old, list):
        return _kept_items(new, old)
    return new


def _kept_items(new: list[Any], old: list[Any]) -> list[Any]:
    """Match items by id first, so that no other item takes their place by content."""
    wanted = {_id(item) for item in new}
    unclaimed = [item for item in old if _id(item) not in wanted]
    by_id = {_id(item): item for item in old}

    def before(item: Any) -> Any:
        if _id(item) in by_id:
            return by_id[_id(item)]
        found = _first(unclaimed, lambda candidate: _content(candidate) == _content(item))
        if found is not None:
            unclaimed.remove(found)
        return found

    return [_with_id(_kept(item, match), match) for item in new for match in [before(item)]]


def _first(items: list[Any], wanted: Callable[[Any], bool]) -> Any | None:
    return next((item for item in items if wanted(item)), None)


def _with_id(item: Any, match: Any) -> Any:
    is_item = isinstance(item, dict) and item.get("type") == "item" and match is not None
    return {**item, "id": _id(match)} if is_item else item


def _id(item: Any) -> Any:
    return item.get("id") if isinstance(item, dict) else None


def _content(value: Any) -> Any:
    """Return a value without the ids and keys in it."""
    if isinstance(value, str):
        return without_keys(value)
    if isinstance(value, dict):
        return {name: _content(child) for name, child in value.items() if name != "id"}
    if isinstance(value, list):
        return [_content(child) for child in value]
    return value
