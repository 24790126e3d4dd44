from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from django.template import Context, Template
from django.utils.translation import override

from wagtail_lift.templatetags.wagtail_lift_tags import in_zone as shown_in
from wagtail_lift.templatetags.wagtail_lift_tags import (
    lift_clock,
    lift_day,
    lift_iso,
    lift_moment,
    lift_month,
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


def test_dates_follow_the_language_and_keep_their_own_zone():
    at = shown_in(datetime(2026, 6, 1, 23, 30, tzinfo=UTC), LONDON)

    with override("fr"):
        words = [lift_day(at), lift_month(at), lift_clock(at), lift_iso(at)]

    assert words == ["mardi 2 juin 2026", "juin", "00:30", "2026-06-02T00:30:00+01:00"]


def test_filters_of_nothing_are_empty():
    assert [f(None) for f in (lift_day, lift_month, lift_clock, lift_iso)] == ["", "", "", ""]
