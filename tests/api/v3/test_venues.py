"""Venues in version 3: made, changed and chosen with a token."""

import pytest

from tests.factories import make_image, make_venue, meeting_of
from wagtail_lift.models import Venue

TYPE = "wagtail_lift.Venue"
NEW = {
    "meta": {"type": TYPE, "action": "publish"},
    "name": "The Kettle",
    "address": "1 High Street",
    "latitude": 53.7974,
    "longitude": -1.5438,
    "travel": "<p>Bus 12.</p>",
    "step_free": True,
}


def test_venue_is_made_and_chosen_for_an_event(event, editor, anybody):
    status, made = editor("post", f"snippets/{TYPE}/", NEW)
    assert (status, made["name"], made["step_free"]) == (201, "The Kettle", True)
    chosen = {"venue_id": made["id"], "meta": {"action": "publish"}}

    status, _ = editor("patch", f"pages/{event.pk}/", chosen)

    _, seen = anybody("get", f"pages/{event.pk}/")
    assert status == 200
    assert (seen["venue"]["id"], seen["venue"]["latitude"]) == (made["id"], 53.7974)
    assert seen["occurrences"][0]["venue_address"] == "1 High Street"
    assert meeting_of(event).longitude == -1.5438


@pytest.mark.parametrize(
    ("values", "place", "message"),
    [
        ({"latitude": 91}, ["latitude"], "Ensure this value is less than or equal to 90."),
        ({"longitude": -181}, ["longitude"], "Ensure this value is greater than or equal to -180."),
        (
            {"longitude": None},
            ["longitude"],
            "Latitude and longitude belong together. Fill in both, or neither.",
        ),
        ({"name": ""}, ["name"], "This field is required."),
    ],
)
def test_mistake_is_answered_at_its_field(editor, values, place, message):
    status, answer = editor("post", f"snippets/{TYPE}/", {**NEW, **values})

    assert status == 422
    assert [(e["loc"], e["msg"]) for e in answer["errors"]] == [(place, message)]
    assert not Venue.objects.exists()


def test_venue_is_changed_and_its_event_with_it(event, editor):
    venue = make_venue(latitude=1.0, longitude=2.0)
    editor("patch", f"pages/{event.pk}/", {"venue_id": venue.pk, "meta": {"action": "publish"}})

    body = {"address": "2 Low Street", "meta": {"action": "publish"}}
    status, answer = editor("patch", f"snippets/{TYPE}/{venue.pk}/", body)

    assert (status, answer["latitude"]) == (200, 1.0)
    assert meeting_of(event).venue_address == "2 Low Street"


def test_event_is_told_with_its_venue_as_in_version_2(event, editor, anybody, client):
    photo = {"image": make_image().pk, "alt_text": "A green door", "decorative": False}
    photos = [{"type": "photo", "value": {"image": photo, "caption": "The way in"}}]
    _, made = editor("post", f"snippets/{TYPE}/", {**NEW, "photos": photos})
    chosen = {"venue_id": made["id"], "meta": {"action": "publish"}}
    editor("patch", f"pages/{event.pk}/", chosen)

    _, seen = anybody("get", f"pages/{event.pk}/")

    told = client.get(f"/api/v2/events/{event.pk}/").json()
    assert seen["venue"] == told["venue"]
    assert seen["hosts"] == told["hosts"]
    assert (seen["venue"]["photos"][0]["alt"], seen["venue"]["photos"][0]["caption"]) == (
        "A green door",
        "The way in",
    )


def test_venue_that_is_not_published_is_not_told(event, editor, anybody):
    hidden = make_venue("Secret Hall", live=False)
    editor("patch", f"pages/{event.pk}/", {"venue_id": hidden.pk, "meta": {"action": "publish"}})

    _, seen = anybody("get", f"pages/{event.pk}/")

    assert seen["venue"] is None
    assert "Secret" not in str(seen)


def test_unknown_venue_is_refused_at_its_field(event, editor):
    status, answer = editor("patch", f"pages/{event.pk}/", {"venue_id": 999999})

    assert (status, answer["errors"][0]["loc"]) == (422, ["venue_id"])


def test_strangers_are_told_nothing_of_venues(anybody, client_of, visitor):
    venue = make_venue("Secret Hall", live=False)

    for ask in (anybody, client_of(visitor)):
        for path in (f"snippets/{TYPE}/", f"snippets/{TYPE}/{venue.pk}/"):
            status, answer = ask("get", path)
            assert status in (401, 403)
            assert "Secret" not in str(answer)
