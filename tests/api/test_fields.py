"""The entries of ``api_fields``, without a page."""

from copy import deepcopy
from datetime import UTC, datetime
from types import SimpleNamespace
from zoneinfo import ZoneInfo

from django.contrib.auth.models import AnonymousUser
from wagtail import VERSION

from wagtail_lift.api.fields import (
    editable,
    editable_but_shown,
    in_its_zone,
    in_utc,
    is_read_by_an_editor,
    reading_through_v3,
    shown,
)


def asked(thing, request) -> str:
    """Answer with what was asked for, and by whom."""
    return f"{thing} for {request}"


def test_editable_fields_are_marked_where_wagtail_knows_the_mark():
    fields = editable("summary", "body")

    assert [field.name for field in fields] == ["summary", "body"]
    assert [getattr(field, "writable", None) for field in fields] == (
        [True, True] if VERSION >= (8,) else [None, None]
    )


def test_field_that_is_shown_otherwise_than_it_is_taken_is_read_by_its_last_entry():
    taken, read = editable_but_shown(topics=asked)

    assert (taken.name, taken.serializer) == ("topics", None)
    assert (read.name, getattr(read, "writable", False)) == ("topics", False)
    assert read.serializer.to_representation("x") == "x for None"


def test_type_of_a_shown_field_is_that_of_what_reads_it():
    (field,) = shown(status=asked)

    assert field.serializer.to_representation.__annotations__["return"] is str


def test_copy_of_a_serialiser_reads_by_itself():
    (field,) = shown(status=asked)

    copy = deepcopy(field.serializer)
    with reading_through_v3("v3"):
        answers = [s.to_representation(s.get_attribute("x")) for s in (field.serializer, copy)]

    assert copy is not field.serializer
    assert answers == ["x for v3", "x for v3"]


def test_only_whoever_shows_a_token_to_version_3_is_an_editor():
    somebody = SimpleNamespace(user=SimpleNamespace(is_authenticated=True))
    nobody = SimpleNamespace(user=AnonymousUser())

    found = [is_read_by_an_editor()]
    for request in (nobody, somebody):
        with reading_through_v3(request):
            found.append(is_read_by_an_editor())
    found.append(is_read_by_an_editor())

    assert found == [False, False, True, False]


def test_instants_are_written_in_utc_and_in_their_zone():
    instant = datetime(2027, 6, 1, 12, 30, tzinfo=ZoneInfo("Europe/London"))

    assert in_utc(instant) == "2027-06-01T11:30:00Z"
    assert in_utc(instant.astimezone(UTC)) == "2027-06-01T11:30:00Z"
    assert in_its_zone(instant) == "2027-06-01T12:30:00+01:00"
    assert (in_utc(None), in_its_zone(None)) == (None, None)
