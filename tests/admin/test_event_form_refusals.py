"""What stops the publishing of an event, with a message at its field, and never stops a draft."""

from datetime import time

import pytest
from bs4 import BeautifulSoup

from tests.admin.posts import (
    PUBLISH,
    add_url,
    edit_url,
    errors_of,
    event_post,
)
from wagtail_lift.pages.models import EventPage

JSON = {"HTTP_ACCEPT": "application/json"}

REFUSED = [
    ({"end_time": "12:00"}, "end_time", "end_before_start"),
    ({"end_date": "2027-05-31"}, "end_date", "end_before_start"),
    ({"start_date": ""}, "start_date", "start_date_missing"),
    ({"start_time": "", "end_time": "14:00"}, "start_time", "start_time_missing"),
    ({"timezone": "Mars/Olympus"}, "timezone", "timezone_unknown"),
    ({"booking_mode": "elsewhere"}, "booking_url", "booking_url_missing"),
    (
        {
            "booking_mode": "elsewhere",
            "booking_url": "https://example.org/book",
            "booking_opens_date": "2027-05-02",
            "booking_closes_date": "2027-05-01",
        },
        "booking_closes_date",
        "booking_closes_early",
    ),
    (
        {
            "booking_mode": "elsewhere",
            "booking_url": "https://example.org/book",
            "booking_closes_date": "2027-06-02",
        },
        "booking_closes_date",
        "booking_closes_late",
    ),
    (
        {
            "booking_mode": "elsewhere",
            "booking_url": "https://example.org/book",
            "booking_opens_date": "2027-06-02",
        },
        "booking_opens_date",
        "booking_opens_late",
    ),
    ({"slug": "insights"}, "slug", "slug_reserved"),
]


def soup_of(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


@pytest.mark.parametrize(("typed", "field", "code"), REFUSED)
def test_publishing_is_refused_with_a_message_at_its_field(
    admin_session, programme, typed, field, code
):
    post = event_post(**{"title": "A title to keep", **typed}, **PUBLISH)

    response = admin_session.post(add_url("eventpage", programme), post)

    kept = {name: soup_of(response).select_one(f"#id_{name}") for name in ("title", "summary")}
    assert errors_of(response) == {field: [code]}
    assert EventPage.objects.count() == 0
    assert kept["title"]["value"] == "A title to keep"
    assert kept["summary"].text.strip() == "A conversation about kindness."


@pytest.mark.parametrize(("typed", "field", "code"), REFUSED)
def test_publishing_changes_is_refused_too(admin_session, event, typed, field, code):
    response = admin_session.post(edit_url(event), event_post(**typed, **PUBLISH))

    event.refresh_from_db()
    assert errors_of(response) == {field: [code]}
    assert (event.slug, event.end_time) == ("kindness-at-work", time(14, 0))


@pytest.mark.parametrize("typed", [typed for typed, _field, _code in REFUSED])
def test_draft_is_saved_whatever_is_typed(admin_session, programme, typed):
    response = admin_session.post(add_url("eventpage", programme), event_post(**typed))

    event = EventPage.objects.get()
    assert response["Location"] == edit_url(event)
    assert not event.live


@pytest.mark.parametrize("typed", [typed for typed, _field, _code in REFUSED])
def test_autosave_is_never_blocked(admin_session, event, typed):
    response = admin_session.post(edit_url(event), event_post(**typed), **JSON)

    assert (response.status_code, response.json()["success"]) == (200, True)
    typed_back = EventPage.objects.get().get_latest_revision_as_object()
    assert {name: str(getattr(typed_back, name) or "")[: len(v)] for name, v in typed.items()} == (
        typed
    )


def test_autosave_saves_a_page_of_which_hardly_anything_is_typed(admin_session, programme):
    blank = event_post(
        summary="",
        start_date="",
        start_time="",
        end_time="",
        timezone="",
        join_link_minutes="",
    )

    response = admin_session.post(add_url("eventpage", programme), blank, **JSON)

    event = EventPage.objects.get()
    assert response.json()["success"]
    assert (event.timezone, event.join_link_minutes) == ("Europe/London", 15)
