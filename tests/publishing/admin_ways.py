"""The ways through the admin by which something goes live."""

from typing import Any

from bs4 import BeautifulSoup
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Workflow, WorkflowTask
from wagtail.test.utils.form_data import inline_formset, streamfield

from tests.admin.posts import (
    PUBLISH,
    add_url,
    edit_url,
    event_post,
    host_post,
    pack_post,
    programme_post,
)
from tests.publishing.incomplete import Place, as_form
from tests.publishing.ways import Case, Way, places_named
from wagtail_lift.api.faults import form_faults
from wagtail_lift.models import HostProfile
from wagtail_lift.pages.models import EventIndexPage, EventPage, InsightsPack

POSTS = {
    EventPage: event_post,
    EventIndexPage: programme_post,
    InsightsPack: pack_post,
    HostProfile: host_post,
}
HOSTS = "wagtailsnippets_wagtail_lift_hostprofile"


def post_of(case: Case) -> dict[str, Any]:
    """Return what a browser sends to publish what is incomplete."""
    fields = {"title": "Incomplete", **case.made.fields}
    for stream in case.made.streams:
        blocks = stream.stream_block.child_blocks
        sent = [(b["type"], as_form(blocks[b["type"]], b["value"])) for b in fields[stream.name]]
        fields[stream.name] = streamfield(sent)
    if "event_hosts" in fields:
        fields["event_hosts"] = inline_formset([{"host": "", "role": "host", "line": ""}])
    if case.made.model is EventPage:
        fields |= {"start_date": "2027-06-01", "start_time": "", "end_time": ""}
    if case.made.model is HostProfile:
        del fields["title"]
        fields["is_listed"] = "on"
    return {**POSTS[case.made.model](**fields), **PUBLISH}


def places_in_form(answer: Any) -> set[Place]:
    """Return the places of the errors in the form that is shown again."""
    return set(form_faults(answer.context["form"], {}))


def places_told(case: Case, draft: Any, answer: Any) -> set[Place]:
    """Return the places that the messages of an answer name."""
    assert answer.status_code == 302
    messages = "".join(str(message) for message in get_messages(answer.wsgi_request))
    sentences = [item.get_text() for item in BeautifulSoup(messages, "html.parser").select("li")]
    return places_named(draft, sentences)


def the_create_form(case: Case) -> set[Place]:
    name = case.made.model._meta.model_name
    is_host = case.made.model is HostProfile
    url = reverse(f"{HOSTS}:add") if is_host else add_url(name, case.parent)
    return places_in_form(case.client.post(url, post_of(case)))


def url_of(draft: Any) -> str:
    if isinstance(draft, HostProfile):
        return reverse(f"{HOSTS}:edit", args=[draft.pk])
    return edit_url(draft)


def the_edit_form(case: Case) -> set[Place]:
    return places_in_form(case.client.post(url_of(case.draft()), post_of(case)))


def a_revert(case: Case) -> set[Place]:
    draft = case.draft()
    old = draft.save_revision()
    draft.save_revision()
    return places_in_form(case.client.post(url_of(draft), {**post_of(case), "revision": old.pk}))


def a_workflow(case: Case) -> set[Place]:
    draft = case.draft()
    draft.save_revision()
    workflow = Workflow.objects.create(name="Look twice", active=True)
    task = GroupApprovalTask.objects.create(name="Look", active=True)
    WorkflowTask.objects.create(workflow=workflow, task=task.task_ptr, sort_order=1)
    state = workflow.start(draft, case.user)
    prefix = HOSTS if isinstance(draft, HostProfile) else "wagtailadmin_pages"
    url = reverse(
        f"{prefix}:workflow_action", args=[draft.pk, "approve", state.current_task_state_id]
    )
    answer = case.client.post(url, {"comment": ""})
    state.refresh_from_db()
    assert (answer["Location"], state.status) == (url_of(draft), "in_progress")
    return places_told(case, draft, answer)


def the_bulk_action(case: Case) -> set[Place]:
    draft = case.draft()
    answer = case.client.post(f"/admin/bulk/wagtailcore/page/publish/?id={draft.pk}&next=/admin/")
    assert answer["Location"] == "/admin/"
    return places_told(case, draft, answer)


def the_bulk_action_on_what_is_above(case: Case) -> set[Place]:
    draft = case.draft()
    url = f"/admin/bulk/wagtailcore/page/publish/?id={case.parent.pk}&next=/admin/"
    return places_told(case, draft, case.client.post(url, {"include_descendants": "on"}))


FORMS: tuple[Way, ...] = (the_create_form, the_edit_form, a_revert)
ADMIN: tuple[Way, ...] = (*FORMS, a_workflow)
ADMIN_FOR_PAGES: tuple[Way, ...] = (the_bulk_action, the_bulk_action_on_what_is_above)
