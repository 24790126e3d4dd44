"""Workflow, comments, schedules and locks work on each of our types as on any of Wagtail's."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Comment, WorkflowContentType
from wagtail.test.utils.form_data import (
    inline_formset,
    nested_form_data,
    rich_text,
    streamfield,
)

from tests.admin.conftest import grant, make_team
from tests.admin.posts import PUBLISH, event_post, host_post, pack_post, programme_post
from tests.factories import (
    make_event,
    make_host,
    make_pack,
    make_programme,
    make_venue,
    make_workflow,
    meeting_of,
    when,
)
from wagtail_lift.models import Meeting
from wagtail_lift.pages.models import EventPage, InsightsPack

VENUE = {
    "name": "The Kettle",
    "address": "",
    "latitude": "",
    "longitude": "",
    "map_url": "",
    "travel": rich_text(""),
    "access_notes": "",
    "photos": streamfield([]),
    "go_live_at": "",
    "expire_at": "",
}

# Wagtail's own notifications use what Django 6.1 calls deprecated.
pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::PendingDeprecationWarning"),
]
SUBMIT = {"action-submit": "Submit"}
NEW = "Something else"
EDITOR = ("add", "change")


@dataclass
class Subject:
    """Something of ours that is edited: how its form is posted, and which field is its name."""

    instance: Any
    post: Any
    name: str = "title"
    comment_on: str = "summary"

    def url(self, view: str, *args: Any) -> str:
        """Return the address of one of Wagtail's views about it."""
        meta = self.instance._meta
        prefix = (
            "wagtailadmin_pages"
            if self.name == "title"
            else f"wagtailsnippets_{meta.app_label}_{meta.model_name}"
        )
        return reverse(f"{prefix}:{view}", args=[self.instance.pk, *args])

    def saved(self) -> Any:
        """Return it as stored."""
        return type(self.instance)._default_manager.get(pk=self.instance.pk)

    @property
    def told(self) -> str:
        """Return the name that readers see."""
        return getattr(self.saved(), self.name)


def make_subject(kind: str, home: Any) -> Subject:
    if kind == "host":
        return Subject(make_host(), host_post, "name")
    if kind == "venue":
        return Subject(make_venue(), venue_post, "name")
    programme = make_programme(home)
    if kind == "programme":
        return Subject(programme, programme_post, comment_on="introduction")
    event = make_event(programme)
    if kind == "event":
        return Subject(event, event_post)
    pack = make_pack(event, slug="what-we-learnt")
    return Subject(pack, pack_post, comment_on="insights")


def venue_post(**fields: Any) -> dict[str, Any]:
    return nested_form_data({**VENUE, **fields})


PAGES = ("event", "pack", "programme")
SNIPPETS = ("host", "venue")


@pytest.fixture(params=[*PAGES, *SNIPPETS])
def subject(request, home) -> Subject:
    made = make_subject(request.param, home)
    made.instance.save_revision().publish()
    return made


@pytest.fixture
def editor(subject, home):
    """Somebody who may edit, but not publish."""
    team = make_team("editors", home, *EDITOR)
    grant(team.group, "change_hostprofile", "change_venue", "add_hostprofile", "add_venue")
    return team.user


@pytest.fixture
def workflow(subject, home, superuser):
    found = make_workflow(home)
    if subject.name == "name":
        kind = ContentType.objects.get_for_model(subject.instance)
        WorkflowContentType.objects.create(workflow=found, content_type=kind)
    return found


def submit(log_in, editor, subject, **fields):
    post = subject.post(**{subject.name: NEW, **fields}, **SUBMIT)
    return log_in(editor).post(subject.url("edit"), post)


def decide(log_in, superuser, subject, decision):
    state = subject.saved().current_workflow_task_state
    url = subject.url("workflow_action", decision, state.pk)
    return log_in(superuser).post(url, {"comment": ""})


def test_what_is_submitted_goes_live_once_approved(log_in, superuser, subject, editor, workflow):
    before = subject.told

    submit(log_in, editor, subject)
    waiting = subject.told
    decide(log_in, superuser, subject, "approve")

    assert (waiting, subject.told) == (before, NEW)


def test_what_is_rejected_does_not(log_in, superuser, subject, editor, workflow):
    before = subject.told

    submit(log_in, editor, subject)
    decide(log_in, superuser, subject, "reject")

    assert subject.told == before
    assert subject.saved().get_latest_revision_as_object().current_workflow_state.status == (
        "needs_changes"
    )


@pytest.mark.parametrize("subject", ["event"], indirect=True)
def test_approval_publishes_nothing_that_the_gate_refuses(
    log_in, superuser, subject, editor, workflow
):
    submit(log_in, editor, subject)
    wrong = subject.saved().get_latest_revision()
    wrong.content["start_time"] = "15:00:00"  # it ends at 14:00
    wrong.save()

    response = decide(log_in, superuser, subject, "approve")

    assert response.status_code == 302
    assert subject.told == "Kindness at work"
    assert meeting_of(subject.instance).date_label == "2027-06-01 12:30 Europe/London"


def test_comment_on_one_of_our_fields_is_kept(admin_session, superuser, home, subject):
    if subject.name == "name":
        pytest.skip("Wagtail has no comments on snippets.")
    comment = {
        "text": "Is this right?",
        "contentpath": subject.comment_on,
        "position": "",
        "resolved": "",
        "replies": inline_formset([]),
    }

    admin_session.post(subject.url("edit"), subject.post(comments=inline_formset([comment])))

    found = Comment.objects.get()
    assert (found.page_id, found.contentpath) == (subject.instance.pk, subject.comment_on)


def test_schedule_publishes_a_draft_when_it_is_due(admin_session, subject):
    before, at = subject.told, timezone.now() + timedelta(hours=1)
    post = subject.post(**{subject.name: NEW, "go_live_at": f"{at:%Y-%m-%d %H:%M}", **PUBLISH})

    admin_session.post(subject.url("edit"), post)
    waiting = subject.told
    with time_machine.travel(at + timedelta(minutes=1)):
        call_command("publish_scheduled")

    assert (waiting, subject.told) == (before, NEW)


def test_lock_keeps_others_from_editing(log_in, superuser, subject, editor):
    before = subject.told
    log_in(superuser).post(subject.url("lock"))

    log_in(editor).post(subject.url("edit"), subject.post(**{subject.name: NEW}))

    saved = subject.saved()
    assert saved.locked
    assert (saved.get_latest_revision_as_object() and subject.told) == before
    assert not saved.has_unpublished_changes


DATES = "lift_dates_modeladmin"
MOVE = {"day": "2027-06-08", "public_note": ""}
CHANGE = {"start_date": "2027-06-08", "start_time": "18:00", "end_date": "", "end_time": "19:30"}


@pytest.fixture
def publisher(home):
    """Somebody who may publish and act on dates, but has not locked the page."""
    actions = ("add", "change", "publish")
    return make_team("publishers", home, *actions, dates=("view", "change")).user


@pytest.fixture
def locked(home, superuser):
    """An event that has a date to come, which is no longer planned, and that somebody locked."""
    event = make_event(make_programme(home))
    event.save_revision().publish()
    EventPage.objects.filter(pk=event.pk).update(
        locked=True, locked_by=superuser, locked_at=timezone.now()
    )
    return EventPage.objects.get(pk=event.pk)


@pytest.mark.parametrize(
    ("action", "post"),
    [
        ("cancel", {"public_note": ""}),
        ("postpone", {"public_note": ""}),
        ("change", {**CHANGE, "public_note": ""}),
        ("move", MOVE),
        ("places", {"places": "full"}),
        ("keep", {}),
    ],
)
def test_locked_event_keeps_its_dates(log_in, publisher, locked, action, post):
    meeting = meeting_of(locked)
    url = reverse(f"{DATES}_{action}", args=[meeting.pk])

    log_in(publisher).post(url, post)

    assert meeting_of(locked).version == meeting.version


@pytest.mark.parametrize("action", ["cancel", "postpone", "change"])
def test_locked_event_is_not_acted_on_from_its_page(log_in, publisher, locked, action):
    meeting = meeting_of(locked)

    response = log_in(publisher).post(reverse("lift_act", args=[locked.pk, action]))

    assert response.status_code == 302
    assert meeting_of(locked).version == meeting.version


def test_locked_event_gets_no_past_dates_and_offers_no_action(log_in, publisher, locked):
    client = log_in(publisher)

    made = client.post(reverse("lift_past_dates", args=[locked.pk]))
    html = client.get(reverse("wagtailadmin_pages:edit", args=[locked.pk])).text

    assert made.status_code == 302
    assert Meeting.objects.count() == 1
    assert reverse("lift_act", args=[locked.pk, "cancel"]) not in html


def test_locked_event_is_copied_and_gets_a_pack_as_with_wagtail(log_in, publisher, home):
    past = make_event(make_programme(home), **when(timezone.now() - timedelta(days=2)))
    EventPage.objects.filter(pk=past.pk).update(locked=True)
    before = EventPage.objects.get(pk=past.pk)

    client = log_in(publisher)
    copied = client.post(
        reverse("lift_duplicate", args=[past.pk]),
        {"start_date": "2099-06-08", "start_time": "12:30", "end_time": "14:00"},
    )
    told = {"learnt": "Much.", "about": "event", "opens": "draft"}
    gathered = client.post(reverse("lift_gather", args=[past.pk]), told)

    assert (copied.status_code, gathered.status_code) == (302, 302)
    after = EventPage.objects.get(pk=past.pk)
    assert (after.latest_revision_id, after.title) == (before.latest_revision_id, before.title)
    assert InsightsPack.objects.get().get_parent().pk == past.pk
    assert not EventPage.objects.exclude(pk=past.pk).get().locked


def test_lock_of_oneself_keeps_nobody_else(log_in, superuser, locked):
    client = log_in(superuser)

    client.post(reverse(f"{DATES}_cancel", args=[meeting_of(locked).pk]), {"public_note": ""})

    assert meeting_of(locked).state == "cancelled"
