from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.template import Context, Template
from django.utils.translation import override

from wagtail_lift.templatetags.wagtail_lift_tags import in_zone as shown_in
from wagtail_lift.templatetags.wagtail_lift_tags import (
    lift_clock,
    lift_day,
    lift_iso,
    lift_iso_minutes,
    lift_minutes,
    lift_moment,
    lift_month,
    when_context,
    zone_name,
)

LONDON = "Europe/London"


def occurrence(**fields):
    return SimpleNamespace(
        **{
            "starts_at": datetime(2026, 6, 1, 11, 30, tzinfo=UTC),
            "ends_at": datetime(2026, 6, 1, 13, 0, tzinfo=UTC),
            "previous_starts_at": None,
            "timezone": LONDON,
            **fields,
        }
    )


def render(source: str, **context) -> str:
    html = Template("{% load wagtail_lift_tags %}" + source).render(Context(context))
    return " ".join(html.split())


def test_lift_when_names_day_times_and_zone_of_the_event():
    html = render("{% lift_when item %}", item=occurrence())

    assert html == (
        '<span class="lift-when" data-lift-zone="Europe/London" data-lift-label="Your time:">'
        ' <span class="lift-when__times" dir="auto">'
        '<time class="lift-when__start" datetime="2026-06-01T12:30:00+01:00">'
        '<span class="lift-when__day">Monday 1 June 2026<span class="lift-when__comma">,</span>'
        '</span> <span class="lift-when__clock">12:30 p.m.</span></time> to'
        ' <time class="lift-when__end" datetime="2026-06-01T14:00:00+01:00">'
        '<span class="lift-when__clock">2 p.m.</span></time></span>'
        ' <bdi class="lift-when__zone">London time (BST)</bdi> </span>'
    )


def test_lift_when_names_the_day_of_an_end_on_another_day():
    later = occurrence(ends_at=datetime(2026, 6, 2, 13, 0, tzinfo=UTC))

    html = render("{% lift_when item %}", item=later)

    assert '<span class="lift-when__day">Tuesday 2 June 2026,</span>' in html


TO_MIDNIGHT = [
    # A midnight is told as the end of the day that it ends.
    (
        datetime(2027, 5, 4, 19, tzinfo=UTC),
        datetime(2027, 5, 4, 23, tzinfo=UTC),
        "Tuesday 4 May 2027, 8 p.m. to midnight",
    ),
    (
        datetime(2027, 5, 4, 19, tzinfo=UTC),
        datetime(2027, 5, 5, 23, tzinfo=UTC),
        "Tuesday 4 May 2027, 8 p.m. to Wednesday 5 May 2027, midnight",
    ),
    (
        datetime(2027, 5, 4, 23, tzinfo=UTC),
        datetime(2027, 5, 5, 1, tzinfo=UTC),
        "Wednesday 5 May 2027, 00:00 to 2 a.m.",
    ),
    (
        datetime(2027, 5, 4, 23, tzinfo=UTC),
        datetime(2027, 5, 5, 23, tzinfo=UTC),
        "Wednesday 5 May 2027, 00:00 to midnight",
    ),
    (
        datetime(2027, 5, 4, 19, tzinfo=UTC),
        datetime(2027, 5, 5, 0, tzinfo=UTC),
        "Tuesday 4 May 2027, 8 p.m. to Wednesday 5 May 2027, 1 a.m.",
    ),
]


@pytest.mark.parametrize(("starts", "ends", "words"), TO_MIDNIGHT)
def test_lift_when_tells_midnight_as_the_end_of_its_day(starts, ends, words):
    item = occurrence(starts_at=starts, ends_at=ends)

    html = render("{% lift_when item %}", item=item)

    assert BeautifulSoup(html, "html.parser").select_one(".lift-when__times").text == words


def test_lift_when_tells_midnight_in_the_readers_language():
    item = occurrence(
        starts_at=datetime(2027, 5, 4, 18, tzinfo=UTC), ends_at=datetime(2027, 5, 4, 22, tzinfo=UTC)
    )
    item.timezone = "Europe/Berlin"

    with override("de"):
        html = render("{% lift_when item %}", item=item)

    times = BeautifulSoup(html, "html.parser").select_one(".lift-when__times").text
    assert times == "Dienstag, 4. Mai 2027, 20:00 bis Mitternacht"
    assert 'datetime="2027-05-05T00:00:00+02:00"' in html


def test_lift_when_of_the_date_before_a_move_has_no_end_and_no_readers_time():
    moved = occurrence(previous_starts_at=datetime(2026, 5, 25, 11, 30, tzinfo=UTC))

    context = when_context(moved, previous=True)

    assert context == {
        "starts": shown_in(moved.previous_starts_at, LONDON),
        "ends": None,
        "start_clock": "12:30 p.m.",
        "last_day": None,
        "end_clock": "",
        "ends_same_day": False,
        "timezone": LONDON,
        "zone_name": "London time (BST)",
        "is_previous": True,
    }
    assert "data-lift" not in render("{% lift_when item previous=True %}", item=moved)


def test_lift_when_of_an_undated_occurrence_is_empty():
    assert render("{% lift_when item %}", item=occurrence(starts_at=None, ends_at=None)) == ""


@pytest.mark.parametrize(
    ("timezone", "name"),
    [
        ("Europe/London", "London time (GMT)"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires time (UTC-03)"),
        ("UTC", "UTC"),
        ("Nowhere/At_All", "At All time (UTC)"),
    ],
)
def test_zone_name_is_a_city_with_what_its_clocks_are_called(timezone, name):
    at = shown_in(datetime(2026, 1, 15, 12, 0, tzinfo=UTC), timezone)

    assert zone_name(at, timezone) == name


def test_zone_name_without_an_abbreviation_is_the_name_itself():
    assert zone_name(datetime(2026, 1, 15), "Local") == "Local"  # noqa: DTZ001 -- no zone is meant


def test_lift_moment_names_the_clock():
    html = render(
        "{% lift_moment at zone %}", at=datetime(2026, 6, 1, 8, 0, tzinfo=UTC), zone=LONDON
    )

    assert html == (
        '<time class="lift-moment" dir="auto" datetime="2026-06-01T09:00:00+01:00">'
        'Monday 1 June 2026, 9 a.m. <bdi class="lift-when__zone">London time (BST)</bdi></time>'
    )


@pytest.mark.parametrize(("is_end", "day"), [(False, "2 June"), (True, "1 June")])
def test_lift_moment_at_midnight_stands_for_a_whole_day(is_end, day):
    midnight = datetime(2026, 6, 1, 23, 0, tzinfo=UTC)

    html = render("{% lift_moment at zone is_end=end %}", at=midnight, zone=LONDON, end=is_end)

    assert f"{day} 2026 <bdi" in html
    assert 'datetime="2026-06-02T00:00:00+01:00"' in html


def test_lift_moment_of_nothing_is_empty():
    assert lift_moment(None, LONDON) == {"at": None}


def test_lift_date_is_the_day_in_the_events_zone():
    late = datetime(2026, 6, 1, 23, 30, tzinfo=UTC)

    html = render("{% lift_date at zone %}", at=late, zone=LONDON)

    day = '<time class="lift-date" dir="auto" datetime="2026-06-02">Tuesday 2 June 2026</time>'
    assert html == day


def test_lift_date_of_nothing_is_empty():
    assert render("{% lift_date at zone %}", at=None, zone=LONDON) == ""


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (None, ""),
        (0, ""),
        (1, "1 minute"),
        (45, "45 minutes"),
        (60, "1 hour"),
        (95, "1 hour 35 minutes"),
        (121, "2 hours 1 minute"),
    ],
)
def test_lift_minutes_says_a_length_in_words(minutes, words):
    assert lift_minutes(minutes) == words


def test_lift_iso_minutes_is_a_duration():
    assert [lift_iso_minutes(m) for m in (None, 45, 95)] == ["PT0M", "PT45M", "PT95M"]


def test_dates_follow_the_language_and_keep_their_own_zone():
    at = shown_in(datetime(2026, 6, 1, 23, 30, tzinfo=UTC), LONDON)

    with override("fr"):
        words = [lift_day(at), lift_month(at), lift_clock(at), lift_iso(at)]

    assert words == ["mardi 2 juin 2026", "juin", "00:30", "2026-06-02T00:30:00+01:00"]


def test_filters_of_nothing_are_empty():
    assert [f(None) for f in (lift_day, lift_month, lift_clock, lift_iso)] == ["", "", "", ""]
