"""Venues in the admin: their form, their list, and making one in the chooser of an event."""

import pytest
from bs4 import BeautifulSoup
from wagtail.models import ModelLogEntry
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from tests.admin.posts import PUBLISH, edit_url, event_post
from tests.factories import make_event, make_programme, make_venue
from wagtail_lift.models import Venue

ADD = "/admin/snippets/wagtail_lift/venue/add/"
LIST = "/admin/snippets/wagtail_lift/venue/"
CHOOSER = "/admin/snippets/choose/wagtail_lift/venue/"
CREATE = f"{CHOOSER}create/"
BELONG_TOGETHER = "Latitude and longitude belong together. Fill in both, or neither."


def post_of(**values):
    empty = dict.fromkeys(("address", "latitude", "longitude", "map_url", "access_notes"), "")
    rest = {"travel": rich_text(""), "photos": streamfield([]), "go_live_at": "", "expire_at": ""}
    return nested_form_data({"name": "The Kettle", **empty, **rest, **values})


def test_venue_is_published_with_what_was_typed(admin_session):
    post = post_of(address="1 High Street", step_free="on", **PUBLISH)

    answer = admin_session.post(ADD, post)

    venue = Venue.objects.get()
    assert (answer.status_code, venue.live, venue.address, venue.step_free) == (
        302,
        True,
        "1 High Street",
        True,
    )


@pytest.mark.parametrize("pair", ["53.7974, -1.5438", "53.7974,-1.5438", " 53.7974;-1.5438 "])
def test_both_coordinates_may_be_pasted_at_once(admin_session, pair):
    admin_session.post(ADD, post_of(latitude=pair, **PUBLISH))

    venue = Venue.objects.get()
    assert (venue.latitude, venue.longitude) == (53.7974, -1.5438)


@pytest.mark.parametrize(
    ("typed", "field", "message"),
    [
        ({"latitude": "91", "longitude": "0"}, "latitude", "less than or equal to 90"),
        ({"latitude": "0", "longitude": "-180.1"}, "longitude", "greater than or equal to -180"),
        ({"latitude": "51.5"}, "longitude", BELONG_TOGETHER),
        ({"latitude": "north", "longitude": "0"}, "latitude", "Enter a number."),
        ({"latitude": "nan", "longitude": "0"}, "latitude", "Enter a number."),
    ],
)
def test_wrong_coordinates_are_refused_at_their_field(admin_session, typed, field, message):
    answer = admin_session.post(ADD, post_of(**typed, **PUBLISH))

    assert message in str(answer.context["form"].errors[field])
    assert not Venue.objects.filter(live=True).exists()


def test_unfinished_coordinates_are_kept_in_a_draft(admin_session):
    admin_session.post(ADD, post_of(latitude="51.5"))

    venue = Venue.objects.get()
    assert (venue.live, venue.get_latest_revision_as_object().latitude) == (False, 51.5)


def test_list_names_venues_with_their_address(admin_session):
    make_venue(address="1 High Street")

    assert "1 High Street" in admin_session.get(LIST).content.decode()


def test_new_venue_is_made_in_the_chooser_with_a_revision(admin_session, superuser):
    typed = {"name": "The Kettle", "latitude": "53.7974, -1.5438", "step_free": "on"}

    answer = admin_session.post(CREATE, typed).json()

    venue = Venue.objects.get()
    assert (answer["step"], answer["result"]["string"]) == ("chosen", "The Kettle")
    assert (venue.live, venue.longitude, venue.step_free) == (True, -1.5438, True)
    assert venue.live_revision == venue.latest_revision
    actions = ModelLogEntry.objects.for_instance(venue).order_by("pk")
    assert list(actions.values_list("action", "user")) == [
        ("wagtail.create", superuser.pk),
        ("wagtail.publish", superuser.pk),
    ]


def test_venue_that_nobody_sees_yet_says_so_in_the_chooser(admin_session):
    venue = make_venue(live=False)

    answer = admin_session.get(f"{CHOOSER}chosen/{venue.pk}/").json()

    assert answer["result"]["string"] == "The Kettle (not published)"


def test_new_venue_without_a_name_is_asked_for_it_and_nothing_is_lost(admin_session):
    answer = admin_session.post(CREATE, {"name": "", "address": "1 High Street"}).json()

    html = BeautifulSoup(answer["htmlFragment"], "html.parser")
    assert answer["step"] == "reshow_creation_form"
    assert html.select_one("[name=address]").text.strip() == "1 High Street"
    assert "This field is required." in html.text


def test_event_with_a_venue_of_a_draft_tells_its_editor(admin_session, home):
    event = make_event(make_programme(home), venue=make_venue(live=False))

    page = admin_session.get(edit_url(event)).content.decode()

    assert "Readers do not see the venue: it is not published yet." in page


def test_event_chooses_a_venue_in_its_form(admin_session, home):
    event, venue = make_event(make_programme(home)), make_venue()

    admin_session.post(edit_url(event), event_post(venue=str(venue.pk), **PUBLISH))

    event.refresh_from_db()
    assert (event.venue, event.location.venue_name) == (venue, "The Kettle")


@pytest.mark.parametrize("words", ["kettle", "high street"])
def test_draft_is_found_in_the_list_of_events_by_its_venue(admin_session, home, words):
    venue = make_venue(address="1 High Street", live=False)
    programme = make_programme(home)
    make_event(programme, "Patience", slug="patience", venue=venue, live=False)
    make_event(programme, "Elsewhere", slug="elsewhere")

    listed = admin_session.get("/admin/lift/events/", {"q": words}).content.decode()

    assert "Patience" in listed
    assert "Elsewhere" not in listed


def test_preview_shows_the_venue_as_typed(admin_session):
    url = f"{LIST}preview/"
    admin_session.post(url, post_of(name="Secret Hall", travel=rich_text("<p>Bus 12.</p>")))

    page = admin_session.get(url, {"mode": ""}).content.decode()

    assert "Secret Hall" in page
    assert "Bus 12." in page
