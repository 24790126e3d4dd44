"""The agenda that readers see of an event, at each of its dates."""

import json
from datetime import date, time

import pytest
from django.test import RequestFactory
from wagtail.models import Locale, Page, Site

from tests.agendas import agenda, day, pause, session, together
from tests.factories import add_date, local, make_event, make_host, make_programme, meeting_of
from wagtail_lift.actions import change_meeting
from wagtail_lift.lists.agenda import shown_agenda
from wagtail_lift.pages.models import EventPage

LONDON_SUMMER = "+01:00"


@pytest.fixture
def programme(home):
    return make_programme(home)


def shown(page, occurrence=None, hosts_url="", request=None):
    page = EventPage.objects.get(pk=page.pk)
    return shown_agenda(page, occurrence or page.occurrences[0], hosts_url, request)


def in_short(found) -> list[str]:
    parts = [part for each in found.days for part in each.parts]
    return [
        f"{part.title or part.kind} {part.starts_at and part.starts_at.isoformat()[:16]}"
        f" {part.ends_at and part.ends_at.isoformat()[11:16]}"
        for part in parts
    ]


def test_agenda_has_times_from_minutes_and_as_typed(programme):
    event = make_event(
        programme,
        agenda=agenda(
            session("Welcome", None, 20),
            pause("", None, 10),
            session("Questions", "13:15"),
            session("Close"),
        ),
    )

    found = shown(event)

    assert in_short(found) == [
        "Welcome 2027-06-01T12:30 12:50",
        "Break 2027-06-01T12:50 13:00",
        "Questions 2027-06-01T13:15 None",
        "Close None None",
    ]
    assert found.days[0].parts[0].starts_at.isoformat() == f"2027-06-01T12:30:00{LONDON_SUMMER}"
    assert (found.has_headings, found.has_times) == (False, True)


def test_parallel_sessions_begin_together_and_end_each_by_itself(programme):
    event = make_event(
        programme,
        agenda=agenda(
            together(
                session("A", None, 20, room="Library"), session("B"), start="13:00", minutes=30
            ),
            session("Close"),
        ),
    )

    part, close = shown(event).days[0].parts

    each = [(s.title, s.room, s.starts, s.ends) for s in part.sessions]
    assert each == [
        ("A", "Library", time(13), time(13, 20)),
        ("B", "", time(13), time(13, 30)),
    ]
    assert (part.ends, close.starts) == (time(13, 30), time(13, 30))
    assert [s.title for s in shown(event).sessions] == ["A", "B", "Close"]


def test_conference_of_two_days_has_its_days_as_headings(programme):
    event = make_event(
        programme,
        start_date=date(2027, 6, 1),
        start_time=time(9),
        end_date=date(2027, 6, 2),
        end_time=time(17),
        timezone="Europe/London",
        agenda=agenda(
            day("Arriving"), session("Welcome", None, 30), day(), session("Again", "10:00", 30)
        ),
    )

    found = shown(event)

    assert [(d.number, d.day, d.title) for d in found.days] == [
        (1, date(2027, 6, 1), "Arriving"),
        (2, date(2027, 6, 2), ""),
    ]
    assert in_short(found)[1] == "Again 2027-06-02T10:00 10:30"
    assert found.has_headings


def test_event_without_a_date_shows_the_times_that_were_typed(programme):
    event = make_event(programme, start_date=None, agenda=agenda(session("Talk", "19:00", 30)))

    (found,) = shown(event).days

    assert (found.day, found.parts[0].starts, found.parts[0].ends) == (None, time(19), time(19, 30))
    assert (found.parts[0].starts_at, found.parts[0].ends_at) == (None, None)


@pytest.mark.parametrize(
    ("starts_at", "expected"),
    [
        (local(2027, 6, 8, 12, 30), "Talk 2027-06-08T13:00 13:30"),
        (local(2027, 6, 8, 18), "Talk 2027-06-08T18:30 19:00"),
        (local(2027, 12, 8, 12, 30), "Talk 2027-12-08T13:00 13:30"),  # on the clock, not the sun
        (local(2027, 6, 8, 9), "Talk 2027-06-08T09:30 10:00"),
    ],
)
def test_another_date_shows_each_time_as_much_later_as_it_starts(programme, starts_at, expected):
    event = make_event(programme, agenda=agenda(session("Talk", "13:00", 30)))

    row = add_date(event, starts_at)

    assert in_short(shown(event, row)) == [expected]
    assert in_short(shown(event)) == ["Talk 2027-06-01T13:00 13:30"]


def test_heading_of_a_day_is_that_of_the_date_shown(programme):
    event = make_event(programme, agenda=agenda(session("A"), day(), session("B", "10:00")))

    row = add_date(event, local(2027, 6, 8, 9))

    assert [each.day for each in shown(event, row).days] == [date(2027, 6, 8), date(2027, 6, 9)]


def test_date_that_is_moved_takes_its_agenda_along(programme):
    event = make_event(programme, agenda=agenda(session("Talk", "13:00", 30)))

    change_meeting(
        meeting_of(event),
        starts_at=local(2027, 6, 3, 14, 30),
        ends_at=local(2027, 6, 3, 16, 0),
        user=None,
    )

    assert in_short(shown(event)) == ["Talk 2027-06-03T15:00 15:30"]


def test_speakers_are_named_only_with_their_consent(programme):
    ada, hidden, draft = make_host("Ada"), make_host("Hidden", is_listed=False), make_host("Draft")
    draft.live = False
    draft.save()
    talk = session("Talk", None, 30, speakers=[ada, hidden, draft], other_speakers="Bo\n\n Cy ")
    event = make_event(programme, agenda=agenda(talk))

    (part,) = shown(event, hosts_url="/p/").sessions

    assert [(s.name, s.url) for s in part.speakers] == [
        ("Ada", "/p/hosts/ada/"),
        ("Bo", ""),
        ("Cy", ""),
    ]


def test_speaker_whose_profile_is_deleted_is_no_longer_named(programme):
    ada = make_host("Ada")
    event = make_event(programme, agenda=agenda(session("Talk", speakers=[ada])))

    ada.delete()

    assert shown(event).sessions[0].speakers == ()


def test_speaker_is_named_in_the_language_of_the_page(programme, home):
    french = Locale.objects.get_or_create(language_code="fr")[0]
    ada = make_host("Ada")
    translated = ada.copy_for_translation(french)
    translated.name = "Adèle"
    translated.save()
    translated.save_revision().publish()
    event = make_event(programme, agenda=agenda(session("Talk", speakers=[ada])))
    page = event.copy_for_translation(french, copy_parents=True)
    page.save_revision().publish()

    assert [s.name for s in shown(page).sessions[0].speakers] == ["Adèle"]
    assert [s.name for s in shown(event).sessions[0].speakers] == ["Ada"]


def test_speaker_is_linked_only_where_the_site_has_a_page_of_theirs(programme, home):
    ada, bo = make_host("Ada"), make_host("Bo")
    event = make_event(programme, hosts=[ada], agenda=agenda(session("Talk", speakers=[ada, bo])))
    other = Page.get_first_root_node().add_child(instance=Page(title="Other", slug="other"))
    Site.objects.create(hostname="other.example.org", root_page=other)

    (part,) = shown(event, hosts_url="/p/").sessions

    assert [(s.name, s.url) for s in part.speakers] == [("Ada", "/p/hosts/ada/"), ("Bo", "")]


def test_translation_has_words_of_its_own_and_the_times_of_the_source(programme):
    french = Locale.objects.get_or_create(language_code="fr")[0]
    event = make_event(programme, agenda=agenda(session("Talk", "13:00", 30)))
    page = event.copy_for_translation(french, copy_parents=True)
    page.agenda = agenda(session("Exposé", "13:00", 30))
    page.save_revision().publish()

    assert in_short(shown(page)) == ["Exposé 2027-06-01T13:00 13:30"]
    assert in_short(shown(event)) == ["Talk 2027-06-01T13:00 13:30"]


@pytest.mark.parametrize("speakers", [1, 3])
def test_agenda_costs_as_many_queries_for_one_speaker_and_for_many(
    programme, speakers, django_assert_num_queries
):
    hosts = [make_host(f"Host {n}") for n in range(speakers)]
    event = make_event(
        programme, agenda=agenda(*(session(f"S{n}", speakers=hosts) for n in range(speakers)))
    )
    page = EventPage.objects.get(pk=event.pk)
    row = page.occurrences[0]

    with django_assert_num_queries(4):
        shown_agenda(page, row, "/p/")


def test_draft_with_half_an_agenda_is_shown(programme):
    event = make_event(programme)
    half = [
        {"type": "session", "value": {"start_time": "soon", "minutes": "many"}},
        {"type": "parallel", "value": {}},
        {"type": "break", "value": {}},
        {"type": "day", "value": {"number": "x"}},
        {"type": "session", "value": {"title": "Talk", "speakers": [None, 999]}},
    ]
    event.agenda = json.dumps(half)
    draft = event.save_revision().as_object()

    found = shown_agenda(draft, draft.occurrences[0], "", RequestFactory().get("/"))

    assert [[p.title for p in each.parts] for each in found.days] == [["", "", "Break"], ["Talk"]]
