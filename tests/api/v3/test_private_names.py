"""The private routes refuse what nothing would take, and take back what they answered."""

import pytest

from tests.factories import make_host
from wagtail_lift.models import HostProfile
from wagtail_lift.pages.models import EventHost, EventPage

READ_ONLY = "“{}” is only read. Leave it out, or send it as it is read."
UNKNOWN = "There is no “{}” here. Did you mean “{}”?"


def errors(answer):
    return [(error["type"], error["loc"], error["msg"]) for error in answer["errors"]]


def route(page):
    return f"lift/events/{page.pk}/private/"


def part(value, **beside):
    return {"running_order": [{"type": "part", "value": value, **beside}]}


@pytest.fixture
def host(db):
    return make_host("Ada Bell")


@pytest.mark.parametrize("version", ["live", "draft"])
def test_answer_of_an_event_can_be_sent_back(event, editor, version):
    EventHost.objects.create(page=event, host=make_host("Sam", is_listed=False), sort_order=9)
    editor("patch", route(event), {"join_url": "https://new.example.org"})
    _, read = editor("get", f"{route(event)}?version={version}")

    assert editor("patch", route(event), read) == (200, read)


def test_answer_of_a_host_can_be_sent_back(host, editor):
    path = f"lift/hosts/{host.pk}/private/"
    _, read = editor("get", path)

    assert editor("patch", path, read) == (200, read)


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ({"id": 0}, ("read_only", ["id"], READ_ONLY.format("id"))),
        (
            {"unlisted_hosts": [{"id": 1}]},
            ("read_only", ["unlisted_hosts"], READ_ONLY.format("unlisted_hosts")),
        ),
        ({"join_ur": ""}, ("unknown_name", ["join_ur"], UNKNOWN.format("join_ur", "join_url"))),
        (
            {"meta": {"acton": "publish"}},
            ("unknown_name", ["meta", "acton"], UNKNOWN.format("acton", "action")),
        ),
        (
            part({"titel": "x"}),
            (
                "unknown_name",
                ["running_order", 0, "value", "titel"],
                UNKNOWN.format("titel", "title"),
            ),
        ),
        (
            part({"title": "x"}, idd=5),
            ("unknown_name", ["running_order", 0, "idd"], UNKNOWN.format("idd", "id")),
        ),
        (
            part({"what_to_say": {"content": "x", "foo": 1}}),
            (
                "unknown_name",
                ["running_order", 0, "value", "what_to_say", "foo"],
                "There is no “foo” here.",
            ),
        ),
        (part({}, id={}), ("shape", ["running_order", 0, "id"], "Send text.")),
        (part({}, id=["x"]), ("shape", ["running_order", 0, "id"], "Send text.")),
    ],
)
def test_name_that_nothing_takes_is_refused_of_an_event(event, editor, body, error):
    status, answer = editor("patch", route(event), body)

    assert (status, errors(answer)) == (422, [error])
    assert EventPage.objects.get().latest_revision is None


def test_key_of_a_host_is_only_read(host, editor):
    status, answer = editor("patch", f"lift/hosts/{host.pk}/private/", {"id": host.pk + 1})

    assert (status, errors(answer)) == (422, [("read_only", ["id"], READ_ONLY.format("id"))])
    assert HostProfile.objects.get().latest_revision is None


@pytest.mark.parametrize("kind", ["part", "break", "question_note"])
def test_null_for_a_block_of_the_running_order_is_an_empty_block(event, editor, kind):
    body = {"running_order": [{"type": kind, "value": None}]}

    status, answer = editor("patch", route(event), body)

    (block,) = answer["running_order"]
    assert (status, block["type"]) == (200, kind)
    assert not any(block["value"].values())
