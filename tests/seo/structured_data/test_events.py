"""What search engines are told of an event."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from wagtail_lift.domain.descriptions import (
    DescribedDate,
    DescribedEvent,
    DescribedHost,
    DescribedImage,
    DescribedPack,
    Price,
)
from wagtail_lift.domain.location import Location
from wagtail_lift.enums import AttendanceMode, HostKind, HostRole, Status
from wagtail_lift.seo.structured_data import as_schema

URL = "https://example.org/kindness/"
LONDON = ZoneInfo("Europe/London")
DATE = DescribedDate(
    Status.BOOKING_AVAILABLE,
    datetime(2027, 6, 1, 12, 30, tzinfo=LONDON),
    datetime(2027, 6, 1, 14, 0, tzinfo=LONDON),
    booking_opens_at=datetime(2027, 1, 10, 9, 0, tzinfo=LONDON),
    booking_closes_at=datetime(2027, 6, 1, 12, 0, tzinfo=LONDON),
    url=URL,
)
EVENT = DescribedEvent(
    name="Kindness at work",
    url=URL,
    date=DATE,
    description="A conversation.",
    language="en",
    image=DescribedImage("https://example.org/a.jpg", 1280, 720, "A room"),
    location=Location("in_person", "The Kettle", "1 High Street, Leeds"),
    hosts=(
        DescribedHost("Ada Bell", role=HostRole.HOST, position="Nurse", organisation="Trust"),
        DescribedHost("Leeds Voices", HostKind.ORGANISATION, HostRole.COMMUNITY_PARTNER),
        DescribedHost("Ben Cole", role=HostRole.SPEAKER, url=f"{URL}hosts/ben/"),
    ),
    organiser="Conversations",
)


def test_event_says_all_that_is_known():
    assert as_schema(EVENT) == {
        "@type": "Event",
        "@id": URL,
        "name": "Kindness at work",
        "url": URL,
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {
            "@type": "Place",
            "name": "The Kettle",
            "address": {"@type": "PostalAddress", "streetAddress": "1 High Street, Leeds"},
        },
        "eventStatus": "https://schema.org/EventScheduled",
        "startDate": "2027-06-01T12:30:00+01:00",
        "endDate": "2027-06-01T14:00:00+01:00",
        "offers": {
            "@type": "Offer",
            "availability": "https://schema.org/InStock",
            "validFrom": "2027-01-10T09:00:00+00:00",
            "validThrough": "2027-06-01T12:00:00+01:00",
            "url": URL,
        },
        "description": "A conversation.",
        "inLanguage": "en",
        "image": {
            "@type": "ImageObject",
            "url": "https://example.org/a.jpg",
            "width": 1280,
            "height": 720,
            "caption": "A room",
        },
        "organizer": [
            {
                "@type": "Person",
                "name": "Ada Bell",
                "jobTitle": "Nurse",
                "affiliation": {"@type": "Organization", "name": "Trust"},
            },
            {"@type": "Organization", "name": "Leeds Voices"},
        ],
        "performer": [{"@type": "Person", "name": "Ben Cole", "url": f"{URL}hosts/ben/"}],
    }


@pytest.mark.parametrize(
    ("amount", "is_free"), [(Decimal(0), True), (Decimal("0.00"), True), (Decimal("7.50"), False)]
)
def test_price_is_told_with_its_currency_where_somebody_named_one(amount, is_free):
    found = as_schema(replace(EVENT, price=Price(amount, "GBP")))

    offer = found["offers"]
    assert (offer["price"], offer["priceCurrency"]) == (str(amount), "GBP")
    assert found["isAccessibleForFree"] == is_free


def status_of(event):
    return as_schema(event)["eventStatus"].removeprefix("https://schema.org/")


@pytest.mark.parametrize("status", Status)
def test_status_and_offer_are_those_of_the_status_table(status):
    found = as_schema(replace(EVENT, date=replace(DATE, status=status)))

    offer = found.get("offers", {}).get("availability", "").removeprefix("https://schema.org/")
    assert found["eventStatus"] == f"https://schema.org/{status.schema_event_status}"
    assert offer == status.schema_availability


def test_moved_event_is_rescheduled_and_says_from_when():
    before = datetime(2027, 5, 25, 12, 30, tzinfo=LONDON)
    found = as_schema(replace(EVENT, date=replace(DATE, previous_starts_at=before)))

    assert found["eventStatus"] == "https://schema.org/EventRescheduled"
    assert found["previousStartDate"] == "2027-05-25T12:30:00+01:00"


@pytest.mark.parametrize("status", [Status.CANCELLED, Status.POSTPONED])
def test_moved_event_that_is_off_says_that_first(status):
    before = datetime(2027, 5, 25, 12, 30, tzinfo=LONDON)
    date = replace(DATE, status=status, previous_starts_at=before)

    found = as_schema(replace(EVENT, date=date))

    assert found["eventStatus"] == f"https://schema.org/{status.schema_event_status}"
    assert "previousStartDate" not in found


ROOM = {"@type": "VirtualLocation", "url": URL}
VENUE = {"@type": "Place", "name": "The Kettle", "address": "The Kettle"}


@pytest.mark.parametrize(
    ("mode", "venue", "expected", "name"),
    [
        (AttendanceMode.IN_PERSON, "The Kettle", VENUE, "Offline"),
        (AttendanceMode.IN_PERSON, "", None, "Offline"),
        (AttendanceMode.ONLINE, "The Kettle", ROOM, "Online"),
        (AttendanceMode.BOTH, "The Kettle", [VENUE, ROOM], "Mixed"),
        (AttendanceMode.BOTH, "", [ROOM], "Mixed"),
    ],
)
def test_location_is_the_venue_or_the_page_itself(mode, venue, expected, name):
    event = replace(EVENT, location=Location(mode.value, venue))

    found = as_schema(event)

    assert found.get("location") == expected
    assert found["eventAttendanceMode"] == f"https://schema.org/{name}EventAttendanceMode"


def test_address_alone_is_a_place():
    found = as_schema(replace(EVENT, location=Location(venue_address="1 High Street,\nLeeds")))

    assert found["location"] == {
        "@type": "Place",
        "address": {"@type": "PostalAddress", "streetAddress": "1 High Street, Leeds"},
    }


def test_date_that_is_elsewhere_has_its_own_location():
    online = replace(DATE, url=f"{URL}?date=2027-06-08", location=Location("online"))
    found = as_schema(replace(EVENT, dates=(DATE, online)))

    usual, elsewhere = found["subEvent"]
    assert usual["location"] == found["location"]
    assert elsewhere["location"] == {"@type": "VirtualLocation", "url": online.url}
    assert elsewhere["eventAttendanceMode"].endswith("/OnlineEventAttendanceMode")


def test_event_without_hosts_is_organised_by_its_programme():
    found = as_schema(replace(EVENT, hosts=(), organiser_url="https://example.org/"))

    assert found["organizer"] == {
        "@type": "Organization",
        "name": "Conversations",
        "url": "https://example.org/",
    }
    assert "performer" not in found


def test_each_of_several_dates_has_its_own_status_and_address():
    off = replace(DATE, status=Status.CANCELLED, url=f"{URL}?date=2027-06-08")
    event = replace(EVENT, dates=(replace(DATE, url=f"{URL}?date=2027-06-01"), off))

    found = as_schema(event)["subEvent"]

    assert [(e["url"], e["eventStatus"], "offers" in e) for e in found] == [
        (f"{URL}?date=2027-06-01", "https://schema.org/EventScheduled", True),
        (f"{URL}?date=2027-06-08", "https://schema.org/EventCancelled", False),
    ]
    for each in found:
        assert {"name", "startDate", "endDate", "location", "eventAttendanceMode"} <= each.keys()


def test_event_with_one_date_has_no_parts():
    assert "subEvent" not in as_schema(replace(EVENT, dates=(DATE,)))


def test_event_names_what_was_recorded_at_it():
    found = as_schema(replace(EVENT, pack=DescribedPack("Learnt", f"{URL}learnt/")))

    assert found["recordedIn"] == {
        "@type": "CreativeWork",
        "@id": f"{URL}learnt/",
        "name": "Learnt",
        "url": f"{URL}learnt/",
    }


def test_site_adds_properties_and_puts_its_own_over_ours():
    found = as_schema(replace(EVENT, more={"keywords": "kindness", "isAccessibleForFree": False}))

    assert (found["keywords"], found["isAccessibleForFree"]) == ("kindness", False)
