"""Workflows in version 3, which Wagtail 8.1 brought: what publishing refuses, approval refuses."""

import pytest
from wagtail import VERSION
from wagtail.models import GroupPagePermission

from tests.factories import make_workflow
from wagtail_lift.pages.models import EventPage

pytestmark = [
    pytest.mark.skipif(VERSION < (8, 1), reason="Wagtail 8.1 brought workflows to version 3"),
    # Wagtail's own notifications use what Django 6.1 calls deprecated.
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::PendingDeprecationWarning"),
]


@pytest.fixture
def workflow(programme):
    return make_workflow(programme)


def act(client, page, *actions):
    """Take the actions on a page's workflow; return the status and the answer of each."""
    return [client("post", f"pages/{page.pk}/actions/workflow/{name}/", {}) for name in actions]


def test_draft_is_live_once_it_is_approved(event, workflow, editor, anybody):
    editor("patch", f"pages/{event.pk}/", {"summary": "Come and listen."})

    statuses = [status for status, _ in act(editor, event, "submit", "reject", "resume", "approve")]

    _, seen = anybody("get", f"pages/{event.pk}/")
    assert (statuses, seen["summary"]) == ([200] * 4, "Come and listen.")


def test_cancelled_workflow_leaves_the_draft_and_what_is_live(event, workflow, editor, anybody):
    editor("patch", f"pages/{event.pk}/", {"summary": "Come and listen."})

    (submitted, _), (cancelled, answer) = act(editor, event, "submit", "cancel")

    _, seen = anybody("get", f"pages/{event.pk}/")
    _, draft = editor("get", f"pages/{event.pk}/?version=draft")
    assert (submitted, cancelled, answer["workflow_state"]["status"]) == (200, 200, "cancelled")
    assert (seen["summary"], draft["summary"]) == (event.summary, "Come and listen.")


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"end_time": "12:00:00"}, ["end_time"]),
        ({"start_date": None}, ["start_date"]),
    ],
)
def test_approval_refuses_at_its_place_what_publishing_refuses(
    event, workflow, editor, change, place
):
    editor("patch", f"pages/{event.pk}/", change)

    (submitted, _), (status, answer) = act(editor, event, "submit", "approve")

    assert (submitted, status) == (200, 422)
    assert [error["loc"] for error in answer["errors"]] == [place]
    assert EventPage.objects.get().current_workflow_state.status == "in_progress"


def test_page_of_somebody_else_is_not_approved(event, workflow, editor, make_editor, client_of):
    act(editor, event, "submit")
    writer = client_of(make_editor("writer", event.get_parent(), "change"))

    ((status, _),) = act(writer, event, "approve")

    assert GroupPagePermission.objects.filter(page=event.get_parent()).exists()
    assert (status, EventPage.objects.get().current_workflow_state.status) == (403, "in_progress")
