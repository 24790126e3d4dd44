"""Two people on one event: what one did is not undone by the form that the other had open."""

from collections.abc import Callable
from typing import Any

import pytest
import wagtail
from bs4 import BeautifulSoup

from tests.admin.posts import PUBLISH, edit_url, event_post, host_post
from tests.factories import make_event, make_host, make_programme, make_venue, meeting_of
from wagtail_lift.actions import (
    cancel_meeting,
    change_meeting,
    keep_meeting,
    postpone_meeting,
    set_places,
)
from wagtail_lift.models import Venue, get_host_model
from wagtail_lift.pages.models import EventPage

ELSEWHERE = {"booking_mode": "elsewhere", "booking_url": "https://book.example.org/"}
HIDDEN = ("loaded_revision_id", "loaded_revision_created_at")
needs_wagtail_8 = pytest.mark.skipif(wagtail.VERSION < (8,), reason="Wagtail 8 compares drafts.")


@pytest.fixture
def event(home):
    """A published event that is booked elsewhere, at a venue, with a host."""
    venue = make_venue(address="5 Market Street")
    made = make_event(make_programme(home), hosts=[make_host()], venue=venue, **ELSEWHERE)
    made.save_revision().publish()
    return EventPage.objects.get(pk=made.pk)


def opened(client: Any, page: Any) -> dict[str, str]:
    """Open the form; return what it says of the draft that it shows."""
    html = BeautifulSoup(client.get(edit_url(page)).content, "html.parser")
    found = {name: html.select_one(f"input[name={name}]") for name in HIDDEN}
    return {name: field["value"] for name, field in found.items() if field is not None}


def sent(page: Any, **fields: Any) -> dict[str, Any]:
    """Return what the form posts that was opened before anything happened."""
    hosts = {
        "event_hosts-TOTAL_FORMS": "1",
        "event_hosts-INITIAL_FORMS": "1",
        "event_hosts-0-id": page.event_hosts.get().pk,
        "event_hosts-0-host": page.event_hosts.get().host_id,
        "event_hosts-0-role": "host",
        "event_hosts-0-line": "",
        "event_hosts-0-ORDER": "1",
        "event_hosts-0-DELETE": "",
    }
    return {**event_post(venue=page.venue_id, **ELSEWHERE, **fields), **hosts}


def cancel(page: Any) -> None:
    cancel_meeting(meeting_of(page), user=None, public_note="Flooded.")


def postpone(page: Any) -> None:
    postpone_meeting(meeting_of(page), user=None, public_note="Later.")


def move(page: Any) -> None:
    meeting = meeting_of(page)
    there = {name: getattr(meeting, name).replace(day=8) for name in ("starts_at", "ends_at")}
    change_meeting(meeting, user=None, **there)


def fill(page: Any) -> None:
    set_places(meeting_of(page), "full", user=None)


@pytest.mark.parametrize("act", [cancel, postpone, move, fill])
def test_date_that_was_acted_on_stays_as_decided(admin_session, event, act: Callable[[Any], None]):
    form = opened(admin_session, event)
    act(event)
    decided = meeting_of(event)

    admin_session.post(edit_url(event), {**sent(event, title="Changed"), **form, **PUBLISH})

    assert EventPage.objects.get(pk=event.pk).title == "Changed"
    now = meeting_of(event)
    for name in ("state", "public_note", "starts_at", "ends_at", "places", "uid"):
        assert getattr(now, name) == getattr(decided, name)


def test_venue_that_was_changed_meanwhile_is_told_as_it_is_now(admin_session, event, client):
    form = opened(admin_session, event)
    venue = Venue.objects.get()
    venue.address = "9 High Street"
    venue.save_revision().publish()

    admin_session.post(edit_url(event), {**sent(event, title="Changed"), **form, **PUBLISH})

    assert "9 High Street" in client.get(event.url).text


def test_consent_that_was_taken_back_meanwhile_is_not_given_again(admin_session, event, client):
    host = get_host_model().objects.get()
    url = f"/admin/snippets/wagtail_lift/hostprofile/edit/{host.pk}/"
    html = BeautifulSoup(admin_session.get(url).content, "html.parser")
    seen = html.select_one("input[name=consent_seen]")["value"]
    host.is_listed = False
    host.save()

    given = {"is_listed": "on", "consent_given_by": "Ada Bell", "consent_given_on": "2026-01-15"}
    post = host_post(position="Nurse", consent_seen=seen, **given, **PUBLISH)
    response = admin_session.post(url, post)

    assert "The agreement was changed while you were editing." in response.text
    assert 'value="Nurse"' in response.text
    assert not get_host_model().objects.get().is_listed
    assert "Ada Bell" not in client.get(event.url).text


def test_kept_date_is_put_to_the_editor_again_who_did_not_see_it(admin_session, event):
    page = EventPage.objects.get(pk=event.pk)
    page.recurrence_rule = "FREQ=WEEKLY;COUNT=2"
    page.save_revision().publish()
    second = page.lift_event.meetings.latest("starts_at")
    cancel_meeting(second, user=None)
    page.recurrence_rule = ""
    page.save_revision().publish()
    form = opened(admin_session, event)
    second.refresh_from_db()
    keep_meeting(second, user=None)

    admin_session.post(edit_url(event), {**sent(event), **form, **PUBLISH})

    second.refresh_from_db()
    assert (second.state, second.problem) == ("cancelled", "date_not_planned")


UPDATE = [{"type": "update", "id": "u", "value": {"text": "<p>Room 2.</p>"}}]


@needs_wagtail_8
def test_older_form_does_not_save_itself_over_the_update_of_somebody_else(admin_session, event):
    form = opened(admin_session, event)
    page = EventPage.objects.get(pk=event.pk)
    page.updates = page.updates.stream_block.to_python(UPDATE)
    page.save_revision().publish()

    response = admin_session.post(
        edit_url(event),
        {**sent(event, title="Changed"), **form},
        headers={"accept": "application/json"},
    )

    assert response.json()["error_code"] == "invalid_revision"
    told = EventPage.objects.get(pk=event.pk).get_latest_revision_as_object()
    assert (told.title, [child.id for child in told.updates]) == ("Kindness at work", ["u"])


def test_what_an_older_form_overwrites_is_kept_in_the_history(admin_session, event):
    form = opened(admin_session, event)
    page = EventPage.objects.get(pk=event.pk)
    page.updates = page.updates.stream_block.to_python(UPDATE)
    revision = page.save_revision()
    revision.publish()

    admin_session.post(edit_url(event), {**sent(event, title="Changed"), **form, **PUBLISH})

    assert [child.id for child in revision.as_object().updates] == ["u"]
    assert event.revisions.filter(pk=revision.pk).exists()
