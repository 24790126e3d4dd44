"""What Wagtail's API leaves out stays with the content that it marks."""

import pytest
from wagtail.blocks import CharBlock, ListBlock, StructBlock

from wagtail_lift.blocks import GuideStreamBlock, LiftStreamBlock, with_kept_keys


class TeamBlock(StructBlock):
    name = CharBlock()
    people = ListBlock(StructBlock([("name", CharBlock())]))


class TeamsStreamBlock(LiftStreamBlock):
    team = TeamBlock()


def person(name, item_id):
    return {"type": "item", "value": {"name": name}, "id": item_id}


@pytest.fixture
def guide(stream):
    prompts = [{"type": "item", "value": "What helped?", "id": "item-3"}]
    return stream(
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
                "prompts": prompts,
                "host_tip": "",
            },
            "id-round",
        ),
    )


@pytest.fixture
def teams(stream):
    people = [person("Bo", "item-bo"), person("Cy", "item-cy")]
    return stream(TeamsStreamBlock(), ("team", {"name": "Kitchen", "people": people}, "id-team"))


def body_of(value):
    """Return what the API hands out."""
    return value.stream_block.get_api_representation(value)


@pytest.fixture
def stored_again(api_write):
    """Return a function that sends a body to API v3 and gives what would be stored."""

    def write(old, body):
        return with_kept_keys(api_write(old.stream_block, body), old).get_prep_value()

    return write


def test_writing_back_what_was_read_changes_nothing(guide, teams, conversation, stored_again):
    for value in (guide, teams, conversation):
        assert stored_again(value, body_of(value)) == value.get_prep_value()


def test_paragraphs_that_changed_have_keys_of_their_own(guide, stored_again):
    body = body_of(guide)
    body[1]["value"]["what_to_say"] = "<p>Listen twice.</p>"

    after = stored_again(guide, body)

    assert "k1" not in after[1]["value"]["what_to_say"]


def test_items_of_a_list_are_known_by_their_content(teams, stored_again):
    body = body_of(teams)
    body[0]["value"]["people"].reverse()
    body[0]["value"]["people"].insert(1, {"name": "New"})

    people = stored_again(teams, body)[0]["value"]["people"]

    assert people[::2] == [person("Cy", "item-cy"), person("Bo", "item-bo")]
    assert people[1]["id"] not in ("item-bo", "item-cy")


def test_item_that_changed_takes_no_other_items_id(teams, stored_again):
    body = body_of(teams)
    body[0]["value"]["people"][0]["name"] = "Somebody else"

    people = stored_again(teams, body)[0]["value"]["people"]

    assert people[0]["id"] not in ("item-bo", "item-cy")
    assert people[1] == person("Cy", "item-cy")


def test_block_sent_twice_keeps_its_id_once(conversation, stored_again):
    one = body_of(conversation)[1]

    first, second = stored_again(conversation, [one, one])

    assert first["id"] == "id-one"
    assert second["id"] not in ("id-one", "id-two", None)


def test_items_that_an_editor_moved_keep_their_ids(teams):
    block = teams.stream_block
    typed = block.to_python(teams.get_prep_value())
    people = typed[0].value["people"]
    people.insert(0, {"name": "New"})
    del people[2]

    kept = with_kept_keys(block.clean(typed), teams).get_prep_value()[0]["value"]["people"]

    assert kept[1] == person("Bo", "item-bo")
    assert kept[0]["id"] not in ("item-bo", "item-cy")


def test_stream_without_a_past_stays_as_it_is(teams):
    assert with_kept_keys(teams, None) is teams
