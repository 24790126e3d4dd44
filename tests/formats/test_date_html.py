"""Dates and badges as HTML."""

from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup
from django.template import Context, Template
from django.utils import translation

from wagtail_lift.enums import Status
from wagtail_lift.formats.date_html import (
    badge_as_html,
    leaf_as_html,
    planned_as_html,
    when_as_html,
)
from wagtail_lift.models import EventOccurrence


def an_occurrence(**fields) -> EventOccurrence:
    return EventOccurrence(
        **{
            "starts_at": datetime(2027, 6, 1, 11, 30, tzinfo=UTC),
            "ends_at": datetime(2027, 6, 1, 13, tzinfo=UTC),
            "timezone": "Europe/London",
            "state": "scheduled",
            **fields,
        }
    )


def test_date_is_told_for_people_and_machines():
    assert when_as_html(an_occurrence()) == (
        '<span class="lift-when" data-lift-zone="Europe/London" data-lift-label="Your time:"'
        ' data-lift-hours="12">'
        '<span class="lift-when__times" dir="auto">'
        '<time class="lift-when__start" datetime="2027-06-01T12:30:00+01:00">'
        '<span class="lift-when__day">Tuesday 1 June 2027<span class="lift-when__comma">,</span>'
        '</span> <span class="lift-when__clock">12:30 p.m.</span></time> to '
        '<time class="lift-when__end" datetime="2027-06-01T14:00:00+01:00">'
        '<span class="lift-when__clock">2 p.m.</span></time></span> '
        '<bdi class="lift-when__zone">London time (BST)</bdi></span>'
    )


def test_date_follows_the_language_of_the_reader():
    with translation.override("de"):
        html = when_as_html(an_occurrence())

    assert "Dienstag, 1. Juni 2027" in html
    assert "Tuesday" not in html


def test_date_names_the_day_of_an_end_on_another_day():
    later = an_occurrence(ends_at=datetime(2027, 6, 2, 13, 0, tzinfo=UTC))

    assert '<span class="lift-when__day">Wednesday 2 June 2027,</span>' in when_as_html(later)


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
        "Wednesday 5 May 2027, 12 a.m. to 2 a.m.",
    ),
    (
        datetime(2027, 5, 4, 23, tzinfo=UTC),
        datetime(2027, 5, 5, 23, tzinfo=UTC),
        "Wednesday 5 May 2027, 12 a.m. to midnight",
    ),
    (
        datetime(2027, 5, 4, 19, tzinfo=UTC),
        datetime(2027, 5, 5, 0, tzinfo=UTC),
        "Tuesday 4 May 2027, 8 p.m. to Wednesday 5 May 2027, 1 a.m.",
    ),
]


@pytest.mark.parametrize(("starts", "ends", "words"), TO_MIDNIGHT)
def test_date_tells_midnight_as_the_end_of_its_day(starts, ends, words):
    item = an_occurrence(starts_at=starts, ends_at=ends)

    html = when_as_html(item)

    assert BeautifulSoup(html, "html.parser").select_one(".lift-when__times").text == words


def test_date_tells_midnight_in_the_readers_language():
    item = an_occurrence(
        starts_at=datetime(2027, 5, 4, 18, tzinfo=UTC), ends_at=datetime(2027, 5, 4, 22, tzinfo=UTC)
    )
    item.timezone = "Europe/Berlin"

    with translation.override("de"):
        html = when_as_html(item)

    times = BeautifulSoup(html, "html.parser").select_one(".lift-when__times").text
    assert times == "Dienstag, 4. Mai 2027, 20:00 bis Mitternacht"
    assert 'datetime="2027-05-05T00:00:00+02:00"' in html


def test_date_before_a_move_has_no_end_and_no_readers_time():
    moved = an_occurrence(previous_starts_at=datetime(2027, 5, 25, 11, 30, tzinfo=UTC))

    html = when_as_html(moved, previous=True)

    words = BeautifulSoup(html, "html.parser").text
    assert words == "Tuesday 25 May 2027, 12:30 p.m. London time (BST)"
    assert "data-lift" not in html


def test_date_that_goes_ahead_is_just_the_date():
    assert planned_as_html(an_occurrence()) == when_as_html(an_occurrence())


@pytest.mark.parametrize("state", ["cancelled", "postponed"])
def test_date_that_does_not_go_ahead_is_struck_through_and_says_so(state):
    off = an_occurrence(state=state)

    assert planned_as_html(off) == (
        '<span class="lift-visually-hidden">It was planned for</span>'
        f' <s class="lift-off">{when_as_html(off)}</s>'
    )


def test_leaf_is_the_day_in_the_events_zone():
    late = an_occurrence(starts_at=datetime(2027, 5, 31, 23, 30, tzinfo=UTC))

    assert leaf_as_html(late) == (
        '<span class="lift-card__leaf-day">1</span> <span class="lift-card__leaf-month">June</span>'
    )


def test_badge_says_the_status_in_words():
    assert badge_as_html(Status.DROP_IN) == (
        f'<span class="lift-badge lift-badge--drop_in">{Status.DROP_IN.label}</span>'
    )


@pytest.mark.parametrize("timezone", ['"><script>', "Mars/<b>Olympus"])
def test_zone_that_is_odd_is_escaped(timezone):
    html = when_as_html(an_occurrence(timezone=timezone))

    assert "<script>" not in html
    assert "<b>" not in html


@pytest.mark.parametrize("tag", ["lift_when", "lift_planned", "lift_leaf", "lift_badge"])
@pytest.mark.parametrize("nothing", [None, "", EventOccurrence()])
def test_nothing_is_said_of_nothing(tag, nothing):
    if tag == "lift_badge" and nothing:
        nothing = None

    template = Template("{% load wagtail_lift_tags %}{% " + tag + " nothing %}")
    assert template.render(Context({"nothing": nothing})) == ""
