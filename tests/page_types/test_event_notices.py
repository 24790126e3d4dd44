"""What readers miss most, told to editors with the place where it is put right."""

import pytest
from django.utils.translation import override

from tests.factories import make_event, make_programme
from wagtail_lift.enums import Notice
from wagtail_lift.page_types.event_notices import FIELDS
from wagtail_lift.page_types.field_places import place_of

LINK = "https://meet.example.org/room"
BOOKING = {"booking_mode": "elsewhere", "booking_url": "https://book.example.org/1"}


@pytest.fixture
def programme(home):
    return make_programme(home)


def told_of(page, now):
    return {notice.notice: notice.where for notice in page.get_editor_notices(now)}


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({"attendance_mode": "in_person"}, {Notice.NO_PLACE}),
        ({"attendance_mode": "in_person", "venue_name": "Hall"}, set()),
        ({"attendance_mode": "online"}, {Notice.NO_LINK}),
        ({"attendance_mode": "online", "join_url": LINK}, set()),
        ({"attendance_mode": "both"}, {Notice.NO_VENUE, Notice.NO_LINK}),
        ({"attendance_mode": "both", "venue_address": "1 High Street", "join_url": LINK}, set()),
        ({"attendance_mode": "online", **BOOKING}, set()),  # sent by the site that takes bookings
        (
            {"attendance_mode": "online", "join_link_rule": "everyone", **BOOKING},
            {Notice.NO_LINK},
        ),
        (
            {"attendance_mode": "online", "join_url": LINK, "join_link_rule": "confirmed"},
            {Notice.LINK_FOR_NOBODY},
        ),
        (
            {"attendance_mode": "online", "join_link_rule": "confirmed", **BOOKING},
            set(),
        ),
    ],
)
def test_way_in_that_readers_miss_is_told(programme, now, fields, missing):
    ways = {Notice.NO_PLACE, Notice.NO_VENUE, Notice.NO_LINK, Notice.LINK_FOR_NOBODY}

    told = told_of(make_event(programme, **fields), now)

    assert ways & set(told) == missing


@pytest.mark.parametrize("contact", ["contact_name", "contact_email", "contact_url"])
def test_contact_that_is_missing_is_told(programme, now, contact):
    value = {"contact_email": "ask@example.org", "contact_url": "https://example.org/"}

    with_one = make_event(programme, **{contact: value.get(contact, "Ada")})
    without = make_event(programme, "Another")

    assert Notice.NO_CONTACT not in told_of(with_one, now)
    assert told_of(without, now)[Notice.NO_CONTACT] == "Event › Contact name"


def test_booking_address_that_came_with_a_copy_is_told_until_it_is_another(programme, now):
    event = make_event(programme, **BOOKING)
    copy = event.copy(update_attrs={"slug": "copy", "title": "Copy"})

    before = told_of(copy, now)
    copy.booking_url = "https://book.example.org/2"

    assert before[Notice.BOOKING_COPIED] == "Booking › Address of the booking page"
    assert Notice.BOOKING_COPIED not in told_of(copy, now)
    assert Notice.BOOKING_COPIED not in told_of(event, now)


def test_events_may_share_a_booking_address_that_somebody_typed(programme, now):
    events = [make_event(programme, title, **BOOKING) for title in ("One", "Two")]

    assert [Notice.BOOKING_COPIED in told_of(event, now) for event in events] == [False, False]


def test_booking_address_is_no_concern_where_people_do_not_book_there(programme, now):
    event = make_event(programme, **BOOKING)
    copy = event.copy(update_attrs={"slug": "copy"})

    copy.booking_mode = "not_needed"

    assert Notice.BOOKING_COPIED not in told_of(copy, now)


@pytest.mark.parametrize("notice", FIELDS)
def test_every_notice_about_a_field_names_its_place_in_the_form(notice, programme):
    event = make_event(programme)

    assert " › " in place_of(event, FIELDS[notice])


def test_place_is_named_in_the_language_of_the_editor(programme):
    event = make_event(programme)

    with override("de"):
        place = place_of(event, "venue_name")

    assert place == "Veranstaltung › Veranstaltungsort"


def test_field_that_a_form_does_not_show_has_no_place(programme):
    assert place_of(make_event(programme), "url_path") == ""
