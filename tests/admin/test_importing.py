"""Importing a calendar in the admin: a look at what would be done, then just that."""

from datetime import UTC, datetime

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.admin.conftest import make_team
from wagtail_lift.models import ImportFile, ImportOrigin, Meeting
from wagtail_lift.pages.models import EventPage

ONE = """BEGIN:VEVENT
UID:one@example.org
SUMMARY:Kindness at work
DTSTART;TZID=Europe/London:20270120T190000
DTEND;TZID=Europe/London:20270120T203000
LOCATION:Old library\\, 5 Market Street
DESCRIPTION:A conversation.
END:VEVENT
"""
HOURLY = """BEGIN:VEVENT
UID:hourly@example.org
SUMMARY:Each hour
DTSTART:20270120T190000Z
RRULE:FREQ=HOURLY
END:VEVENT
"""
TABLE = "Titel;Datum;Uhrzeit;Ort\nGüte;20.1.2027;19 Uhr;Bücherei\nFormel;=1+1;;\n"


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(datetime(2026, 11, 23, 12, tzinfo=UTC), tick=False):
        yield


def calendar(*events):
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{''.join(events)}END:VCALENDAR\n"


def url_of(programme, name="lift_import"):
    return reverse(name, args=[programme.pk])


def send(client, programme, text, name="events.ics", **fields):
    content = text if isinstance(text, bytes) else text.encode()
    file = SimpleUploadedFile(name, content)
    sent = {"file": file, "page_type": "wagtail_lift_pages.eventpage", **fields}
    return client.post(url_of(programme), sent, follow=True)


def groups_in(response):
    """Return the titles under each heading of the look, with what is said of each."""
    html, found = BeautifulSoup(response.content, "html.parser"), {}
    for section in html.select("[role=region]"):
        heading = html.find(id=section["aria-labelledby"]).get_text(strip=True)
        rows = section.select("tbody tr")
        found[heading] = [" ".join(row.get_text(" ").split()) for row in rows]
    return found


def confirm(client, programme, response):
    html = BeautifulSoup(response.content, "html.parser")
    button = html.select_one("button[name=confirm]")
    return client.post(url_of(programme, "lift_import_look"), {"confirm": button["value"]})


def test_look_tells_what_would_be_done_and_nothing_is(admin_session, programme):
    response = send(admin_session, programme, calendar(ONE, HOURLY))

    shown = groups_in(response)
    assert response.redirect_chain[-1][0] == url_of(programme, "lift_import_look")
    assert [*shown] == ["New (1)", "Refused (1)"]
    assert shown["New (1)"][0].startswith("Kindness at work entry 1 Wed 20 Jan 2027, 19:00")
    assert "Dates repeat daily, weekly, monthly or yearly." in shown["Refused (1)"][0]
    assert "drafts, which nobody sees yet" in response.text
    assert (EventPage.objects.count(), ImportOrigin.objects.count()) == (0, 0)


def test_confirming_does_just_that(admin_session, superuser, programme):
    looked = send(admin_session, programme, calendar(ONE, HOURLY))

    done = confirm(admin_session, programme, looked)

    page = EventPage.objects.get()
    assert [*groups_in(done)] == ["New (1)", "Refused (1)"]
    assert f"/admin/pages/{page.pk}/edit/" in done.text
    assert (page.live, page.title, page.owner) == (False, "Kindness at work", superuser)
    assert (page.venue_name, page.venue_address) == ("Old library", "5 Market Street")
    assert (str(page.start_time), str(page.end_time)) == ("19:00:00", "20:30:00")
    assert page.get_latest_revision_as_object().summary == "A conversation."
    assert not ImportFile.objects.exists()


def test_what_changed_since_the_look_is_shown_again(admin_session, programme):
    looked = send(admin_session, programme, calendar(ONE))
    other = send(admin_session, programme, calendar(ONE.replace("conversation", "talk")))

    shown = confirm(admin_session, programme, looked)

    assert "Something has changed since you looked." in shown.text
    assert not EventPage.objects.exists()
    assert other.status_code == 200


def test_events_are_published_where_that_is_asked_for_and_allowed(admin_session, programme):
    looked = send(admin_session, programme, calendar(ONE), is_to_publish="on")

    confirm(admin_session, programme, looked)

    assert EventPage.objects.get().live
    assert Meeting.objects.get().starts_at == datetime(2027, 1, 20, 19, tzinfo=UTC)


def test_who_may_not_publish_gets_drafts(client, programme):
    client.force_login(make_team("adders", programme, "add").user)

    looked = send(client, programme, calendar(ONE), is_to_publish="on")
    confirm(client, programme, looked)

    assert "is_to_publish" not in client.get(url_of(programme)).text
    assert not EventPage.objects.get().live


@pytest.mark.parametrize("name", ["lift_import", "lift_import_look"])
def test_import_is_for_those_who_may_add_events(client, programme, other_programme, name):
    client.force_login(make_team("others", other_programme, "add", "change", "publish").user)

    shown, sent = client.get(url_of(programme, name)), send(client, programme, calendar(ONE))

    assert shown.status_code == 302
    assert not ImportFile.objects.exists()
    assert "Import events" not in sent.text


def test_file_is_for_the_person_who_sent_it(client, admin_session, programme, django_user_model):
    send(admin_session, programme, calendar(ONE))
    client.force_login(make_team("ours", programme, "add").user)

    response = client.get(url_of(programme, "lift_import_look"), follow=True)

    assert "Choose the file again" in response.text
    assert "Kindness" not in response.text


def test_nothing_is_imported_and_the_file_is_forgotten(admin_session, programme):
    send(admin_session, programme, calendar(ONE))

    admin_session.post(url_of(programme, "lift_import_look"), {"cancel": "1"})

    assert (ImportFile.objects.count(), EventPage.objects.count()) == (0, 0)


def test_columns_of_a_table_are_guessed_shown_and_changed(admin_session, programme):
    looked = send(admin_session, programme, TABLE, name="events.csv")
    html = BeautifulSoup(looked.content, "html.parser")
    chosen = [
        each.select_one("option[selected]")["value"] for each in html.select("select[name=columns]")
    ]

    changed = admin_session.post(
        url_of(programme, "lift_import_look"),
        {"columns": ["title", "start_date", "start_time", "venue_address"]},
        follow=True,
    )
    confirm(admin_session, programme, changed)

    assert chosen == ["title", "start_date", "start_time", "venue_name"]
    assert "is a formula" in changed.text
    page = EventPage.objects.get()
    assert (page.title, str(page.start_date), page.venue_address) == (
        "Güte",
        "2027-01-20",
        "Bücherei",
    )


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("events.ics", b"", "empty"),
        ("events.ics", b"hello", "no iCalendar file"),
        ("events.xlsx", b"PK\x03\x04", "Choose an iCalendar file"),
        ("events.csv", b"PK\x03\x04zip", "spreadsheet or an archive"),
        ("events.csv", b"one column\nonly", "This is no table"),
        ("events.csv", b"a,b\n\x00,c", "not a text file"),
        ("events.csv", b'a,b\n"open,c', "does not end"),
        ("events.ics", b"x" * (5 * 1024 * 1024 + 1), "more than 5 MB"),
        ("events.ics", b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\nEND:VEVENT\n" * 10_000, "10,000"),
    ],
)
def test_file_that_cannot_be_taken_is_refused_in_words(
    admin_session, programme, name, content, words
):
    response = send(admin_session, programme, content, name=name)

    assert words in response.text
    assert not ImportFile.objects.exists()


def test_import_that_ran_out_of_time_goes_on(admin_session, programme, monkeypatch):
    looked = send(admin_session, programme, calendar(ONE, ONE.replace("one@", "two@")))
    monkeypatch.setattr("wagtail_lift.admin.importing.SECONDS_TO_WRITE", -1)

    first = confirm(admin_session, programme, looked)
    monkeypatch.undo()
    again = admin_session.get(url_of(programme, "lift_import_look"))
    confirm(admin_session, programme, again)

    assert "Go on with the rest" in first.text
    assert (EventPage.objects.count(), ImportFile.objects.count()) == (2, 0)


def test_link_stands_at_the_programme(admin_session, programme):
    places = (f"/admin/pages/{programme.pk}/edit/", f"/admin/pages/{programme.get_parent().pk}/")

    assert [url_of(programme) in admin_session.get(place).text for place in places] == [True] * 2


def test_other_pages_take_no_import(admin_session, event):
    assert admin_session.get(url_of(event)).status_code == 404
