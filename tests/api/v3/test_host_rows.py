"""The rows of an event's hosts in version 3: none without a host, and a refusal says where."""

import pytest

from tests.factories import make_host
from wagtail_lift.pages.models import EventHost, EventPage

REQUIRED = "This field is required."
NO_CHOICE = "Select a valid choice. captain is not one of the available choices."


def errors(answer):
    return [(error["loc"], error["msg"]) for error in answer["errors"]]


@pytest.mark.parametrize("action", [None, "publish"])
@pytest.mark.parametrize(
    "row", [{}, {"role": "speaker"}, {"host_id": None}, {"host_id": None, "role": "host"}]
)
@pytest.mark.parametrize("is_stored", [False, True])
def test_row_without_a_host_is_refused_also_in_a_draft(event, editor, row, action, is_stored):
    first, second = event.event_hosts.order_by("sort_order")
    rows = [
        {"id": first.pk, "host_id": first.host_id, "role": "host"},
        {"id": second.pk, **row} if is_stored else row,
    ]

    status, answer = editor(
        "patch", f"pages/{event.pk}/", {"event_hosts": rows, "meta": {"action": action}}
    )

    assert status == 422
    assert (["event_hosts", 1, "host_id"], REQUIRED) in errors(answer)
    assert EventPage.objects.get().latest_revision is None
    assert event.event_hosts.count() == 2


def test_row_without_a_host_is_refused_of_a_new_event(new_event, editor):
    new_event["event_hosts"] = [{"role": "host"}]
    del new_event["meta"]["action"]

    status, answer = editor("post", "pages/", new_event)

    assert (status, errors(answer)) == (422, [(["event_hosts", 0, "host_id"], REQUIRED)])
    assert not EventPage.objects.exists()


def draft_with(event, **row):
    """Let the event's draft have one more row, as an editor begins it in the admin."""
    draft = event.get_latest_revision_as_object()
    draft.event_hosts.add(EventHost(sort_order=9, **row))
    draft.save_revision()


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"host": None}, f"In a row that is not shown here: Host: {REQUIRED}"),
        (
            {"host": "Sam", "role": "captain"},
            "In a row that is not shown here: Role: " + NO_CHOICE,
        ),
    ],
)
def test_mistake_in_a_row_that_is_not_shown_is_told_at_the_rows(event, editor, row, message):
    if row["host"]:
        row = {**row, "host": make_host(row["host"], is_listed=False)}
    draft_with(event, **row)
    _, body = editor("get", f"pages/{event.pk}/?version=draft")
    sent = {"event_hosts": body["event_hosts"], "meta": {"action": "publish"}}

    status, answer = editor("patch", f"pages/{event.pk}/", sent)

    assert (status, errors(answer)) == (422, [(["event_hosts"], message)])


def test_draft_keeps_the_row_that_was_begun_in_the_admin(event, editor):
    draft_with(event, host=None, line="To be asked")
    _, body = editor("get", f"pages/{event.pk}/?version=draft")

    status, _ = editor("patch", f"pages/{event.pk}/", {"event_hosts": body["event_hosts"]})

    rows = event.get_latest_revision_as_object().event_hosts.all()
    assert (status, [row.line for row in rows if row.host_id is None]) == (200, ["To be asked"])
