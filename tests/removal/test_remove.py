"""What is deleted, and what is left; ``test_readme.py`` drops the tables of a whole site too."""

from datetime import timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from taggit.models import Tag
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import (
    ModelLogEntry,
    Page,
    PageLogEntry,
    ReferenceIndex,
    Revision,
    WorkflowState,
)

from tests.factories import (
    make_event,
    make_host,
    make_image,
    make_pack,
    make_programme,
    make_workflow,
)
from tests.testapp.models import Noticeboard
from wagtail_lift.actions import set_places
from wagtail_lift.models import Event, EventOccurrence, HostProfile, Meeting, Question
from wagtail_lift.removal import contents_of_site, remove_contents
from wagtail_lift.removal.ours import our_pages

OURS = ContentType.objects.filter(app_label__startswith="wagtail_lift")


@pytest.fixture
def event(home, superuser, indexed, settings):
    """A published event with all that Wagtail keeps about one, and a page that is no event."""
    settings.WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False  # who would get mail
    board = home.add_child(instance=Noticeboard(title="Board"))
    board.save_revision(user=superuser).publish()
    programme = make_programme(home)
    host = make_host()
    host.save_revision(user=superuser).publish()
    event = make_event(
        programme, hosts=[host], topics=["Care"], lead_image=make_image(), booking_mode="elsewhere",
        booking_url="https://book.example.org/",
    )  # fmt: skip
    make_pack(event)
    set_places(Meeting.objects.get(event=event.lift_event), "full", user=superuser)
    waiting = make_event(programme, "Waiting")
    waiting.save_revision(user=superuser)
    make_workflow(programme).start(waiting, superuser)
    event.save_revision(user=superuser, approved_go_live_at=timezone.now() + timedelta(days=2))
    Redirect.objects.create(old_path="/talks", redirect_page=event)
    return event


def counted() -> dict[str, int]:
    return {str(row.label).partition(",")[0]: row.count for row in contents_of_site()}


def test_what_goes_is_counted(event):
    found = counted()

    assert {name: found[name] for name in list(found)[:7]} == {
        "programmes": 1,
        "event pages": 2,
        "insights packs": 1,
        "events": 2,
        "dates": 2,
        "questions": 0,
        "host profiles": 1,
    }
    assert (found["revisions scheduled to go live"], found["workflows in progress"]) == (1, 1)
    assert (found["redirects to these pages"], found["revisions"] > 2) == (1, True)
    assert found["log entries"] > 0


def test_all_that_was_counted_is_gone_but_for_the_permissions(event):
    remove_contents()

    permissions = {"permissions", "groups that hold these permissions"}
    assert {name for name, count in counted().items() if count} - permissions == set()
    for model in (Event, EventOccurrence, HostProfile, Meeting, Question, Redirect):
        assert not model.objects.exists(), model
    assert Page.find_problems() == ([], [], [], [], [])


def test_nothing_refers_to_our_types_any_more(event):
    remove_contents()

    for model in (ModelLogEntry, PageLogEntry, Revision, WorkflowState, ReferenceIndex):
        assert not model.objects.filter(content_type__in=OURS).exists(), model
    assert not PageLogEntry.objects.filter(action__startswith="wagtail_lift.").exists()


def test_other_pages_tags_and_their_history_stay(event):
    before = Revision.objects.exclude(content_type__in=OURS).count()

    remove_contents()

    board = Noticeboard.objects.get()
    assert (board.title, board.live) == ("Board", True)
    assert Revision.objects.count() == before
    assert PageLogEntry.objects.filter(page=board.pk, action="wagtail.publish").exists()
    assert Tag.objects.filter(name="Care").exists()
    assert not our_pages().exists()
