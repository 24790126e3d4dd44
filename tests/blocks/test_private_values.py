"""Private values are found in every block, and written by their addresses."""

import pytest
from django.core.exceptions import ValidationError

from tests.blocks.teams import body_of
from wagtail_lift.blocks import (
    ConversationStreamBlock,
    GuideStreamBlock,
    private_values,
    with_private_values,
)


def test_private_values_are_found_by_block(conversation):
    assert private_values(conversation) == {
        "id-one": {"facilitator_note": "NOTE-1"},
        "id-two": {"facilitator_note": "NOTE-2"},
    }


def test_private_values_are_found_in_structs_lists_and_streams_within(teams):
    assert private_values(teams) == {
        "id-team.lead": {"phone": "1"},
        "item-bo": {"phone": "2"},
        "item-cy": {"phone": "3"},
        "guest-di": {"phone": "4"},
        "item-ed": {"phone": "5"},
    }


@pytest.mark.parametrize(
    "nothing",
    [
        None,
        ConversationStreamBlock().to_python([]),
        GuideStreamBlock().to_python([("purpose", "<p>x</p>")]),
        ConversationStreamBlock().to_python([("question", {"question": "Never saved?"})]),
    ],
)
def test_private_values_of_a_stream_without_any_are_none(nothing):
    assert private_values(nothing) == {}


def test_reading_private_values_does_not_load_other_blocks(conversation):
    private_values(conversation)

    assert [bound is None for bound in conversation._bound_blocks] == [True, False, False]


def test_with_private_values_replaces_those_named_only(conversation):
    changed = with_private_values(conversation, {"id-two": {"facilitator_note": "changed"}})

    assert private_values(changed) == {
        "id-one": {"facilitator_note": "NOTE-1"},
        "id-two": {"facilitator_note": "changed"},
    }
    assert private_values(conversation)["id-two"] == {"facilitator_note": "NOTE-2"}


def test_with_private_values_reaches_blocks_within_blocks(teams):
    wanted = {
        "id-team.lead": {"phone": "11"},
        "item-bo": {"phone": "12"},
        "item-cy": {"phone": "13"},
        "guest-di": {"phone": "14"},
        "item-ed": {"phone": "15"},
    }

    changed = with_private_values(teams, wanted)

    assert private_values(changed) == wanted
    assert body_of(changed) == body_of(teams)


def test_writing_back_what_was_read_changes_nothing(teams):
    changed = with_private_values(teams, private_values(teams))

    assert changed.get_prep_value() == teams.get_prep_value()


def test_with_private_values_reports_every_mistake_by_address(teams):
    with pytest.raises(ValidationError) as refused:
        with_private_values(
            teams,
            {
                "id-gone": {"phone": "1"},
                "id-heading": {"phone": "1"},
                "item-bo": {"name": "not private", "phone": "9" * 21},
                "item-cy": {"phone": "fine"},
            },
        )

    missing = ["There is no such block with private values."]
    assert refused.value.message_dict == {
        "id-gone": missing,
        "id-heading": missing,
        "item-bo": [
            "name: This is not a private field.",
            "phone: Ensure this value has at most 20 characters (it has 21).",
        ],
    }
