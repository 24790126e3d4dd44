"""What the API answers is typed without being checked against its types."""

from typing import Any

from typing_extensions import TypedDict

from wagtail_lift.api.fields import Computed, checked_part
from wagtail_lift.api.schema_words import Instant
from wagtail_lift.api.shapes import Picture


class Room(TypedDict):
    name: str


def test_typed_dicts_are_not_checked():
    assert checked_part(list[Room]) == list[dict[str, Any]]
    assert checked_part(Room | None) == dict[str, Any] | None
    assert checked_part(list[Room | None] | None) == list[dict[str, Any] | None] | None
    assert checked_part(dict[str, int]) == dict[str, int]
    assert checked_part(Any) is Any


def test_a_field_knows_what_it_returns():
    def photo(host: Any, request: Any) -> Picture | None: ...

    def opens_at(pack: Any, request: Any) -> Instant | None: ...

    assert Computed(photo).returns == Picture | None
    assert Computed(opens_at).returns == Instant | None
    assert Computed(lambda page, request: 1).returns is Any
