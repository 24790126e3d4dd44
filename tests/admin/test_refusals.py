"""Approving in a workflow what may not be published answers with a message, and loses nothing."""

import pytest
from django.contrib.auth.models import Group
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Workflow, WorkflowTask

from tests.admin.conftest import make_team
from tests.admin.posts import edit_url, pack_post
from tests.factories import make_pack
from wagtail_lift.pages.models import InsightsPack

WORDS = "You may not edit this event: somebody who may has to publish the pack."


@pytest.fixture
def team(programme, settings):
    settings.WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
    team = make_team("us", programme, "add", "change", "publish")
    team.user.email = ""  # no mail is sent
    team.user.save()
    return team


@pytest.fixture
def state(team, programme, other_event, superuser):
    """A workflow in which our team looks at a pack about an event of others."""
    workflow = Workflow.objects.create(name="Look twice", active=True)
    task = GroupApprovalTask.objects.create(name="Look", active=True)
    task.groups.add(Group.objects.get(pk=team.group.pk))
    WorkflowTask.objects.create(workflow=workflow, task=task.task_ptr, sort_order=1)
    pack = make_pack(programme, event=other_event, live=False)
    pack.save_revision()
    return workflow.start(pack, superuser)


def approve_url(state):
    pack = InsightsPack.objects.get()
    args = [pack.pk, "approve", state.current_task_state_id]
    return reverse("wagtailadmin_pages:workflow_action", args=args)


def assert_waits(state):
    state.refresh_from_db()
    assert (state.status, state.current_task_state.status) == ("in_progress", "in_progress")
    assert not InsightsPack.objects.get().live


def test_moderator_without_a_right_to_the_event_is_told(log_in, team, state):
    answer = log_in(team.user).post(approve_url(state), {"comment": "Good"})

    [message] = get_messages(answer.wsgi_request)
    assert answer["Location"] == edit_url(InsightsPack.objects.get())
    assert (
        "“<bdi>What we learnt</bdi>” was not published." in str(message),
        WORDS in str(message),
    ) == (
        True,
        True,
    )
    assert_waits(state)


def test_dialog_that_approves_leads_to_the_message(log_in, team, state):
    client = log_in(team.user)

    answer = client.post(
        approve_url(state), {"comment": "Good"}, HTTP_X_REQUESTED_WITH="XMLHttpRequest"
    )

    assert answer.json() == {"step": "success", "redirect": edit_url(InsightsPack.objects.get())}
    assert_waits(state)


def test_form_that_approves_says_it_at_the_event(log_in, team, state, other_event):
    pack = InsightsPack.objects.get()
    data = {
        "action-workflow-action": "true",
        "workflow-action-name": "approve",
        "workflow-action-extra-data": '{"comment": ""}',
    }

    answer = log_in(team.user).post(edit_url(pack), pack_post(event=other_event.pk, **data))

    assert answer.context["form"].errors["event"] == [WORDS]
    assert_waits(state)


def test_those_who_look_after_the_event_approve_it(admin_session, state):
    admin_session.post(approve_url(state), {"comment": "Good"})

    assert InsightsPack.objects.get().live
