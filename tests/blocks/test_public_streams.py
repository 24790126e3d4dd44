"""No public stream holds a secret: whatever serialises it may show every key that it has."""

from collections.abc import Iterator
from typing import Any

import pytest
from wagtail.blocks import BaseStreamBlock, BaseStructBlock, Block, ListBlock
from wagtail.fields import StreamField
from wagtail.models import get_page_models

from wagtail_lift import blocks
from wagtail_lift.models import HostProfile, LiftPageMixin

PRIVATE_BLOCKS = (
    blocks.RunningOrderStreamBlock,
    blocks.RunningOrderPartBlock,
    blocks.RunningOrderBreakBlock,
    blocks.QuestionNoteBlock,
    blocks.NotedQuestionBlock,
)
MODELS = [m for m in get_page_models() if issubclass(m, LiftPageMixin)] + [HostProfile]
STREAMS = [
    pytest.param(model, field, id=f"{model.__name__}-{field.name}")
    for model in MODELS
    for field in model._meta.get_fields()
    if isinstance(field, StreamField)
]


def blocks_in(block: Block) -> Iterator[Block]:
    """Yield a block and every block within it."""
    yield block
    if isinstance(block, ListBlock):
        yield from blocks_in(block.child_block)
    for child in getattr(block, "child_blocks", {}).values():
        yield from blocks_in(child)


def shown_by(model: Any) -> set[str]:
    return {field.name for field in model.api_fields}


def is_private(model: Any, field: StreamField) -> bool:
    return field.name in model.api_private_fields


@pytest.mark.parametrize(("model", "field"), STREAMS)
def test_stream_is_public_or_private_as_a_whole(model, field):
    assert (field.name in shown_by(model)) != is_private(model, field)


@pytest.mark.parametrize(("model", "field"), STREAMS)
def test_private_blocks_are_in_private_streams_alone(model, field):
    found = [type(b).__name__ for b in blocks_in(field.stream_block) if _is_private_block(b)]

    assert bool(found) == is_private(model, field)


def _is_private_block(block: Block) -> bool:
    return isinstance(block, PRIVATE_BLOCKS)


@pytest.mark.parametrize(("model", "field"), STREAMS)
def test_public_stream_keeps_nothing_from_whoever_serialises_it(model, field, db):
    if is_private(model, field):
        pytest.skip("nothing hands out this stream")
    hidden = {
        f"{type(block).__name__}.{name}"
        for block in blocks_in(field.stream_block)
        if isinstance(block, BaseStructBlock) and not isinstance(block, BaseStreamBlock)
        for name in block.child_blocks.keys()
        - block.get_api_representation(block.get_default()).keys()
    }

    assert hidden == set()


@pytest.mark.parametrize(("model", "field"), STREAMS)
def test_no_label_or_help_text_of_a_public_stream_calls_something_private(model, field):
    words = [
        f"{block.label} {text}"
        for block in blocks_in(field.stream_block)
        for text in getattr(block.meta, "field_help", {"": ""}).values()
    ]

    assert is_private(model, field) or [w for w in words if "private" in w.lower()] == []


@pytest.mark.parametrize(("model", "field"), [p for p in STREAMS if is_private(*p.values)])
def test_private_stream_is_found_by_no_search(model, field):
    assert field.name not in {entry.field_name for entry in model.get_search_fields()}
