"""What search engines are told of an event: every property, and each value that it may have."""

from datetime import date, time, timedelta
from decimal import Decimal

import pytest
import time_machine

from tests.factories import make_event, make_host, make_pack, make_programme, meeting_of, when
from tests.seo.heads import make_full_event, told
from tests.statuses import event_with
from wagtail_lift.actions import cancel_meeting, change_meeting, postpone_meeting
from wagtail_lift.domain.location import Location
from wagtail_lift.enums import HostKind, Status
from wagtail_lift.seo.structured_data import with_price

pytestmark = pytest.mark.django_db
BASE = "http://testserver/conversations/kindness-at-work/"
SCHEMA = "https://schema.org/"
ROOM = {"@type": "VirtualLocation", "url": BASE}
VENUE = {"@type": "Place", "name": "The Kettle", "address": "The Kettle"}


@pytest.fixture(autouse=True)
def at_noon(now):
    with time_machine.travel(now, tick=False):
        yield now


@pytest.fixture
def programme(home):
    return make_programme(home)


def test_event_says_all_that_is_known(programme, client):
    make_event(
        programme,
        summary="A conversation.",
        search_description="",
        venue_name="The Kettle",
        venue_address="1 High Street,\n  Leeds",
        start_date=date(2027, 6, 1),
        start_time=time(12, 30),
        end_time=time(14, 0),
        timezone="Europe/London",
        booking_mode="elsewhere",
        booking_url="https://tickets.example.org/",
        booking_opens_date=date(2026, 11, 10),
        booking_opens_time=time(9, 0),
        booking_closes_date=date(2027, 6, 1),
        booking_closes_time=time(12, 0),
        hosts=[
            make_host("Ada Bell", position="Nurse", organisation="Trust"),
            make_host(
                "Leeds Voices",
                kind=HostKind.ORGANISATION,
                position="never shown",
                organisation="Leeds",
            ),
        ],
    )

    found = told(client, BASE)["Event"]

    hosts = "http://testserver/conversations/hosts"
    assert found == {
        "@type": "Event",
        "@id": BASE,
        "name": "Kindness at work",
        "url": BASE,
        "eventAttendanceMode": f"{SCHEMA}OfflineEventAttendanceMode",
        "location": {
            "@type": "Place",
            "name": "The Kettle",
            "address": {"@type": "PostalAddress", "streetAddress": "1 High Street, Leeds"},
        },
        "eventStatus": f"{SCHEMA}EventScheduled",
        "startDate": "2027-06-01T12:30:00+01:00",
        "endDate": "2027-06-01T14:00:00+01:00",
        "offers": {
            "@type": "Offer",
            "availability": f"{SCHEMA}InStock",
            "validFrom": "2026-11-10T09:00:00+00:00",
            "validThrough": "2027-06-01T12:00:00+01:00",
            "url": BASE,
        },
        "description": "A conversation.",
        "inLanguage": "en",
        "organizer": [
            {
                "@type": "Person",
                "name": "Ada Bell",
                "url": f"{hosts}/ada-bell/",
                "jobTitle": "Nurse",
                "affiliation": {"@type": "Organization", "name": "Trust"},
            },
            {
                "@type": "Organization",
                "name": "Leeds Voices",
                "url": f"{hosts}/leeds-voices/",
                "parentOrganization": {"@type": "Organization", "name": "Leeds"},
            },
        ],
    }


@pytest.mark.parametrize("status", [each for each in Status if each != Status.DATE_TO_COME])
def test_status_and_offer_are_those_of_the_status_table(status, programme, client, at_noon):
    event_with(status, programme, at_noon, venue_name="The Kettle")

    found = told(client, BASE)["Event"]

    # A date whose pack is open has taken place: as a date it has no other status.
    expected = Status.TAKEN_PLACE if status == Status.INSIGHTS_OPEN else status
    offer = found.get("offers", {}).get("availability", "").removeprefix(SCHEMA)
    assert found["eventStatus"] == f"{SCHEMA}{expected.schema_event_status}"
    assert offer == expected.schema_availability


@pytest.mark.parametrize("act", [cancel_meeting, postpone_meeting])
def test_moved_event_that_is_off_says_that_first(act, programme, client, at_noon):
    event = make_full_event(programme, at_noon)
    start = at_noon + timedelta(days=9)
    change_meeting(
        meeting_of(event), starts_at=start, ends_at=start + timedelta(hours=1), user=None
    )
    act(meeting_of(event), user=None)

    found = told(client, BASE)["Event"]

    assert found["eventStatus"].removeprefix(SCHEMA) in ("EventCancelled", "EventPostponed")
    assert "previousStartDate" not in found


@pytest.mark.parametrize(
    ("mode", "venue", "expected", "name"),
    [
        ("in_person", "The Kettle", VENUE, "Offline"),
        ("online", "The Kettle", ROOM, "Online"),
        ("both", "The Kettle", [VENUE, ROOM], "Mixed"),
        ("both", "", [ROOM], "Mixed"),
    ],
)
def test_location_is_the_venue_or_the_page_itself(
    mode, venue, expected, name, programme, client, at_noon
):
    make_event(
        programme, attendance_mode=mode, venue_name=venue, **when(at_noon + timedelta(days=7))
    )

    found = told(client, BASE)["Event"]

    assert found["location"] == expected
    assert found["eventAttendanceMode"] == f"{SCHEMA}{name}EventAttendanceMode"


def test_address_alone_is_a_place(programme, client, at_noon):
    make_event(programme, venue_address="1 High Street", **when(at_noon + timedelta(days=7)))

    assert told(client, BASE)["Event"]["location"] == {
        "@type": "Place",
        "address": {"@type": "PostalAddress", "streetAddress": "1 High Street"},
    }


def test_date_that_is_elsewhere_has_its_own_location(programme, client, at_noon):
    event = make_full_event(programme, at_noon, recurrence_rule="FREQ=WEEKLY;COUNT=2")
    second = event.lift_event.meetings.get(date_key__startswith="2026-12-07")
    change_meeting(second, location=Location("online"), user=None)

    found = told(client, BASE)["Event"]

    usual, elsewhere = found["subEvent"]
    assert usual["location"] == found["location"]
    assert elsewhere["location"] == {**ROOM, "url": f"{BASE}?date=2026-12-07"}
    assert elsewhere["eventAttendanceMode"] == f"{SCHEMA}OnlineEventAttendanceMode"


def test_event_without_hosts_is_organised_by_its_programme(programme, client, at_noon):
    make_event(programme, venue_name="The Kettle", **when(at_noon + timedelta(days=7)))

    found = told(client, BASE)["Event"]

    assert found["organizer"] == {
        "@type": "Organization",
        "name": "Conversations",
        "url": "http://testserver/conversations/",
    }
    assert "performer" not in found


def test_event_names_what_was_recorded_at_it(programme, client, at_noon):
    make_pack(make_full_event(programme, at_noon, **when(at_noon - timedelta(days=7))))

    assert told(client, BASE)["Event"]["recordedIn"] == {
        "@type": "CreativeWork",
        "@id": f"{BASE}what-we-learnt/",
        "name": "What we learnt",
        "url": f"{BASE}what-we-learnt/",
    }


@pytest.mark.parametrize("past", [False, True])
def test_many_dates_are_told_to_come_first_and_no_more_than_twenty(
    past, programme, client, at_noon
):
    first = at_noon - timedelta(days=30 if past else 2)
    make_event(
        programme, venue_name="The Kettle", **when(first), recurrence_rule="FREQ=DAILY;COUNT=28"
    )

    dates = [each["startDate"][:10] for each in told(client, BASE)["Event"]["subEvent"]]

    begins = date(2026, 11, 1) if past else date(2026, 11, 23)
    assert dates == [(begins + timedelta(days=n)).isoformat() for n in range(20)]


@pytest.mark.parametrize(
    ("amount", "is_free"), [(Decimal(0), True), (Decimal("0.00"), True), (Decimal("7.50"), False)]
)
def test_price_is_told_with_its_currency_where_a_site_names_one(
    amount, is_free, programme, client, at_noon
):
    event = make_full_event(programme, at_noon, recurrence_rule="FREQ=WEEKLY;COUNT=2")
    second = event.lift_event.meetings.get(date_key__startswith="2026-12-07")
    cancel_meeting(second, user=None)

    found = with_price(told(client, BASE)["Event"], amount, "GBP")

    first, off = found["subEvent"]
    for each in (found, first):
        assert (each["offers"]["price"], each["offers"]["priceCurrency"]) == (str(amount), "GBP")
    assert "offers" not in off
    assert found["isAccessibleForFree"] == first["isAccessibleForFree"] == is_free
