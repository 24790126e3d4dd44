"""A body out of shape is answered at the place of the fault, never with a 500."""

import pytest

from wagtail_lift.pages.models import EventPage

BLOCK = "Send a block with its “type” and its “value”."
NO_CHOICE = "Select a valid choice. That choice is not one of the available choices."
PARTS = "Send one of these types of block: opening, question, activity."


def errors(answer):
    return [(error["loc"], error["msg"]) for error in answer["errors"]]


def in_question(**value):
    value = {"question": "Why?", **value}
    return {"conversation": [{"type": "opening", "value": "<p>Hello.</p>"}, asked(value)]}


def asked(value):
    return {"type": "question", "value": value}


@pytest.mark.parametrize(
    ("body", "place", "message"),
    [
        ({"conversation": ["x"]}, ["conversation", 0], BLOCK),
        ({"conversation": [{"type": "question"}]}, ["conversation", 0], BLOCK),
        ({"conversation": [{"type": ["x"], "value": ""}]}, ["conversation", 0, "type"], PARTS),
        ({"conversation": [{"type": "poem", "value": ""}]}, ["conversation", 0, "type"], PARTS),
        (
            {"conversation": [asked("x")]},
            ["conversation", 0, "value"],
            "Send an object with these keys: question, why, minutes, asked_by.",
        ),
        (in_question(question=["x"]), ["conversation", 1, "value", "question"], "Send text."),
        (
            in_question(why=5),
            ["conversation", 1, "value", "why"],
            "Rich text input must be a string or an object, got int",
        ),
        (
            {"reading": [{"type": "reading", "value": {"date": "2027-13-45"}}]},
            ["reading", 0, "value", "date"],
            "Send a date such as 2027-01-20.",
        ),
        (
            {"reading": [{"type": "reading", "value": {"date": "soon"}}]},
            ["reading", 0, "value", "date"],
            "Send a date such as 2027-01-20.",
        ),
        (
            {"reading": [{"type": "reading", "value": {"page": "x"}}]},
            ["reading", 0, "value", "page"],
            NO_CHOICE,
        ),
        (
            {"body": [{"type": "documents", "value": {"documents": 7}}]},
            ["body", 0, "value", "documents"],
            "Send a list.",
        ),
        (
            {"body": [{"type": "documents", "value": {"documents": [999999]}}]},
            ["body", 0, "value", "documents", 0],
            NO_CHOICE,
        ),
    ],
)
def test_stream_out_of_shape_is_answered_at_its_place(event, editor, body, place, message):
    status, answer = editor("patch", f"pages/{event.pk}/", body)

    assert (status, errors(answer)) == (422, [(place, message)])
    assert EventPage.objects.get().latest_revision is None


def test_value_that_no_field_explains_is_answered_at_its_place(open_pack, editor):
    finding = {"type": "finding", "value": {"questions": [1]}}

    status, answer = editor("patch", f"pages/{open_pack.pk}/", {"insights": [finding]})

    place = ["insights", 0, "value", "questions"]
    assert (status, errors(answer)) == (422, [(place, "This is not valid here.")])


def test_mistakes_in_a_stream_are_answered_at_their_fields(event, editor):
    body = {
        **in_question(question="x" * 301, minutes=601),
        "reading": [{"type": "reading", "value": {"title": "Two", "url": "x y"}}],
        "body": [
            {"type": "heading", "value": {"text": "Here", "level": "2"}},
            {"type": "image", "value": {"image": {"alt_text": "", "decorative": False}}},
            {"type": "documents", "value": {"documents": []}},
        ],
        "meta": {"action": "publish"},
    }

    status, answer = editor("patch", f"pages/{event.pk}/", body)

    question = ["conversation", 1, "value"]
    assert status == 422
    assert sorted(errors(answer), key=str) == [
        (["body", 1, "value", "image", "image"], "This field is required."),
        (["body", 2, "value", "documents"], "The minimum number of items is 1"),
        ([*question, "minutes"], "Ensure this value is less than or equal to 600."),
        ([*question, "question"], "Ensure this value has at most 300 characters (it has 301)."),
        (["reading", 0, "value", "url"], "Enter a valid URL."),
    ]


def test_mistakes_in_hosts_are_answered_at_the_rows_that_were_sent(event, editor):
    first = event.event_hosts.order_by("sort_order").first()
    rows = [
        {"host_id": first.host_id, "role": "host"},
        {"host_id": 999999, "role": "speaker"},
        {"id": first.pk, "host_id": first.host_id, "role": "captain"},
    ]

    status, answer = editor("patch", f"pages/{event.pk}/", {"event_hosts": rows})

    captain = "Select a valid choice. captain is not one of the available choices."
    assert status == 422
    assert sorted(errors(answer)) == [
        (["event_hosts", 1, "host_id"], NO_CHOICE),
        (["event_hosts", 2, "role"], captain),
    ]


@pytest.mark.parametrize("body", ["[1]", "nonsense", "7"])
@pytest.mark.parametrize("path", ["pages/{}/", "lift/events/{}/private/"])
def test_body_that_is_no_object_is_a_bad_request(event, editor, path, body):
    response = editor.http.patch(
        f"/api/v3/{path.format(event.pk)}", body, "application/json", headers=editor.headers
    )

    assert (response.status_code, response.json()["detail"]) == (400, "Send a JSON object.")


@pytest.mark.parametrize("kind", ["application/json", "multipart/form-data; boundary=x"])
def test_body_that_is_too_large_is_told_so(event, editor, settings, kind):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100

    response = editor.http.generic(
        "PATCH", f"/api/v3/pages/{event.pk}/", "x" * 101, kind, headers=editor.headers
    )

    assert (response.status_code, response.json()["detail"]) == (413, "The body is too large.")


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
        {"title": ""},
        {"slug": ""},
        {"slug": "no slug"},
        {"start_date": None},
        {"event_hosts": [{}]},
        {"event_hosts": [None]},
        {"event_hosts": {}},
        {"topics": [7]},
        {"body": [{"type": "paragraph", "value": ""}]},
        {"body": [None]},
        {"join_link_minutes": "many"},
        {"booking_mode": ""},
        {"timezone": "Mars/Olympus"},
        {"recurrence_rule": "FREQ=SECONDLY"},
        {"skipped_dates": [{"type": "date", "value": "soon"}]},
    ],
)
def test_value_that_makes_no_sense_is_refused_at_its_place(event, editor, body):
    status, answer = editor("patch", f"pages/{event.pk}/", {**body, "meta": {"action": "publish"}})

    (name,) = body
    assert (status, answer["detail"]) == (422, "Validation failed")
    assert answer["errors"] != []
    assert all(name in error["loc"] and error["msg"] for error in answer["errors"])


@pytest.mark.parametrize("value", ["12:30:00Z", "12:30:00+02:00", 7.5])
def test_time_with_a_zone_is_refused_at_its_field(event, editor, value):
    status, answer = editor("patch", f"pages/{event.pk}/", {"start_time": value})

    assert (status, errors(answer)) == (422, [(["start_time"], "Leave the time zone out.")])


def test_null_for_blocks_within_a_block_is_none(event, editor):
    body = {"body": [{"type": "heading", "value": None}]}

    status, _ = editor("patch", f"pages/{event.pk}/", body)

    assert status == 200
