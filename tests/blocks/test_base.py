import uuid

import pytest
from django.utils.functional import Promise
from wagtail.admin.telepath import JSContext
from wagtail.blocks import CharBlock
from wagtail.fields import StreamField
from wagtail.rich_text import RichText

from wagtail_lift import blocks
from wagtail_lift.blocks import (
    ConversationStreamBlock,
    LiftStreamBlock,
    LiftStructBlock,
    ReadingStreamBlock,
)
from wagtail_lift.blocks.unread import UnreadText


class RemarkBlock(LiftStructBlock):
    words = CharBlock(required=False)


SHIPPED_STREAMS = [
    blocks.BodyStreamBlock,
    blocks.ConversationStreamBlock,
    blocks.GuideStreamBlock,
    blocks.InsightsStreamBlock,
    blocks.LinksStreamBlock,
    blocks.ReadingStreamBlock,
    blocks.ResourcesStreamBlock,
]


def is_uuid(text: str) -> bool:
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False


def test_a_later_block_with_the_same_id_gets_a_fresh_one(stream):
    block = ConversationStreamBlock()
    value = stream(
        block,
        ("question", {"question": "First?"}, "same"),
        ("question", {"question": "Second?"}, "same"),
        ("question", {"question": "Third?"}, "other"),
    )

    first, second, third = block.clean(value)

    assert (first.id, third.id) == ("same", "other")
    assert is_uuid(second.id)


@pytest.mark.parametrize("unusable", [None, "", "with space", 'quote"', "x" * 65, "päge"])
def test_an_id_that_cannot_stand_in_an_address_is_replaced(stream, unusable):
    block = ConversationStreamBlock()
    value = stream(block, ("question", {"question": "Why?"}, unusable))

    (child,) = block.clean(value)

    assert is_uuid(child.id)


def test_ids_are_settled_in_drafts_too(stream):
    block = ConversationStreamBlock()
    value = stream(block, ("question", {}, "same"), ("question", {}, "same"))

    first, second = block.clean_deferred(value)

    assert first.id == "same"
    assert is_uuid(second.id)


def lazy_or_labelled_texts(deconstructed: object) -> list[object]:
    """Return what a translator or an editor of texts would want to change in a migration."""
    if isinstance(deconstructed, Promise):
        return [deconstructed]
    if isinstance(deconstructed, dict):
        named = [deconstructed[key] for key in ("label", "help_text") if key in deconstructed]
        return named + [t for v in deconstructed.values() for t in lazy_or_labelled_texts(v)]
    if isinstance(deconstructed, list | tuple):
        return [text for part in deconstructed for text in lazy_or_labelled_texts(part)]
    return []


@pytest.mark.parametrize("stream_block", SHIPPED_STREAMS)
def test_migrations_hold_no_texts(stream_block):
    field = StreamField(stream_block(), blank=True)

    _name, _path, args, kwargs = field.deconstruct()

    assert lazy_or_labelled_texts([args, kwargs]) == []


@pytest.mark.parametrize("stream_block", SHIPPED_STREAMS)
def test_migrations_name_blocks_of_ours_only_by_the_package(stream_block):
    field = StreamField(stream_block(), blank=True)

    _name, _path, _args, kwargs = field.deconstruct()

    paths = {path for path, _args, _kwargs in kwargs["block_lookup"].values()}
    ours = {path for path in paths if path.startswith("wagtail_lift.")}
    assert all(hasattr(blocks, path.removeprefix("wagtail_lift.blocks.")) for path in ours)


@pytest.mark.parametrize("stream_block", SHIPPED_STREAMS)
def test_a_stream_read_from_a_migration_knows_the_same_blocks(stream_block):
    field = StreamField(stream_block(), blank=True)

    _name, _path, args, kwargs = field.deconstruct()
    historical = StreamField(*args, **kwargs).stream_block

    assert historical.child_blocks == field.stream_block.child_blocks


@pytest.mark.parametrize("stream_block", SHIPPED_STREAMS)
def test_shipped_blocks_pass_the_checks_of_wagtail(stream_block):
    assert stream_block().check() == []


@pytest.mark.parametrize("stream_block", SHIPPED_STREAMS)
def test_every_shipped_block_has_icon_description_label_template_and_preview(stream_block):
    for name, child in stream_block().child_blocks.items():
        facts = {
            "icon": child.meta.icon != "placeholder",
            "description": bool(child.get_description()),
            "label": isinstance(child.label, Promise),
            "template": child.meta.template.startswith("wagtail_lift/blocks/"),
            "previewable": child.is_previewable,
        }

        assert facts == dict.fromkeys(facts, True), name


@pytest.mark.parametrize("stream_block", SHIPPED_STREAMS)
def test_every_field_of_a_shipped_block_has_a_translatable_label(stream_block):
    structs = [b for b in stream_block().child_blocks.values() if isinstance(b, LiftStructBlock)]

    unlabelled = [
        (type(struct).__name__, name)
        for struct in structs
        for name, child in struct.child_blocks.items()
        if not isinstance(child.label, Promise)
    ]

    assert unlabelled == []


class NoteBlock(LiftStructBlock):
    words = CharBlock()

    class Meta:
        field_labels = {"words": "Words of the note", "gone": "No such field"}
        field_help = {"words": "In one line.", "gone": "No such field"}


def test_labels_and_help_of_meta_reach_the_editor():
    block = NoteBlock()

    packed = JSContext().pack(block)

    assert block.child_blocks["words"].label == "Words of the note"
    assert '"Words of the note"' in str(packed).replace("'", '"')
    assert '"In one line."' in str(packed).replace("'", '"')


@pytest.mark.django_db
@pytest.mark.parametrize("stream_block", SHIPPED_STREAMS)
def test_a_shipped_stream_opens_in_the_editor_with_its_help(stream_block):
    block = stream_block()

    packed = str(JSContext().pack(block))

    helps = [
        str(text)
        for child in block.child_blocks.values()
        for text in getattr(child.meta, "field_help", {}).values()
    ]
    assert [text for text in helps if text not in packed] == []


def test_search_content_of_values_never_filled_in_is_empty():
    block = NoteBlock()

    assert block.get_searchable_content(block.to_python({"words": None})) == []


def test_a_stream_of_a_site_can_hold_the_blocks_too():
    class SiteStreamBlock(LiftStreamBlock):
        note = NoteBlock()

    (child,) = SiteStreamBlock().clean(SiteStreamBlock().to_python([("note", {"words": "Hi"})]))

    assert is_uuid(child.id)


@pytest.mark.parametrize(
    ("kind", "value", "is_unwritten"),
    [
        ("question", {}, True),
        ("question", {"why": RichText("")}, True),
        ("question", {"minutes": UnreadText("ten")}, False),
        ("question", {"question": "Why?"}, False),
        ("activity", {"instructions": RichText("<p>Sit</p>")}, False),
    ],
)
def test_block_in_which_nothing_was_written_can_be_told(kind, value, is_unwritten):
    block = ConversationStreamBlock().child_blocks[kind]
    whole = block.normalize(
        {name: child.get_default() for name, child in block.child_blocks.items()}
    )
    whole.update(value)

    assert block.is_unwritten(whole) is is_unwritten


def test_block_that_needs_nothing_is_never_unwritten(stream):
    block = ReadingStreamBlock(local_blocks=[("remark", RemarkBlock())])

    kept = block.without_unwritten(stream(block, ("remark", {}, "r"), ("reading", {}, "s")))

    assert [child.block.name for child in kept] == ["remark"]
