from datetime import UTC, date, datetime, time

import pytest
from bs4 import BeautifulSoup

from wagtail_lift.blocks import UpdatesStreamBlock, date_updates, updates_of, with_kept_keys

NOW = datetime(2026, 11, 23, 23, 40, 31, tzinfo=UTC)
BERLIN = "Europe/Berlin"


def update(key, **values):
    return ("update", {"text": f"<p>{key}</p>", **values}, key)


@pytest.fixture
def updates(stream):
    return lambda *children: stream(UpdatesStreamBlock(), *children)


def test_updates_are_newest_first_in_the_zone_and_of_one_moment_the_later_block(updates):
    value = updates(
        update("old", date="2026-11-20"),
        update("first", date="2026-11-23", time="18:00"),
        update("second", date="2026-11-23", time="18:00"),
        update("draft"),
        ("update", {"text": "", "date": "2026-12-01"}, "unwritten"),
    )

    found = updates_of(value, BERLIN)

    assert [(each.id, each.at and each.at.isoformat()) for each in found] == [
        ("draft", None),
        ("second", "2026-11-23T18:00:00+01:00"),
        ("first", "2026-11-23T18:00:00+01:00"),
        ("old", "2026-11-20T00:00:00+01:00"),
    ]


def test_half_typed_moment_breaks_nothing(updates):
    value = updates(update("a", date="some day"), update("b", date="2026-11-23", time="soon"))

    assert [each.at and each.at.hour for each in updates_of(value, BERLIN)] == [None, 0]


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ({}, (date(2026, 11, 24), time(0, 40))),
        ({"time": "09:15"}, (date(2026, 11, 24), time(9, 15))),
        ({"date": "2026-11-01"}, (date(2026, 11, 1), None)),
        ({"date": "2026-11-01", "time": "09:15"}, (date(2026, 11, 1), time(9, 15))),
        ({"date": "some day"}, ("some day", None)),
    ],
)
def test_update_without_a_moment_gets_the_present_one(updates, typed, stored):
    value = updates(update("a", **typed))

    date_updates(value, NOW, BERLIN)

    assert (value[0].value["date"], value[0].value["time"]) == stored


def test_moment_that_was_given_once_stays(updates):
    value = updates(update("a"))
    date_updates(value, NOW, BERLIN)
    before = value.get_prep_value()

    date_updates(value, NOW.replace(year=2027), BERLIN)

    assert value.get_prep_value() == before


def test_get_then_patch_of_updates_changes_nothing(updates, api_write):
    text = '<p data-block-key="k1">A</p>'
    value = updates(("update", {"text": text, "date": "2026-11-01", "time": "09:15:00"}, "a"))
    told = value.stream_block.get_api_representation(value)
    before = value.get_prep_value()  # with the values that the block has read

    cleaned = api_write(value.stream_block, told)

    assert (told[0]["value"]["date"], told[0]["value"]["time"]) == ("2026-11-01", "09:15:00")
    assert with_kept_keys(cleaned, value).get_prep_value() == before


def test_block_alone_shows_its_text(updates, render):
    html = BeautifulSoup(render(updates(update("Room 2"))[0]), "html.parser")

    assert html.text.strip() == "Room 2"
