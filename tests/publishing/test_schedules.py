"""A scheduled publish that is refused stops nothing else, and its editors learn of it."""

from datetime import UTC, datetime, time

import pytest
from django.core.management import call_command
from wagtail.models import ModelLogEntry, PageLogEntry

from tests.factories import make_event, make_host, make_programme
from wagtail_lift.models import HostProfile
from wagtail_lift.pages.models import EventPage

DUE = datetime(2026, 11, 1, tzinfo=UTC)
WORDS = "Conversation, block 1 (Question), Question: This field is required."
NO_QUESTION = [{"type": "question", "value": {"question": ""}, "id": "q"}]


@pytest.fixture
def programme(home):
    return make_programme(home)


@pytest.fixture
def incomplete(programme):
    """A draft with an empty question that was due."""
    page = make_event(programme, "Incomplete", live=False)
    page.conversation = page.conversation.stream_block.to_python(NO_QUESTION)
    page.save_revision(approved_go_live_at=DUE)
    return page


def fetch(page):
    return EventPage.objects.get(pk=page.pk)


def test_refused_schedule_lets_the_others_go_on(programme, incomplete):
    complete = make_event(programme, "Complete", live=False)
    complete.save_revision(approved_go_live_at=DUE.replace(day=2))

    call_command("publish_scheduled")

    pages = [fetch(page) for page in (incomplete, complete)]
    assert [(page.live, page.approved_schedule) for page in pages] == [
        (False, False),
        (True, False),
    ]


def test_log_says_why_and_names_the_place(incomplete):
    call_command("publish_scheduled")

    entry = PageLogEntry.objects.get(action="wagtail_lift.refuse_schedule")
    assert (entry.page_id, entry.revision_id) == (incomplete.pk, incomplete.latest_revision_id)
    assert entry.data == {"faults": [WORDS]}
    assert (entry.message, entry.comment) == ("Not published as scheduled", WORDS)


def test_live_page_stays_as_it_is(programme):
    page = make_event(programme)
    page.conversation = page.conversation.stream_block.to_python(NO_QUESTION)
    page.title = "Not yet"
    page.save_revision(approved_go_live_at=DUE)

    call_command("publish_scheduled")

    stored = fetch(page)
    assert (stored.title, stored.live, stored.has_unpublished_changes) == (
        "Kindness at work",
        True,
        True,
    )
    assert stored.get_latest_revision_as_object().title == "Not yet"


def told_in_form(client, page) -> list[str]:
    """Return what the edit form of a page is shown to say of its schedule."""
    html = client.get(f"/admin/lift/notices/{page.pk}/").content.decode()
    return [WORDS] if WORDS in html and "was not published when it was due" in html else []


def test_editor_is_told_until_the_page_is_published(admin_session, incomplete):
    before = told_in_form(admin_session, incomplete)
    call_command("publish_scheduled")
    after = told_in_form(admin_session, incomplete)
    page = fetch(incomplete)
    page.conversation = []
    page.save_revision().publish()

    assert (before, after, told_in_form(admin_session, page)) == ([], [WORDS], [])


def test_programme_tells_its_editor_too(admin_session, home):
    page = make_programme(home, live=False)
    page.default_timezone = "Europe/Nowhere"
    page.save_revision(approved_go_live_at=DUE)
    call_command("publish_scheduled")

    html = admin_session.get(f"/admin/pages/{page.pk}/edit/").content.decode()

    assert "Time zone for new events: This time zone is not known." in html


def test_host_that_was_due_tells_its_editor(admin_session):
    host = make_host(live=False)
    host.consent_given_by = ""
    host.save_revision(approved_go_live_at=DUE)

    call_command("publish_scheduled")

    url = f"/admin/snippets/wagtail_lift/hostprofile/edit/{host.pk}/"
    words = "Agreement given by: Say who gave the agreement."
    html = admin_session.get(url).content.decode()
    entry = ModelLogEntry.objects.get(action="wagtail_lift.refuse_schedule")
    assert not HostProfile.objects.get().live
    assert (entry.data, words in html) == ({"faults": [words]}, True)


def test_events_that_lack_a_column_are_refused_at_it(programme):
    page = make_event(programme, live=False, start_date=DUE.date(), end_time=time(12))
    page.save_revision(approved_go_live_at=DUE)

    call_command("publish_scheduled")

    entry = PageLogEntry.objects.get(action="wagtail_lift.refuse_schedule")
    assert entry.data == {"faults": ["Starts at: Enter the time at which the event starts."]}
