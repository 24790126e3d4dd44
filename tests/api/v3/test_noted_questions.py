"""A question that a note is about is not lost by a body that forgets its id."""

import pytest

from tests.api.conftest import NOTE
from wagtail_lift.pages.models import EventPage

MESSAGE = (
    "Keep the id question-a of the question “What is kindness?”: a note is about it, in the field "
    "“question” of block note-1 of “running_order”. Remove that note first, or send the id."
)


def errors(answer):
    return [(error["loc"], error["type"], error["msg"]) for error in answer["errors"]]


def stored_notes(event):
    """Return the notes of the latest draft by the id of their question."""
    draft = EventPage.objects.get(pk=event.pk).get_latest_revision_as_object()
    return {
        child.value["question"]: child.value["note"]
        for child in draft.running_order
        if child.block_type == "question_note"
    }


def without_id(block):
    return {key: value for key, value in block.items() if key != "id"}


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda opening, a, b: [opening, b], ["conversation"]),
        (lambda opening, a, b: [], ["conversation"]),
        (lambda opening, a, b: [{**opening, "id": a["id"]}, b], ["conversation"]),
        (lambda opening, a, b: [opening, without_id(a), b], ["conversation", 1, "id"]),
        (lambda opening, a, b: [b, {**a, "id": "new"}], ["conversation", 1, "id"]),
    ],
)
@pytest.mark.parametrize("action", [None, "publish"])
def test_dropping_the_id_of_a_noted_question_is_refused_at_its_place(
    event, editor, change, place, action
):
    _, body = editor("get", f"pages/{event.pk}/")
    sent = {"conversation": change(*body["conversation"]), "meta": {"action": action}}

    status, answer = editor("patch", f"pages/{event.pk}/", sent)

    assert (status, errors(answer)) == (422, [(place, "noted_question", MESSAGE)])
    assert EventPage.objects.get(pk=event.pk).latest_revision is None


@pytest.mark.parametrize(
    "change",
    [
        lambda opening, a, b: [b, a, opening],
        lambda opening, a, b: [a],
        lambda opening, a, b: [{**a, "value": {**a["value"], "question": "Other words?"}}],
        lambda opening, a, b: [opening, a, without_id(b)],
    ],
)
def test_notes_stay_with_their_question_while_its_id_is_sent(event, editor, change):
    _, body = editor("get", f"pages/{event.pk}/")

    status, _ = editor(
        "patch", f"pages/{event.pk}/", {"conversation": change(*body["conversation"])}
    )

    assert (status, stored_notes(event)) == (200, {"question-a": NOTE})


def test_question_goes_once_its_note_is_gone(event, running_order, editor):
    _, body = editor("get", f"pages/{event.pk}/")
    editor("patch", f"lift/events/{event.pk}/private/", {"running_order": running_order[:1]})

    status, _ = editor("patch", f"pages/{event.pk}/", {"conversation": body["conversation"][2:]})

    assert (status, stored_notes(event)) == (200, {})


def test_note_whose_question_is_gone_already_stops_nobody(event, editor):
    draft = event.get_latest_revision_as_object()
    draft.conversation = []  # as an editor may, who is told
    draft.save_revision()
    _, private = editor("get", f"lift/events/{event.pk}/private/?version=draft")

    status, _ = editor("patch", f"pages/{event.pk}/", {"conversation": []})
    sent_back, _ = editor(
        "patch", f"lift/events/{event.pk}/private/", {"running_order": private["running_order"]}
    )

    assert (status, sent_back, stored_notes(event)) == (200, 200, {"question-a": NOTE})
