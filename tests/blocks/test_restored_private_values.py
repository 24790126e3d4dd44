"""What the API neither shows nor takes stays with the block that it belongs to."""

import pytest

from tests.blocks.teams import CROWD, TEAM, body_of
from wagtail_lift.blocks import (
    ConversationStreamBlock,
    GuideStreamBlock,
    private_values,
    restore_private_values,
)


@pytest.fixture
def stored_again(api_write):
    """Return a function that sends a body to API v3 and gives what would be stored."""

    def write(old, body):
        cleaned = api_write(old.stream_block, body)
        return restore_private_values(cleaned, old).get_prep_value()

    return write


def test_get_then_patch_of_the_unchanged_body_changes_nothing(conversation, stored_again):
    before = conversation.get_prep_value()

    after = stored_again(conversation, body_of(conversation))

    assert after == before


def test_get_then_patch_changes_nothing_in_blocks_within_blocks(teams, stored_again):
    before = teams.get_prep_value()

    after = stored_again(teams, body_of(teams))

    assert after == before


def test_api_body_holds_no_private_value(conversation, teams):
    assert "NOTE-" not in str(body_of(conversation))
    assert "phone" not in str(body_of(teams))


def test_an_edit_by_the_api_keeps_the_note_of_that_question(conversation, stored_again):
    body = body_of(conversation)
    body[1]["value"]["question"] = "One, in other words?"

    after = stored_again(conversation, body)

    assert after[1]["value"]["question"] == "One, in other words?"
    assert after[1]["value"]["facilitator_note"] == "NOTE-1"


def test_reordering_by_the_api_moves_notes_with_their_questions(conversation, stored_again):
    opening, one, two = body_of(conversation)

    after = stored_again(conversation, [two, one, opening])

    assert [(c["id"], c["value"]["facilitator_note"]) for c in after[:2]] == [
        ("id-two", "NOTE-2"),
        ("id-one", "NOTE-1"),
    ]


def test_a_question_sent_twice_keeps_the_note_once(conversation, stored_again):
    one = body_of(conversation)[1]

    first, second = stored_again(conversation, [one, one])

    assert (first["id"], first["value"]["facilitator_note"]) == ("id-one", "NOTE-1")
    assert second["value"]["facilitator_note"] == ""


def test_a_question_new_in_the_api_body_starts_with_an_empty_note(conversation, stored_again):
    body = [*body_of(conversation), {"type": "question", "value": {"question": "New?"}}]

    after = stored_again(conversation, body)

    assert after[3]["value"]["facilitator_note"] == ""


def test_a_note_in_the_api_body_is_taken(conversation, stored_again):
    body = body_of(conversation)
    body[1]["value"]["facilitator_note"] = "by the API"
    body[2]["value"]["facilitator_note"] = ""

    after = stored_again(conversation, body)

    assert [child["value"]["facilitator_note"] for child in after[1:]] == ["by the API", ""]


def test_an_event_created_by_the_api_has_empty_notes(api_write):
    block = ConversationStreamBlock()
    cleaned = api_write(block, [{"type": "question", "value": {"question": "New?"}, "id": "n"}])

    restored = restore_private_values(cleaned, None)

    assert private_values(restored) == {"n": {"facilitator_note": ""}}


def test_a_list_new_in_the_api_body_gets_ids_of_its_own(teams, stored_again):
    body = [*body_of(teams), {"type": "crowd", "value": [{"name": "Ed"}], "id": "id-new"}]

    after = stored_again(teams, body)

    assert after[2] == {"type": "crowd", "value": CROWD, "id": "id-crowd"}
    (item,) = after[3]["value"]
    assert item["id"] != "item-ed"
    assert item["value"] == {"name": "Ed", "phone": None}


def test_items_of_a_list_are_known_by_content_when_the_api_drops_their_ids(teams, stored_again):
    body = body_of(teams)
    body[1]["value"]["people"].reverse()
    body[1]["value"]["people"].insert(1, {"name": "New"})

    after = stored_again(teams, body)

    people = after[1]["value"]["people"]
    assert [(item["id"], item["value"]) for item in people[::2]] == [
        ("item-cy", {"name": "Cy", "phone": "3"}),
        ("item-bo", {"name": "Bo", "phone": "2"}),
    ]
    assert people[1]["value"] == {"name": "New", "phone": None}


def test_an_editors_items_keep_their_ids_beside_new_ones(teams):
    block = teams.stream_block
    typed = block.to_python(teams.get_prep_value())
    people = typed[1].value["people"]
    people.insert(0, {"name": "New", "phone": ""})
    del people[2]

    restored = restore_private_values(block.clean(typed), teams)

    new, kept = restored[1].value["people"].bound_blocks
    assert (kept.id, dict(kept.value)) == ("item-bo", {"name": "Bo", "phone": "2"})
    assert (new.id == "item-cy", dict(new.value)) == (False, {"name": "New", "phone": ""})


def test_an_item_of_a_list_with_other_content_gets_nobody_elses_value(teams, stored_again):
    body = body_of(teams)
    body[1]["value"]["people"][0]["name"] = "Somebody else"

    after = stored_again(teams, body)

    people = after[1]["value"]["people"]
    assert people[0]["value"] == {"name": "Somebody else", "phone": None}
    assert people[0]["id"] != "item-bo"
    assert people[1] == TEAM["people"][1]


def test_get_then_patch_keeps_the_ids_of_a_guides_lists(stream, stored_again):
    guide = stream(
        GuideStreamBlock(),
        (
            "preparation",
            [
                {"type": "item", "value": "Chairs", "id": "item-1"},
                {"type": "item", "value": "Chairs", "id": "item-2"},
            ],
            "id-preparation",
        ),
        (
            "round",
            {
                "title": "Pairs",
                "minutes": 10,
                "what_to_say": '<p data-block-key="k1">Listen.</p>',
                "prompts": [{"type": "item", "value": "What helped?", "id": "item-3"}],
                "host_tip": "",
            },
            "id-round",
        ),
    )
    before = guide.get_prep_value()

    after = stored_again(guide, body_of(guide))

    assert after == before


def test_restoring_leaves_what_an_editor_typed(conversation):
    block = conversation.stream_block
    typed = block.to_python(conversation.get_prep_value())
    typed[1].value["facilitator_note"] = ""
    typed[2].value["facilitator_note"] = "typed"

    restored = restore_private_values(block.clean(typed), conversation)

    assert private_values(restored) == {
        "id-one": {"facilitator_note": ""},
        "id-two": {"facilitator_note": "typed"},
    }
