"""Every include works alone, with nothing and with everything it takes."""

from datetime import UTC, datetime, time
from pathlib import Path
from types import SimpleNamespace

import html5lib
import pytest
from django.template.loader import render_to_string

from wagtail_lift.domain.guide import GuideStep, run_sheet
from wagtail_lift.domain.lifecycle import MeetingFacts, event_lifecycle
from wagtail_lift.domain.location import Location
from wagtail_lift.domain.people import NamedHost
from wagtail_lift.enums import HostRole, Licence, Status
from wagtail_lift.events.date_lists import DateList, ListedDate
from wagtail_lift.lists.events import Slice
from wagtail_lift.models import EventOccurrence

TEMPLATES = Path(__file__).parents[2] / "wagtail_lift" / "templates" / "wagtail_lift"
COMPONENTS = sorted(path.name for path in (TEMPLATES / "components").glob("*.html"))
# A card is a card of something; the list that includes it never does so without.
NEEDS_SOMETHING = {"programme_card.html"}


def render(name: str, **context) -> str:
    html = render_to_string(f"wagtail_lift/components/{name}", context)
    html5lib.HTMLParser(strict=True).parseFragment(html)
    return " ".join(html.split())


def occurrence(**fields):
    return EventOccurrence(
        **{
            "starts_at": datetime(2026, 6, 1, 11, 30, tzinfo=UTC),
            "ends_at": datetime(2026, 6, 1, 13, 0, tzinfo=UTC),
            "timezone": "Europe/London",
            "state": "scheduled",
            **fields,
        }
    )


@pytest.mark.parametrize("name", sorted(set(COMPONENTS) - NEEDS_SOMETHING))
def test_component_copes_with_nothing_at_all(name):
    html = render(name)

    assert "None" not in html


def test_next_steps_links_what_leads_somewhere_and_advises_the_rest():
    steps = [
        SimpleNamespace(kind="book", label="Book", url="/book/"),
        SimpleNamespace(kind="insights", label="Read", url="/read/"),
        SimpleNamespace(kind="come_back", label="Come back", url=""),
    ]

    html = render("next_steps.html", actions=steps)

    assert html == (
        '<ul class="lift-steps">'
        ' <li class="lift-steps__item lift-steps__item--book">'
        ' <a class="lift-button" href="/book/">Book</a> </li>'
        ' <li class="lift-steps__item lift-steps__item--insights">'
        ' <a class="lift-button lift-button--quiet" href="/read/">Read</a> </li>'
        ' <li class="lift-steps__item lift-steps__item--come_back">'
        ' <span class="lift-steps__note">Come back</span> </li> </ul>'
    )


def test_moved_strikes_the_previous_date_through_and_says_so_in_words():
    moved = occurrence(previous_starts_at=datetime(2026, 5, 25, 11, 30, tzinfo=UTC))

    html = render("moved.html", occurrence=moved)

    assert html.startswith('<p class="lift-moved">The date has changed. It was planned for <del')
    assert "Monday 25 May 2026" in html


def test_dates_strikes_a_cancelled_date_through_and_names_its_status():
    called_off = occurrence(state="cancelled")
    dates = DateList(
        to_come=[
            ListedDate(occurrence(), Status.DROP_IN, "?date=2026-06-01", is_shown=True),
            ListedDate(called_off, Status.CANCELLED, "?date=2026-06-08", is_shown=False),
        ],
        count=30,
        all_query="?dates=all",
        timezone="Europe/London",
    )

    html = render("dates.html", dates=dates, url="/kindness/")

    assert html.startswith('<p class="lift-dates__zone">All times in London time</p>')
    assert html.count("<s ") == 1
    assert '<span class="lift-badge lift-badge--cancelled">Cancelled</span>' in html
    assert (
        '<a class="lift-dates__link" href="/kindness/?date=2026-06-01" aria-current="true">' in html
    )
    assert '<a href="/kindness/?dates=all">All 30 dates</a>' in html


@pytest.mark.parametrize(
    ("to_come", "past_is_shown", "count", "is_open"),
    [(1, False, 9, False), (1, True, 9, True), (0, False, 9, True), (1, False, 2, True)],
)
def test_dates_opens_those_past_for_whoever_is_after_them(to_come, past_is_shown, count, is_open):
    next_one = ListedDate(occurrence(), Status.DROP_IN, "?date=2026-06-01", is_shown=True)
    past = ListedDate(occurrence(), Status.TAKEN_PLACE, "?date=2026-05-01", is_shown=past_is_shown)
    dates = DateList(to_come=[next_one] * to_come, past=[past], count=count)

    html = render("dates.html", dates=dates, url="/kindness/")

    assert ("<details" in html, " open>" in html) == (True, is_open)


def test_booking_window_says_when_booking_opens():
    soon = occurrence(booking_opens_at=datetime(2026, 5, 4, 8, 0, tzinfo=UTC))

    html = render("booking_window.html", status=Status.BOOKING_SOON, occurrence=soon)

    assert html.startswith('<p class="lift-next__window">Booking opens on <time')
    assert "Monday 4 May 2026, 9 a.m." in html


def test_booking_window_names_the_last_whole_day_to_book():
    closing = occurrence(
        booking_mode="elsewhere", booking_closes_at=datetime(2026, 5, 30, 23, 0, tzinfo=UTC)
    )

    html = render("booking_window.html", status=Status.BOOKING_AVAILABLE, occurrence=closing)

    assert html.startswith('<p class="lift-next__window">Book by <time')
    assert "Saturday 30 May 2026 <bdi" in html


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"attendance_mode": "online", "platform_name": "Zoom"}, "Online, on Zoom"),
        ({"attendance_mode": "online"}, "Online"),
        ({"attendance_mode": "in_person", "venue_name": "The Mill"}, "The Mill"),
        ({"attendance_mode": "both", "venue_name": "The Mill"}, "The Mill and online"),
    ],
)
def test_place_says_where_in_a_line(fields, words):
    html = render("place.html", location=Location(**fields))

    assert _text(html) == words


def test_portrait_without_a_photo_shows_initials_that_are_not_read_aloud():
    host = SimpleNamespace(photo=None, initials="AB")

    html = render("portrait.html", host=host)

    assert (
        html == '<span class="lift-portrait lift-portrait--initials" aria-hidden="true">AB</span>'
    )


def test_question_is_addressable_and_names_itself():
    question = SimpleNamespace(
        anchor="question-7", number=2, question="Why?", why="", minutes=20, asked_by="Ada"
    )

    html = render("question.html", question=question)

    assert (
        '<article class="lift-question" id="question-7" aria-labelledby="question-7-text">' in html
    )
    assert _text(html) == "Link to question 2 Why? Asked by Ada 20 minutes"


def test_event_card_links_its_title_and_shows_the_rules_badge():
    lifecycle = event_lifecycle([MeetingFacts()], datetime(2026, 1, 1, tzinfo=UTC))
    card = SimpleNamespace(
        title="Kindness",
        url="/kindness/",
        summary="A talk.",
        lead_image=None,
        occurrence=occurrence(),
        lifecycle=lifecycle,
        people=(NamedHost("Ada Bell"), NamedHost("Bo Li"), NamedHost("Cy Dee", HostRole.SPEAKER)),
    )

    html = render("event_card.html", card=card)

    assert '<a class="lift-card__link" href="/kindness/"><bdi>Kindness</bdi></a>' in html
    assert "lift-badge--date_to_come" in html
    assert "Hosted by <bdi>Ada Bell</bdi>, <bdi>Bo Li</bdi> · Speaker: <bdi>Cy Dee</bdi>" in html


def test_event_list_without_events_says_so():
    assert render("event_list.html", cards=[], empty="Nothing yet.") == (
        '<p class="lift-empty" dir="auto">Nothing yet.</p>'
    )


def test_pagination_leads_both_ways():
    middle = Slice((), 2, True, "when=past&tag=a", "when=past&tag=a&page=3")

    html = render("pagination.html", slice=middle, when="past")

    assert 'rel="prev" href="?when=past&amp;tag=a"' in html
    assert 'rel="next" href="?when=past&amp;tag=a&amp;page=3"' in html


def test_run_sheet_has_a_line_for_each_part_and_the_end():
    lines = run_sheet([GuideStep("Welcome", 10), GuideStep("Round", 50)], time(19, 0))

    html = render("run_sheet.html", run_sheet=lines)

    assert _text(html) == (
        "Run sheet Time Part Length 7 p.m. Welcome 10 minutes 7:10 p.m. Round 50 minutes 8 p.m. End"
    )
    assert '<time dir="auto" datetime="19:10">' in html


def test_numbers_leaves_out_what_was_not_counted():
    pack = SimpleNamespace(people_count=1, organisations_count=None, stories_count=12)

    assert _text(render("numbers.html", page=pack)) == "person took part 1 stories shared 12"


def test_licence_links_the_deed_of_a_known_licence():
    pack = SimpleNamespace(licence_text="", citation="")

    html = render("licence.html", page=pack, licence=Licence.CC_BY)

    assert 'href="https://creativecommons.org/licenses/by/4.0/" rel="license"' in html


def test_licence_in_own_words_shows_only_those():
    pack = SimpleNamespace(licence_text="Ask us first.", citation="")

    html = render("licence.html", page=pack, licence=Licence.OWN)

    assert _text(html) == "You may use this Ask us first."


def test_contact_shows_what_there_is():
    html = render(
        "contact.html", contact=SimpleNamespace(name="Ada", email="a@example.org", url="")
    )

    assert _text(html) == "Ada a@example.org"
    assert 'href="mailto:a@example.org"' in html


def _text(html: str) -> str:
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return " ".join(" ".join(tree.itertext()).split())
