"""The agenda at each place where readers and programs meet it."""

import json

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.apps import apps
from django.core.management import call_command
from wagtail.models import ReferenceIndex

from tests.agendas import agenda, pause, session, together
from tests.conftest import searches_at_once
from tests.factories import add_date, local, make_event, make_host, make_programme
from tests.frontend_caches import SETTINGS, purged
from tests.seo.heads import told
from wagtail_lift.enums import Notice
from wagtail_lift.pages.models import EventPage

URL = "/conversations/kindness-at-work/"
FULL = f"http://testserver{URL}"


@pytest.fixture
def programme(home):
    return make_programme(home)


@pytest.fixture
def ada(db):
    return make_host("Ada Bell", position="Nurse")


@pytest.fixture
def hidden(db):
    return make_host("HIDDEN", is_listed=False)


@pytest.fixture
def event(programme, ada, hidden):
    """An event of 90 minutes, in a room of a venue, with speakers."""
    return make_event(
        programme,
        venue_name="The Kettle",
        venue_address="1 High Street",
        agenda=agenda(
            session(
                "Welcome",
                None,
                20,
                room="Hall",
                description="<p>All <b>names</b>.</p>",
                speakers=[ada, hidden],
                other_speakers="Bo Carr",
            ),
            pause("", None, 10),
            together(session("A", None, 30), session("B"), start="13:00"),
            session("Close", "13:45"),
        ),
    )


def section(client, query=""):
    soup = BeautifulSoup(client.get(f"{URL}{query}").content, "html5lib")
    return soup.find("section", attrs={"aria-labelledby": "lift-agenda-title"})


def words(tag):
    return " ".join(tag.get_text(" ").split())


def test_page_shows_the_agenda_in_order_with_times(event, client):
    shown = section(client)

    items = [words(item) for item in shown.select("ol.lift-sessions > li")]
    assert shown.h2.get_text() == "Agenda"
    assert items == [
        "12:30 p.m. to 12:50 p.m. Welcome Where: Hall Speakers: Ada Bell , Bo Carr All names .",
        "12:50 p.m. to 1 p.m. Break",
        "1 p.m. At the same time A until 1:30 p.m. B",
        "1:45 p.m. Close",
    ]
    assert shown.find("a")["href"] == "/conversations/hosts/ada-bell/"
    assert [t["datetime"] for t in shown.select("time")[:2]] == [
        "2027-06-01T12:30:00+01:00",
        "2027-06-01T12:50:00+01:00",
    ]
    assert words(shown.select_one(".lift-sessions__zone")) == "All times in London time"


def test_page_without_an_agenda_has_no_section(programme, client):
    make_event(programme)

    assert section(client) is None


def test_agenda_stays_once_the_event_has_taken_place(event, client):
    with time_machine.travel(local(2027, 6, 2, 9), tick=False):
        assert "Welcome" in words(section(client))


def test_page_of_another_date_shows_its_times(event, client):
    add_date(event, local(2027, 6, 8, 18))

    assert words(section(client, "?date=2027-06-08")).startswith("Agenda 6 p.m. to 6:20 p.m.")
    assert words(section(client)).startswith("Agenda 12:30 p.m. to 12:50 p.m.")


def test_markdown_of_the_page_has_the_agenda(event, client):
    text = client.get(f"{URL}markdown/").content.decode()

    assert "## Agenda" in text
    assert "**Welcome**" in text
    assert "12:30 p.m. to 12:50 p.m." in text
    assert "HIDDEN" not in text


def test_search_engines_are_told_of_sessions_with_both_times(event, client):
    shown = told(client, URL)["Event"]

    welcome, a = shown["subEvent"]
    place = {"@type": "Place", "name": "The Kettle", "address": shown["location"]["address"]}
    assert welcome == {
        "@type": "Event",
        "@id": f"{FULL}#session-welcome",
        "name": "Welcome",
        "description": "All names.",
        "url": FULL,
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "eventStatus": "https://schema.org/EventScheduled",
        "inLanguage": "en",
        "startDate": "2027-06-01T12:30:00+01:00",
        "endDate": "2027-06-01T12:50:00+01:00",
        "location": {
            "@type": "Place",
            "name": "Hall",
            "address": shown["location"]["address"],
            "containedInPlace": place,
        },
        "performer": [
            {
                "@type": "Person",
                "name": "Ada Bell",
                "url": "http://testserver/conversations/hosts/ada-bell/",
                "jobTitle": "Nurse",
            },
            {"@type": "Person", "name": "Bo Carr"},
        ],
    }
    assert (a["name"], a["startDate"][11:16], a["endDate"][11:16]) == ("A", "13:00", "13:30")
    assert a["location"] == place


def test_search_engines_are_told_of_sessions_of_one_date_alone(event, client):
    add_date(event, local(2027, 6, 8, 18))

    several = told(client, URL)["Event"]["subEvent"]
    one = told(client, f"{URL}?date=2027-06-08")["Event"]["subEvent"]

    assert [e["name"] for e in several] == ["Kindness at work"] * 2
    assert [e.get("subEvent") for e in several] == [None, None]
    assert [(e["name"], e["startDate"]) for e in one] == [
        ("Welcome", "2027-06-08T18:00:00+01:00"),
        ("A", "2027-06-08T18:30:00+01:00"),
    ]


def test_version_2_of_the_api_shows_the_agenda_as_typed_and_with_times(event, ada, client):
    add_date(event, local(2027, 6, 8, 18))
    answer = client.get(f"/api/v2/events/{event.pk}/").json()

    typed, (day,) = answer["agenda"][0]["value"], answer["agenda_times"]

    assert (typed["start_time"], typed["speakers"]) == (None, [ada.pk])
    assert (day["number"], day["date"], day["title"]) == (1, "2027-06-01", "")
    assert day["parts"][0] == {
        "id": "welcome",
        "kind": "session",
        "title": "Welcome",
        "start_time": "12:30:00",
        "end_time": "12:50:00",
        "local_starts_at": "2027-06-01T12:30:00+01:00",
        "local_ends_at": "2027-06-01T12:50:00+01:00",
        "minutes": 20,
        "room": "Hall",
        "description": "<p>All <b>names</b>.</p>",
        "speakers": [
            {
                "id": ada.pk,
                "name": "Ada Bell",
                "url": "http://testserver/conversations/hosts/ada-bell/",
            },
            {"id": None, "name": "Bo Carr", "url": ""},
        ],
        "sessions": [],
    }
    assert [s["title"] for s in day["parts"][2]["sessions"]] == ["A", "B"]
    assert "HIDDEN" not in json.dumps(answer)
    later = client.get(f"/api/v2/events/{event.pk}/?date=2027-06-08").json()
    (day,) = later["agenda_times"]
    assert (day["date"], day["parts"][0]["start_time"]) == ("2027-06-08", "18:00:00")


@pytest.mark.skipif(not apps.is_installed("wagtail.api.v3"), reason="Wagtail 8 brought it")
def test_version_3_of_the_api_shows_the_agenda_of_the_date_asked_for(event, client):
    add_date(event, local(2027, 6, 8, 18))
    detail = f"/api/v3/pages/{event.pk}/"
    find = "/api/v3/lift/find/?include=detail&url="
    answers = [
        client.get(detail).json(),
        client.get(f"{detail}?date=2027-06-08").json(),
        client.get(f"{find}{URL}").json()["detail"],
        client.get(f"{find}{URL}%3Fdate=2027-06-08").json()["detail"],
    ]

    found = [answer["agenda_times"][0]["parts"][0]["local_starts_at"] for answer in answers]

    first, other = "2027-06-01T12:30:00+01:00", "2027-06-08T18:00:00+01:00"
    assert found == [first, other, first, other]
    assert "HIDDEN" not in json.dumps(answers)


def test_notices_say_which_parts_do_not_fit_and_whom_readers_do_not_see(programme, now, hidden):
    event = make_event(
        programme,
        agenda=agenda(
            session("Early", "12:00", 10),
            session("Long", "12:30", 60, speakers=[hidden]),
            session("Over it", "13:00"),
            pause("", "13:50", 20),
        ),
    )

    notices = {n.notice: n for n in event.get_editor_notices(now)}

    about = {n: notices[n].about for n in notices if n.value.startswith("agenda")}
    assert about == {
        Notice.AGENDA_BEFORE_START: "Early",
        Notice.AGENDA_OVERLAPS: "Over it",
        Notice.AGENDA_AFTER_END: "Break",
    }
    assert notices[Notice.AGENDA_OVERLAPS].where == "Conversation › Agenda"
    assert notices[Notice.HOST_NOT_LISTED].about == "HIDDEN (not listed: no consent)"
    assert event.get_publishing_faults() == []


@pytest.mark.usefixtures("indexed")
@searches_at_once
def test_event_is_found_by_speakers_as_long_as_they_agree(
    programme, ada, django_capture_on_commit_callbacks
):
    def found(text):
        return [page.title for page in EventPage.objects.live().search(text)]

    with django_capture_on_commit_callbacks(execute=True):
        make_event(programme, agenda=agenda(session("Zebras", speakers=[ada])))
    assert (found("Zebras"), found("Ada Bell")) == (["Kindness at work"], ["Kindness at work"])

    with django_capture_on_commit_callbacks(execute=True):
        ada.is_listed = False
        ada.save()
    at_once = found("Ada Bell")
    call_command("update_index", verbosity=0)

    assert (at_once, found("Ada Bell"), found("Zebras")) == ([], [], ["Kindness at work"])


def rename(host):
    host.name = "Zora"
    host.save()


def withdraw_in_a_draft(host):
    host.is_listed = False
    host.save_revision()


CHANGES = [rename, withdraw_in_a_draft, lambda host: host.unpublish(), lambda host: host.delete()]


@pytest.mark.parametrize(
    "change", CHANGES, ids=["renamed", "withdrawn in a draft", "unpublished", "deleted"]
)
def test_page_is_purged_when_a_speaker_changes(
    event, programme, ada, change, settings, django_capture_on_commit_callbacks
):
    make_event(programme, "Other")
    ReferenceIndex.create_or_update_for_object(event)
    settings.WAGTAILFRONTENDCACHE = SETTINGS
    purged.clear()

    with django_capture_on_commit_callbacks(execute=True):
        change(ada)

    assert FULL in purged
    assert "http://testserver/conversations/other/" not in purged


def test_usage_of_a_profile_tells_the_agenda_that_names_it(event, ada):
    ReferenceIndex.create_or_update_for_object(event)

    found = ReferenceIndex.get_references_to(ada)

    assert [(str(r.object_id), r.model_path) for r in found] == [
        (str(event.pk), "agenda.session.speakers.item")
    ]


def test_copy_has_the_same_agenda_with_the_same_ids(event):
    copy = event.copy(update_attrs={"slug": "copy", "title": "Copy"})

    assert [b.id for b in copy.specific.agenda] == [b.id for b in event.agenda]
    assert copy.specific.agenda.get_prep_value() == event.agenda.get_prep_value()


@pytest.mark.parametrize("length", [0, 400])
def test_incomplete_draft_is_shown_however_long_it_is(programme, length):
    event = make_event(programme, start_date=None)
    event.agenda = agenda(*[session("", None, 600)] * length, together(), session("Talk", "19:00"))

    context = event.save_revision().as_object().get_context(None)

    assert context["agenda"].days[0].day is None
