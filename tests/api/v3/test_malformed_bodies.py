"""A body out of shape is answered at the place of the fault, never with a 500."""

import pytest

from wagtail_lift.pages.models import EventPage

SHAPE = "This is not valid here."


def errors(answer):
    return [(error["loc"], error["msg"]) for error in answer["errors"]]


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ({"conversation": ["x"]}, ["conversation", 0]),
        ({"conversation": [{"type": "question"}]}, ["conversation", 0]),
        ({"conversation": [{"type": "question", "value": "x"}]}, ["conversation", 0, "value"]),
        (
            {"reading": [{"type": "reading", "value": {"date": "2027-13-45"}}]},
            ["reading", 0, "value", "date"],
        ),
        (
            {"reading": [{"type": "reading", "value": {"page": "x"}}]},
            ["reading", 0, "value", "page"],
        ),
        (
            {"body": [{"type": "documents", "value": {"documents": 7}}]},
            ["body", 0, "value", "documents"],
        ),
        (
            {"body": [{"type": "documents", "value": {"documents": ["x"]}}]},
            ["body", 0, "value", "documents", 0],
        ),
    ],
)
def test_stream_out_of_shape_is_answered_at_its_place(event, editor, body, place):
    status, answer = editor("patch", f"pages/{event.pk}/", body)

    assert (status, errors(answer)) == (422, [(place, SHAPE)])
    assert EventPage.objects.get().latest_revision is None


@pytest.mark.parametrize(
    "body",
    [
        {"conversation": "x"},
        {"conversation": None},
        {"conversation": [{"type": "unheard of", "value": "x"}]},
        {"start_date": "soon"},
        {"start_time": 7.5},
        {"event_hosts": [{"host_id": 0}]},
        {"event_hosts": [{"host_id": "x"}]},
        {"event_hosts": "x"},
        {"topics": "care"},
        {"lead_image_id": 999999},
        {"contact_page_id": "x"},
        {"attendance_mode": "by boat"},
        {"title": None},
    ],
)
def test_value_that_makes_no_sense_is_refused(event, editor, body):
    status, answer = editor("patch", f"pages/{event.pk}/", {**body, "meta": {"action": "publish"}})

    assert (status, answer["detail"]) == (422, "Validation failed")


@pytest.mark.parametrize("value", ["12:30:00Z", "12:30:00+02:00", 7.5])
def test_time_with_a_zone_is_refused_at_its_field(event, editor, value):
    status, answer = editor("patch", f"pages/{event.pk}/", {"start_time": value})

    assert (status, errors(answer)) == (422, [(["start_time"], "Leave the time zone out.")])


def test_null_for_blocks_within_a_block_is_none(event, editor):
    body = {"body": [{"type": "heading", "value": None}]}

    status, _ = editor("patch", f"pages/{event.pk}/", body)

    assert status == 200
