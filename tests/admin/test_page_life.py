"""Workflow, comments, locking, scheduling, revisions, usage and search of an event."""

from datetime import timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Comment, Page
from wagtail.test.utils.form_data import inline_formset

from tests.admin.conftest import grant, make_team
from tests.admin.posts import PUBLISH, edit_url, event_post
from tests.conftest import searches_at_once
from tests.factories import make_event, make_host, make_pack, make_workflow, meeting_of
from wagtail_lift.actions import cancel_meeting
from wagtail_lift.models import EventOccurrence, Meeting, get_host_model
from wagtail_lift.pages.models import EventPage


def test_editor_is_told_of_a_date_that_is_planned_no_more(admin_session, event):
    publish_with(event, recurrence_rule="FREQ=WEEKLY;COUNT=2")
    cancel_meeting(event.lift_event.meetings.earliest("starts_at"), user=None)
    make_pack(event, meeting=event.lift_event.meetings.get(date_key__startswith="2027-06-08"))
    publish_with(event, recurrence_rule="")

    html = admin_session.get(f"/admin/pages/{event.pk}/edit/").content.decode()
    dates = admin_session.get(f"/admin/lift/dates/?event={event.pk}").content.decode()

    assert "This date is no longer planned below, and somebody relies on it." in html
    assert "This date is cancelled." in html
    assert "This date is no longer planned on the page." in dates
    assert "Keep" in dates


def publish_with(event, **changes):
    page = EventPage.objects.get(pk=event.pk)
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()


@pytest.fixture
def workflow(programme, superuser):
    """A workflow of the programme that the superuser approves."""
    return make_workflow(programme)


# Wagtail's own notifications use what Django 6.1 calls deprecated.
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.filterwarnings("ignore::PendingDeprecationWarning")
def test_workflow_publishes_once_it_is_approved(log_in, superuser, programme, event, workflow):
    editor = make_team("editors", programme, "change").user
    log_in(editor).post(
        edit_url(event),
        event_post(start_time="13:00", **{"action-submit": "Submit"}),
    )
    submitted = meeting_of(event).date_label
    state = EventPage.objects.get().current_workflow_task_state

    log_in(superuser).post(
        reverse("wagtailadmin_pages:workflow_action", args=[event.pk, "approve", state.pk]),
        {"comment": ""},
    )

    assert submitted == "2027-06-01 12:30 Europe/London"
    assert meeting_of(event).date_label == "2027-06-01 13:00 Europe/London"


def test_comment_on_a_field_is_kept(admin_session, superuser, event):
    comment = {
        "text": "Is this the right day?",
        "contentpath": "start_date",
        "position": "",
        "resolved": "",
        "replies": inline_formset([]),
    }

    admin_session.post(edit_url(event), event_post(comments=inline_formset([comment])))

    found = Comment.objects.get()
    assert (found.page_id, found.user, found.contentpath, found.text) == (
        event.pk,
        superuser,
        "start_date",
        "Is this the right day?",
    )


def test_page_that_somebody_locked_is_not_changed(log_in, superuser, programme, event):
    editor = make_team("editors", programme, "change", "publish").user
    log_in(superuser).post(f"/admin/pages/{event.pk}/lock/")

    log_in(editor).post(edit_url(event), event_post(title="Changed", **PUBLISH))

    event.refresh_from_db()
    assert (event.locked, event.title) == (True, "Kindness at work")


def test_scheduled_event_is_published_by_the_clock(admin_session, programme):
    go_live = timezone.now() + timedelta(hours=1)
    add = f"/admin/pages/add/wagtail_lift_pages/eventpage/{programme.pk}/"
    admin_session.post(add, event_post(go_live_at=go_live.strftime("%Y-%m-%d %H:%M"), **PUBLISH))
    event = EventPage.objects.get()
    before = (event.live, EventOccurrence.objects.count())

    with time_machine.travel(go_live + timedelta(minutes=1)):
        call_command("publish_scheduled")

    event.refresh_from_db()
    assert before == (False, 0)
    assert (event.live, EventOccurrence.objects.count()) == (True, 1)


def test_expired_event_is_taken_from_the_lists(event):
    EventPage.objects.filter(pk=event.pk).update(expire_at=timezone.now() - timedelta(minutes=1))

    call_command("publish_scheduled")

    assert EventOccurrence.objects.count() == 0


def test_expired_pack_leaves_its_event_without_insights(event):
    pack = make_pack(event)
    type(pack).objects.filter(pk=pack.pk).update(expire_at=timezone.now() - timedelta(minutes=1))

    call_command("publish_scheduled")

    assert [o.pack_id for o in EventOccurrence.objects.all()] == [None]


def test_revision_is_shown_compared_and_taken_back(admin_session, event):
    first = event.save_revision()
    admin_session.post(edit_url(event), event_post(title="Changed", start_time="13:00"))
    second = EventPage.objects.get().latest_revision
    base = f"/admin/pages/{event.pk}/revisions"

    compared = admin_session.get(f"{base}/compare/{first.pk}...{second.pk}/").content.decode()
    form = admin_session.get(f"{base}/{first.pk}/revert/")
    viewed = admin_session.get(f"{base}/{second.pk}/view/").content.decode()

    soup = BeautifulSoup(form.content, "html.parser")
    assert "Starts at" in compared
    assert soup.select_one("#id_start_time")["value"] == "12:30"
    assert "Changed" in viewed


def test_old_draft_that_is_published_undoes_no_cancellation(admin_session, superuser, event):
    old = event.save_revision()
    cancel_meeting(meeting_of(event), user=superuser)

    old.publish()

    assert meeting_of(event).state == "cancelled"


@pytest.mark.usefixtures("indexed")
def test_usage_of_a_host_names_the_event(admin_session, programme):
    host = make_host()
    make_event(programme, hosts=[host])
    url = f"/admin/snippets/wagtail_lift/hostprofile/usage/{host.pk}/"

    assert "Kindness at work" in admin_session.get(url).content.decode()


@pytest.mark.usefixtures("indexed")
def test_usage_of_an_event_names_its_pack(admin_session, event):
    make_pack(event, "What we learnt")

    html = admin_session.get(f"/admin/pages/{event.pk}/usage/").content.decode()

    assert "What we learnt" in html


@pytest.mark.usefixtures("indexed")
@searches_at_once
def test_event_is_found_in_the_search_of_the_admin(admin_session, event):
    html = admin_session.get("/admin/pages/search/", {"q": "kindness"}).content.decode()

    assert event.get_admin_display_title() in html


def test_event_is_moved_and_deleted_as_any_page(admin_session, event, other_programme):
    admin_session.post(f"/admin/pages/{event.pk}/move/{other_programme.pk}/confirm/")
    moved_to = EventPage.objects.get().get_parent().pk
    admin_session.post(f"/admin/pages/{event.pk}/delete/")

    assert moved_to == other_programme.pk
    assert Page.objects.filter(pk=event.pk).count() == 0
    assert Meeting.objects.count() == 0


def test_event_is_unpublished_as_any_page(admin_session, event):
    admin_session.post(f"/admin/pages/{event.pk}/unpublish/")

    event.refresh_from_db()
    assert (event.live, EventOccurrence.objects.count()) == (False, 0)


def test_host_is_locked_and_scheduled_as_any_snippet(log_in, superuser):
    host = make_host()
    keepers = make_team("keepers", None)
    grant(keepers.group, "change_hostprofile", "publish_hostprofile")
    base = "/admin/snippets/wagtail_lift/hostprofile"

    log_in(superuser).post(f"{base}/lock/{host.pk}/")

    host = get_host_model().objects.get()
    assert (host.locked, host.locked_by) == (True, superuser)
